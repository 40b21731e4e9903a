"""Tests of records, the page and its map."""
