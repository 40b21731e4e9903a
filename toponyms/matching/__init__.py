"""From mention to place: reading a mention, looking it up level by level, scoring, deciding, and reading text."""
