"""The levels of the cascade: as written, folded, romanized, inflected, with slips; and what never matches."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from toponyms.library import Gazetteer

MODIFIED = """
verin-talin:
  kind: village
  names:
    hy: [Վերին Թալին]
nerkin-talin:
  kind: village
  names:
    hy: [Ներքին Թալին]
nor-kyank:
  kind: village
  names:
    hy: [Նոր Կյանք]
mets-masrik:
  kind: village
  names:
    hy: [Մեծ Մասրիկ]
pokr-masrik:
  kind: village
  names:
    hy: [Փոքր Մասրիկ]
"""


@pytest.mark.parametrize(
    ("mention", "how", "place"),
    [
        ("Goris", "exact", "goris"),
        ("Գորիս", "exact", "goris"),
        ("Кельбаджар", "exact", "kalbajar"),
        ("کلبجر", "exact", "kalbajar"),
        ("თბილისი", "exact", "tbilisi"),
        ("GORIS", "folded", "goris"),
        ("Susa", "folded", "shusha"),
        ("Kelbecer", "folded", "kalbajar"),
        ("Шу-ша", "folded", "shusha"),
        ("تبريز", "folded", "tabriz"),
        ("Karvachar", "romanized", "kalbajar"),
        ("K’arvach’arr", "romanized", "kalbajar"),
        ("Kelbadzhar", "romanized", "kalbajar"),
        ("Kälbädschär", "romanized", "kalbajar"),
        ("Choucha", "romanized", "shusha"),
        ("Tbilissi", "romanized", "tbilisi"),
        ("Կելբաջար", "romanized", "kalbajar"),
        ("Сюник", "romanized", "syunik"),
        ("Кельбаджара", "inflected", "kalbajar"),
        ("Քարվաճառում", "inflected", "kalbajar"),
        ("Քարվաճառից", "inflected", "kalbajar"),
        ("Kəlbəcərdə", "inflected", "kalbajar"),
        ("Kəlbəcərin", "inflected", "kalbajar"),
        ("თბილისში", "inflected", "tbilisi"),
        ("Yerevan's", "inflected", "yerevan"),
        ("Kalbajrr", "fuzzy", "kalbajar"),
        ("Gegharkunk", "fuzzy", "gegharkunik"),
        ("Геграркуник", "fuzzy", "gegharkunik"),
        ("Արագածնոտն", "fuzzy", "aragatsotn"),
    ],
)
def test_each_level_finds_what_it_is_for(small: Gazetteer, mention: str, how: str, place: str) -> None:
    found = small.resolve(mention)
    assert found.candidates[0].place.id == place
    assert found.how == how


def test_the_more_a_mention_differs_the_less_it_scores(small: Gazetteer) -> None:
    for mentions in (("Kalbajar", "Kalbajrr", "Kalbazrr"), ("Gegharkunik", "Gegharkunk", "Gegharknk")):
        scores = [small.resolve(mention).score for mention in mentions]
        assert scores == sorted(scores, reverse=True)
        assert len(set(scores)) == len(mentions)


@pytest.mark.parametrize("slip", ["Gorm", "Gorl", "Lorri x", "Сиван", "Gari", "Tatov", "Quda"])
def test_short_names_match_only_as_they_are(small: Gazetteer, slip: str) -> None:
    assert small.resolve(slip).how != "fuzzy"


@pytest.mark.parametrize("mention", ["нкао", "НКАОО", "НКА", "HKAO", "Н К А О О", "НКАе", "ԼՂԻ", "lghim"])
def test_a_name_that_is_not_to_be_guessed_matches_only_as_written(small: Gazetteer, mention: str) -> None:
    assert "nkao" not in [candidate.place.id for candidate in small.resolve(mention).candidates]


@pytest.mark.parametrize("mention", ["НКАО", "«НКАО»", "ԼՂԻՄ", "ԼՂԻՄ-ի", "НКАО,", "НКАО-ի", "НКАО-да", "НКАОнун"])
def test_such_a_name_is_found_as_written_also_with_an_ending_behind_a_hyphen(small: Gazetteer, mention: str) -> None:
    assert small.resolve(mention).id == "nkao"


@pytest.mark.parametrize(
    "word",
    [
        "Verin",
        "Upper",
        "Nor",
        "Նոր",
        "Yuxarı",
        "Aşağı",
        "Yeni",
        "Верхний",
        "Мец",
        "Мեծ",
        "Böyük",
        "Kiçik",
        "Nerkin",
        "New",
    ],
)
def test_names_never_match_on_a_modifier_alone(load: Callable[..., Gazetteer], small: Gazetteer, word: str) -> None:
    assert small.resolve(word).status == "unknown"
    assert load(MODIFIED).resolve(word).status == "unknown"


@pytest.mark.parametrize(
    ("mention", "place"),
    [
        ("Verin Talin", "verin-talin"),
        ("Upper Talin", "verin-talin"),
        ("Верхний Талин", "verin-talin"),
        ("Yuxarı Talin", "verin-talin"),
        ("Nerkin Talin", "nerkin-talin"),
        ("Lower Talin", "nerkin-talin"),
        ("Нижний Талин", "nerkin-talin"),
        ("Mets Masrik", "mets-masrik"),
        ("Great Masrik", "mets-masrik"),
        ("Малый Масрик", "pokr-masrik"),
        ("Nor Kyank", "nor-kyank"),
    ],
)
def test_modifiers_are_understood_in_any_language(load: Callable[..., Gazetteer], mention: str, place: str) -> None:
    assert load(MODIFIED).resolve(mention).id == place


@pytest.mark.parametrize(
    "mention", ["Nor Talin", "New Talin", "Mets Talin", "Upper Masrik", "Verin Kyank", "Old Kyank"]
)
def test_another_modifier_is_another_place(load: Callable[..., Gazetteer], mention: str) -> None:
    assert load(MODIFIED).resolve(mention).status == "unknown"


CUT = """
{}:
  kind: city
  population: 400000
  names: {{en: [Khojavand], az: [Xocavənd], ru: [Ходжавенд], hy: [Խոջավենդ]}}
{}:
  kind: city
  population: 400000
  names: {{en: [Khojaly], az: [Xocalı], ru: [Ходжалы], hy: [Խոջալու]}}
