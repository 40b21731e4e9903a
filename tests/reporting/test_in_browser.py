"""The page as a real browser shows it: headless Chromium opens it, and what it paints and builds is looked at."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import zlib
from pathlib import Path

import pytest

from toponyms.library import Gazetteer
from toponyms.reporting.page import page

TEXT = """\
<script>document.title = "ran"</script><img src="x" onerror="document.title = 'ran'">
Շուշիից Քարվաճառ, Şuşadan Kəlbəcərə, из Шуши в Кельбаджарский район, თბილისი.
From Goris past Lake Sevan to Gori and Yerevan.
"""
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1000,900",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SEA, SETTLEMENT, WATER = (0xD8, 0xE6, 0xEE), (0xB4, 0x3A, 0x0B), (0x0B, 0x66, 0xA0)
"""Colours of the style sheet's light half."""


@pytest.fixture(scope="module")
def chromium() -> str:
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "this test opens a page in Chromium: make chromium installs it, or set CHROMIUM to its path"
    return found


@pytest.fixture(scope="module")
def opened(chromium: str, small: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp("browser")
    (folder / "page.html").write_text(page(TEXT, small.find(TEXT), title="Օրինակ — Nümunə — Пример"), encoding="utf-8")
    shot = folder / "page.png"
    done = subprocess.run(
        [chromium, *FLAGS, f"--user-data-dir={folder / 'profile'}", f"--screenshot={shot}", "--dump-dom",
         (folder / "page.html").as_uri()],
        capture_output=True, timeout=180, check=True, env={**os.environ, "HOME": os.fspath(folder)},
    )  # fmt: skip
    return done.stdout.decode(), shot


def pixels(path: Path) -> set[tuple[int, int, int]]:
    """The colours of a PNG of eight bits a channel."""
    data = path.read_bytes()
    width, _, depth, colour = struct.unpack(">IIBB", data[16:26])
    assert depth == 8
    size = {2: 3, 6: 4}[colour]
    packed, at = b"", 8
    while at < len(data):
        length, sort = struct.unpack(">I4s", data[at : at + 8])
        packed += data[at + 8 : at + 8 + length] if sort == b"IDAT" else b""
        at += length + 12
    raw, stride = zlib.decompress(packed), width * size
    before, found = bytearray(stride), set()
    for start in range(0, len(raw), stride + 1):
        line = bytearray(raw[start + 1 : start + 1 + stride])
        unfilter(raw[start], line, before, size)
        found.update(zip(line[0::size], line[1::size], line[2::size], strict=True))
        before = line
    return found


def unfilter(sort: int, line: bytearray, above: bytearray, size: int) -> None:
    """Undo the filter of one line (PNG specification, section 9)."""
    for k in range(len(line)):
        left, up = (line[k - size] if k >= size else 0), above[k]
        corner = above[k - size] if k >= size else 0
        if sort == 4:
            guess = left + up - corner
            line[k] = (line[k] + min((left, up, corner), key=lambda one: abs(guess - one))) & 255
        else:
            line[k] = (line[k] + (0, left, up, (left + up) // 2)[sort]) & 255


def test_marks_and_map_are_built_and_every_letter_is_there(opened: tuple[str, Path]) -> None:
    dom, _ = opened
    marks = re.findall(r'<mark [^>]*data-place="([^"]+)"', dom)
    assert {"shusha", "kalbajar", "kalbajar-district", "goris", "lake-sevan", "gori", "yerevan"} <= set(marks)
    assert len(re.findall(r'<a class="spot', dom)) == len(set(marks))
    for letters in ("Շուշիից", "Քարվաճառ", "Kəlbəcər", "Кельбаджарский район", "თბილისი", "Օրինակ — Nümunə — Пример"):
        assert letters in dom


def test_the_text_ran_no_code(opened: tuple[str, Path]) -> None:
    dom, _ = opened
    assert "<title>Օրինակ — Nümunə — Пример</title>" in dom
    assert "&lt;script&gt;" in dom
    assert "<script" not in dom


def test_map_and_marks_are_painted_in_their_colours(opened: tuple[str, Path]) -> None:
    painted = pixels(opened[1])
    assert {SEA, SETTLEMENT, WATER} <= painted
