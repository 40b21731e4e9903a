"""The page on the command line has a section for every command, and every option in it."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from toponyms.cli import parser

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### (\S+)\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL))
EVERYWHERE = {"--help", "--gazetteer", "--overlay"}
"""Options told once for all commands."""


def commands() -> dict[str, argparse.ArgumentParser]:
    action = next(one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
    return dict(action.choices)


def test_the_page_has_a_section_for_every_command_and_no_other() -> None:
    assert set(SECTIONS) == set(commands())


@pytest.mark.parametrize("command", sorted(commands()))
def test_the_section_of_a_command_names_its_options(command: str) -> None:
    options = {
        option for action in commands()[command]._actions for option in action.option_strings if option.startswith("--")
    }
    told = set(re.findall(r"--[a-z-]+", SECTIONS[command]))
    assert options - EVERYWHERE <= told


def test_options_of_all_commands_are_told_once() -> None:
    assert all(option in PAGE for option in EVERYWHERE)
