"""Random bytes to the reader, lint and the writer, guided by coverage: ``python tests/fuzz/reader.py``.

``-max_total_time=60`` ends it after a minute. Needs atheris (``pip install 'toponyms[fuzz]'``). What it finds becomes a
case of ``tests/gazetteer/test_reader_fuzz.py``.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["toponyms.gazetteer"]):
    from toponyms.gazetteer.lint import check
    from toponyms.gazetteer.reader import read_text
    from toponyms.gazetteer.source import decode
    from toponyms.gazetteer.writer import write_document


def read_anything(data: bytes) -> None:
    """Whatever the bytes are: problems or records, never an exception; what can be read is written back whole."""
    text, findings = decode(data, "fuzz.yaml")
    if findings:
        return
    document = read_text(text, "fuzz.yaml")
    check(document)
    if not document.problems:
        once = write_document(document)
        again = read_text(once, "fuzz.yaml")
        assert again.records == dict(sorted(document.records.items()))
        assert write_document(again) == once


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_anything)
    atheris.Fuzz()
