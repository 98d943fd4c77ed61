# Two commands: `make demo` shows what cardgen makes, `make test` proves that it works.
# `make studio` opens the page in the browser that clinicians use.
# Both set up all they need in .venv; only Python 3.11 or later must be there.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo studio studio-faults test lint bench bench-short figures pictures reference docs lock clean

demo: .venv/ready
	@$(BIN)/cardgen handout post-run
	@$(BIN)/cardgen cards gym-bag

studio: .venv/ready-studio
	@$(BIN)/cardgen studio

# Takes each rule of the studio out of a copy, and sees its test fail.
studio-faults: .venv/ready-dev
	$(BIN)/python tests/studio/seeded_faults.py

test: .venv/ready-dev
	$(BIN)/pytest

bench: .venv/ready-dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]' \
	  || echo "Not all peers could be installed; those are skipped."
	$(BIN)/python benchmarks/batch.py

# That the benchmarks run, for the exit code: the figures of so few pages say nothing.
bench-short: .venv/ready-dev
	$(BIN)/python benchmarks/batch.py --short
	$(BIN)/python benchmarks/before.py HEAD --short
	$(BIN)/python benchmarks/cold.py --short

figures: .venv/ready-dev
	$(BIN)/python -m cardgen.figure.bake

pictures: .venv/ready-dev demo
	$(BIN)/python docs/pictures.py
	$(BIN)/python docs/studio_pictures.py

# The documentation as a site, in out/docs.
docs: .venv/ready-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	$(BIN)/mkdocs build --strict --quiet
	@cp images/*.svg out/docs/images/  # what docs/poses.md shows
	@echo out/docs/index.html

# What is generated from models and commands, and kept in the repository.
reference: .venv/ready-dev
	$(BIN)/python -m cardgen.schema
	$(BIN)/python docs/reference.py

# The exact versions that a container and a careful clinic install: see docs/install.md.
lock: .venv/ready-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --universal --generate-hashes --quiet --python-version 3.11 \
	  --extra figure --extra csl --extra cjk --extra icu --extra studio pyproject.toml -o requirements.lock

lint: .venv/ready-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "cardgen needs Python 3.11 or later; name one with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/ready: .venv/made pyproject.toml
	@echo "Setting up .venv …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[figure]'
	@touch $@

.venv/ready-studio: .venv/made pyproject.toml
	@echo "Setting up .venv for the studio …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[studio]'
	@touch $@

.venv/ready-dev: .venv/made pyproject.toml
	@echo "Setting up .venv with the tools for tests …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/ready .venv/ready-studio

clean:
	rm -rf .venv build dist out/*.pdf .pytest_cache .mypy_cache .ruff_cache .hypothesis
