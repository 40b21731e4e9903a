"""How a name can be written: scripts, language tags, folding, sound keys, romanization, case forms, generic terms."""
