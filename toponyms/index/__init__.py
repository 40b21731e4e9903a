"""The index: one read-only mapped file with every place, name and key, probed in place."""
