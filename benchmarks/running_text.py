"""Running text: `find`, with all of its reading of context, against bare searches for the same names in the same text.

And how the time grows: the same text four times over, for ordinary and for adversarial text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import ahocorasick
import spacy
from flashtext import KeywordProcessor
from spacy.matcher import PhraseMatcher

import toponyms
from measuring import Row, names, seconds, well_known
from texts import adversarial, prose, running_text


def peers(all_names: list[str]) -> dict[str, Callable[[str], object]]:
    automaton = ahocorasick.Automaton()
    for name in all_names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    flash = KeywordProcessor(case_sensitive=True)
    for name in all_names:
        flash.add_keyword(name)
    nlp = spacy.blank("xx")
    nlp.max_length = 100_000_000
    phrases = PhraseMatcher(nlp.vocab)
    phrases.add("PLACE", [nlp.make_doc(name) for name in all_names])
    return {
        "pyahocorasick iter_long": lambda text: sum(1 for _ in automaton.iter_long(text)),
        "flashtext": lambda text: flash.extract_keywords(text, span_info=True),
        "spaCy PhraseMatcher": lambda text: phrases(nlp.make_doc(text)),
    }


def speed(all_names: list[str], *, quick: bool) -> list[Row]:
    size = 50_000 if quick else 400_000
    texts = {
        "like news, four languages": running_text(well_known(), size, words_a_name=40),
        "dense with names": running_text(all_names, size),
        "English prose, no place": prose()[:size],
    }
    aims = {"pyahocorasick iter_long": "ratio >= 0.25", "flashtext": "ratio >= 2"}
    others = peers(all_names)
    rows = []
    for what, text in texts.items():
        ways: list[Callable[[], object]] = [partial(toponyms.find, text)]
        ways += [partial(way, text) for way in others.values()]
        ours, *theirs = seconds(*ways, rounds=2 if quick else 5)
        megabytes = len(text.encode()) / 1e6
        rows += [
            Row("running text", what, "MB/s", megabytes / ours, peer, megabytes / taken, aims.get(peer, ""))
            for peer, taken in zip(others, theirs, strict=True)
        ]
    return rows


def growth(all_names: list[str], *, quick: bool) -> list[Row]:
    size = 5_000 if quick else 50_000
    once = {"ordinary text": running_text(all_names, size), **dict(adversarial(size))}
    four = {"ordinary text": running_text(all_names, size * 4), **dict(adversarial(size * 4))}
    rows = []
    for what, text in once.items():
        short, long = seconds(
            partial(toponyms.find, text), partial(toponyms.find, four[what]), rounds=2 if quick else 3
        )
        rows.append(Row("four times the text", what, "ms", long * 1000, "once", short * 1000, "ratio <= 5"))
    return rows


def measure(*, quick: bool = False) -> list[Row]:
    all_names = names()
    toponyms.find("Yerevan, Stepanakrrt")
    return [*speed(all_names, quick=quick), *growth(all_names, quick=quick)]