"""


def test_the_beginning_of_two_well_known_names_is_ambiguous(load: Callable[..., Gazetteer]) -> None:
    gazetteer = load(CUT.format("khojavend", "khojaly"))
    found = gazetteer.resolve("Khoja")
    assert found.status == "ambiguous"
    assert {candidate.place.id for candidate in found.candidates} == {"khojavend", "khojaly"}
    assert "cut short" in found.why
    assert gazetteer.resolve("Kho").status == "unknown"
    assert gazetteer.resolve("Upper Khoja").status == "unknown"


def test_arabic_script_matches_by_consonants(load: Callable[..., Gazetteer]) -> None:
    gazetteer = load("lankaran:\n  kind: town\n  names: {az: [Lənkəran], ru: [Ленкорань]}\n")
    for mention in ("لنکران", "لنكران"):
        assert gazetteer.resolve(mention).id == "lankaran"
    assert gazetteer.resolve("لن").status == "unknown"


@pytest.mark.parametrize(
    "foreign",
    ["Baghdad", "Switzerland", "Of", "Barcelona", "São Paulo", "Тюмень", "東京", "Jakarta", "the"],
)
def test_what_is_not_there_is_unknown(small: Gazetteer, foreign: str) -> None:
    assert small.resolve(foreign).status == "unknown"


@pytest.mark.parametrize("kind", ["village", "mountain", "road"])
def test_a_name_written_as_it_is_is_known_whatever_its_parts_mean(load: Callable[..., Gazetteer], kind: str) -> None:
    gazetteer = load(f"x:\n  kind: {kind}\n  names: {{en: [Gyul-Dag, Monastery River], ru: [Артём-Остров]}}\n")
    for name in ("Gyul-Dag", "Monastery River", "Артём-Остров", "GYUL-DAG", "Артем-Остров"):
        assert gazetteer.resolve(name).id == "x", name


def test_one_name_is_not_another_that_begins_with_it(small: Gazetteer) -> None:
    assert small.resolve("Gori").id == "gori"
    assert small.resolve("Goris").id == "goris"


def test_names_of_two_traditions_lead_to_one_place(small: Gazetteer) -> None:
    for mention in ("Kalbajar", "Karvachar", "Kəlbəcər", "Քարվաճառ", "Кельбаджар", "کلبجر", "Qarvachar"):
        assert small.resolve(mention).id == "kalbajar", mention


def test_every_name_answers_alike_whether_it_was_worked_out_beforehand_or_not(small: Gazetteer) -> None:
    for place in small.places():
        for name in place.names:
            ready, worked = small.resolve(name.text), small.resolve(f" {name.text}\u200b")
            assert (ready.id, ready.status) == (worked.id, worked.status), name.text
            assert ready.score == pytest.approx(worked.score, abs=1e-6)
            assert ready.candidates[0].place == worked.candidates[0].place
            assert ready.candidates[0].how == worked.candidates[0].how
            assert ready.why == worked.why


def test_a_name_of_a_machine_is_matched_by_its_sound_but_not_loosely(load: Callable[..., Gazetteer]) -> None:
    gazetteer = load("""
goris:
  kind: town
  names: {und-Latn: [Gorris, ge li xin]}
""")
    assert gazetteer.resolve("Gorriz").id == "goris"
    assert gazetteer.resolve("Ge Li Xin").id == "goris"
    assert gazetteer.resolve("Galixin").status == "unknown"


@pytest.mark.parametrize(("mention", "place"), [("Kəlbəcərin", "kalbajar"), ("Tərtərin", "tartar")])
def test_after_a_front_vowel_the_azerbaijani_ending_has_a_dotted_i(small: Gazetteer, mention: str, place: str) -> None:
    assert small.resolve(mention).id == place


@pytest.mark.parametrize("mention", ["Şuşaín", "Gorisín"])
def test_a_word_with_letters_of_other_languages_has_no_azerbaijani_ending(small: Gazetteer, mention: str) -> None:
    assert small.resolve(mention).status == "unknown"
