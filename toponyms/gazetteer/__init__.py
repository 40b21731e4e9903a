"""The editing side: gazetteer files read strictly, checked, written in one canonical form, and changed by command."""
