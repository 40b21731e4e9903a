from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from reporting.made_places import GORI, GORIS, PARIS, SEVAN
from toponyms.model import Mention
from toponyms.reporting.marked import certainty, marked, note
from toponyms.reporting.mentions import Mentions
from toponyms.reporting.page import fragment, page

TEXT = 'From Goris past <b>Lake Sevan</b> to Gori & "Paris"'


@pytest.fixture
def mentions(mention: Callable[..., Mention]) -> list[Mention]:
    return [
        mention(TEXT, "Goris", (GORIS, 0.95), (GORI, 0.05)),
        mention(TEXT, "Lake Sevan", (SEVAN, 0.75)),
        mention(TEXT, "Gori &", (GORI, 0.4), (GORIS, 0.3), status="ambiguous"),
        mention(TEXT, "Paris", (PARIS, 0.9)),
    ]


class Outline(HTMLParser):
    """What a page consists of: its elements, whether they are closed, its text."""

    VOID = frozenset({"meta", "br", "rect", "circle", "path"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text: list[str] = []
        self.marks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self.open and self.open[-1] == "mark":
            self.marks.append(data)


def outline(html: str) -> Outline:
    read = Outline()
    read.feed(html)
    read.close()
    return read


def test_every_element_is_closed_and_ids_are_given_once(mentions: list[Mention]) -> None:
    read = outline(page(TEXT, mentions, title="A <title>"))
    assert read.open == []
    ids = [value for _, name, value in read.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    links = {value[1:] for _, name, value in read.attributes if name == "href" and value.startswith("#")}
    assert links <= set(ids)


def test_the_mentions_are_marked_and_the_text_is_whole(mentions: list[Mention]) -> None:
    read = outline(f"<div>{marked(TEXT, mentions)}</div>")
    assert read.marks == ["Goris", "Lake Sevan", "Gori &", "Paris"]
    without_notes = re.sub(r'<span class="note".*?</span></mark>', "</mark>", marked(TEXT, mentions))
    assert "".join(outline(without_notes).text) == TEXT


def test_markup_in_the_text_is_shown_not_obeyed(mentions: list[Mention]) -> None:
    html = page("<script>alert(1)</script><img src=x onerror=alert(1)>" + TEXT, [], title="</title><script>")
    assert "<script" not in html
    assert "<img" not in html


def test_the_page_asks_nothing_of_the_network_and_runs_nothing(mentions: list[Mention]) -> None:
    html = page(TEXT, mentions)
    read = outline(html)
    assert not [value for _, name, value in read.attributes if name in ("src", "action") or name.startswith("on")]
    assert all(value.startswith(("#", "geo:")) for _, name, value in read.attributes if name == "href")
    assert "default-src 'none'" in html
    assert "url(" not in html
    assert "@import" not in html


def test_marks_tell_group_score_and_status(mentions: list[Mention]) -> None:
    html = page(TEXT, mentions)
    assert 'class="g-settlement high resolved" data-place="goris"' in html
    assert 'class="g-water fair resolved" data-place="lake-sevan"' in html
    assert 'class="g-settlement low ambiguous" data-place="gori"' in html
    assert [certainty(score) for score in (1.0, 0.9, 0.89, 0.7, 0.69)] == ["high", "high", "fair", "fair", "low"]


def test_a_note_tells_candidates_scores_reasons_and_support(mentions: list[Mention]) -> None:
    told = note(mentions[0])
    for said in ("<b>Goris</b>", "0.95", "<b>Gori</b>", "0.05", "is a name as written", "a &lt;parent&gt; is named"):
        assert said in told
    assert "ambiguous" in note(mentions[2])


def test_a_note_tells_five_candidates_and_how_many_more(mention: Callable[..., Mention]) -> None:
    many = mention(TEXT, "Goris", *[(GORIS, 0.1)] * 8, status="ambiguous")
    assert note(many).count('class="candidate"') == 5
    assert "and 3 more" in note(many)


def test_a_mention_without_candidates_is_marked_all_the_same(mention: Callable[..., Mention]) -> None:
    assert 'class="g-none low unknown"' in marked(TEXT, [mention(TEXT, "Goris", status="unknown")])


def test_overlapping_mentions_keep_the_text_whole(mention: Callable[..., Mention]) -> None:
    overlapping = [mention(TEXT, "From Goris", (GORIS, 0.9)), mention(TEXT, "Goris past", (GORIS, 0.9)),
                   mention(TEXT, "past", (GORIS, 0.9))]  # fmt: skip
    read = outline(marked(TEXT, overlapping))
    assert read.marks == ["From Goris", " past"]


def test_the_page_lists_places_and_those_beyond_the_map(mentions: list[Mention]) -> None:
    html = page(TEXT, mentions)
    assert "4 mentions of 4 places" in html
    assert "Not on the map: Paris." in html
    assert 'href="geo:39.5111,46.3417"' in html
    assert "claim nothing" in html


def test_a_text_without_places_is_a_page_too() -> None:
    html = page("Nothing.", [])
    assert "0 mentions of 0 places" in html
    assert "<svg" not in html
    assert "<table" not in html


def test_only_places_beyond_the_map(mention: Callable[..., Mention]) -> None:
    html = page(TEXT, [mention(TEXT, "Paris", (PARIS, 0.9))])
    assert "1 mention of 1 place<" in html
    assert '<svg class="map"' not in html


def test_a_lone_surrogate_does_not_stop_the_page() -> None:
    assert "Gor\udcff" in page("Gor\udcff", [])


def test_a_notebook_shows_the_marked_text_and_the_map(mentions: list[Mention]) -> None:
    shown = Mentions(mentions, TEXT)._repr_html_()
    assert shown == fragment(TEXT, mentions)
    assert "<mark" in shown
    assert '<svg class="map"' in shown
    assert outline(shown).open == []


def test_a_text_that_was_not_kept_is_shown_by_its_mentions(mentions: list[Mention]) -> None:
    read = outline(Mentions(mentions)._repr_html_())
    assert read.marks[-4:] == ["Goris", "Lake Sevan", "Gori &", "Paris"]


def test_two_texts_in_a_notebook_share_no_ids(mentions: list[Mention]) -> None:
    one, other = outline(fragment(TEXT, mentions)), outline(fragment(TEXT + ".", mentions))
    ids = [{value for _, name, value in read.attributes if name == "id"} for read in (one, other)]
    assert ids[0].isdisjoint(ids[1])


def test_mentions_are_a_list_and_can_be_pickled(mentions: list[Mention]) -> None:
    listed = Mentions(mentions, TEXT)
    assert listed == mentions
    again = pickle.loads(pickle.dumps(listed))  # noqa: S301 (what was pickled the moment before)
    assert (again, again.text) == (listed, TEXT)
