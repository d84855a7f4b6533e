# make run: the dashboard.  make test: every test.  make lint: style and types.
# Each makes .venv first and installs what is missing.

SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.PHONY: run test fast lint chromium clean

run: $(VENV)/running
	$(BIN)/python -m streamlit run app.py

test: $(VENV)/testing chromium
	$(BIN)/python -m pytest -m ""

fast: $(VENV)/testing
	$(BIN)/python -m pytest

lint: $(VENV)/testing
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy

# A .venv that an interrupted run left half made is made again; one that is a link to another is let go of, not emptied.
$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer was not found; name it with make PYTHON=..."; exit 1; }
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV) || { \
		test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq python3-venv \
		&& $(PYTHON) -m venv --clear $(VENV); }
	@touch $@

$(VENV)/running: $(VENV)/made requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/testing: $(VENV)/running requirements-dev.txt requirements-cluster.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# The browser of the browser tests: the system's, else Debian's package, else Playwright's own.
chromium: $(VENV)/testing
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	|| { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium; } \
	|| $(BIN)/python -m playwright install chromium

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
