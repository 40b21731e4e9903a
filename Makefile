# Every target sets itself up: from a fresh clone it needs git, make and python3 (3.11 or newer) with venv, nothing else.
# `make help` lists the targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What is installed is stamped with the checksum of what asked for it, so that a changed pyproject.toml installs anew.
SUM := $(shell cat pyproject.toml hatch_build.py | cksum | tr ' ' '-')
BENCH_SUM := $(shell cat pyproject.toml hatch_build.py benchmarks/requirements.txt | cksum | tr ' ' '-')
PIP_QUIET := --quiet --disable-pip-version-check

.PHONY: help demo test chromium check lint types imports fmt docs bench bench-quick accuracy fit fuzz wheel clean
.DEFAULT_GOAL := help

help:  ## list the targets
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "toponyms needs Python 3.11 or newer, this is " + sys.version)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run-$(SUM): | $(BIN)/python
	$(BIN)/python -m pip install $(PIP_QUIET) --editable .
	@rm -f $(VENV)/run-* && touch $@

$(VENV)/%-$(SUM): | $(BIN)/python
	$(BIN)/python -m pip install $(PIP_QUIET) --editable '.[$*]'
	@rm -f $(VENV)/$*-* && touch $@

demo: $(VENV)/run-$(SUM)  ## find the places of demo/text.txt and resolve a few mentions
	$(BIN)/toponyms find demo/text.txt
	$(BIN)/toponyms resolve Карвачар Qarvachar Kelbajar "Кельбаджарского района" Շուշիում Xankendi Martuni Paris

test: $(VENV)/dev-$(SUM) chromium  ## run the tests, with coverage
	$(BIN)/python -m pytest --cov --cov-report=term

# One test opens the page of `toponyms find --html` in a real browser. DejaVu has the letters of every script it writes.
chromium:  ## install Chromium with apt-get where no browser is found and root may
	@test -n "$(CHROMIUM)" || which chromium chromium-browser google-chrome google-chrome-stable chrome | grep -q . \
	  || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && echo 'installing Chromium for one test' \
	  && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	  chromium fonts-dejavu-core >/dev/null; } \
	  || echo 'no Chromium: install it, or set CHROMIUM to the path of one; without it one test fails'

check: lint types imports test  ## everything that must pass before a commit

lint: $(VENV)/dev-$(SUM)  ## ruff on the code, toponyms lint and fmt --check on the gazetteer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/toponyms lint gazetteer.yaml
	$(BIN)/toponyms fmt --check gazetteer.yaml

types: $(VENV)/dev-$(SUM)  ## mypy, strict
	$(BIN)/mypy

imports: $(VENV)/dev-$(SUM)  ## the order of imports between the layers
	$(BIN)/lint-imports --no-cache

fmt: $(VENV)/dev-$(SUM)  ## bring code and gazetteer into their canonical form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/toponyms fmt gazetteer.yaml

docs: $(VENV)/docs-$(SUM)  ## build the documentation into docs/_build/html; a warning is an error
	$(BIN)/python -m sphinx -W --keep-going -b html docs docs/_build/html

wheel: $(VENV)/dev-$(SUM)  ## build dist/*.whl
	rm -rf dist
	$(BIN)/python -m pip wheel $(PIP_QUIET) --no-deps --wheel-dir dist .

# The peers have an environment of their own: they are large, and none of them is needed by anything else.
.venv-bench/stamp-$(BENCH_SUM):
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install $(PIP_QUIET) -r benchmarks/requirements.txt
	@rm -f .venv-bench/stamp-* && touch $@

bench: .venv-bench/stamp-$(BENCH_SUM)  ## time against peers in one run (some minutes); writes benchmarks/results and a picture
	.venv-bench/bin/python -m pip install $(PIP_QUIET) .
	.venv-bench/bin/python benchmarks/run.py

bench-quick: .venv-bench/stamp-$(BENCH_SUM)  ## the same with few repeats and no file written, to see that it runs
	.venv-bench/bin/python -m pip install $(PIP_QUIET) .
	.venv-bench/bin/python benchmarks/run.py --quick

accuracy: $(VENV)/accuracy-$(SUM)  ## how often resolve is right, against other ways; writes docs/explanation/accuracy-*.md
	$(BIN)/python benchmarks/accuracy.py

fit: $(VENV)/accuracy-$(SUM)  ## fit the weights of the score (some minutes); writes weights.tsv and the figures of docs/explanation/score.md
	$(BIN)/python benchmarks/fit_score.py

fuzz: $(VENV)/dev-$(SUM) $(VENV)/fuzz-$(SUM)  ## random bytes and text to reader, resolver and index file, a minute each
	for script in reader resolving index_file; do $(BIN)/python tests/fuzz/$$script.py -max_total_time=60 || exit 1; done

clean:  ## remove what the targets made
	rm -rf $(VENV) .venv-bench dist build docs/_build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .coverage
