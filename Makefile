# From a fresh clone: `make compare` shows what the program does, `make test` checks it. Both may be called again and
# again; what is installed already is not installed twice. PYTHON names another interpreter: make test PYTHON=python3.12

PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Hot loops are compiled when the package is installed, so a change of theirs asks for another installation.
KERNELS := $(foreach types,$(wildcard reuse/*/*.pxd),$(types) $(types:.pxd=.py))
WHAT_IS_INSTALLED := pyproject.toml constraints.txt $(wildcard hatch_build.py) $(KERNELS)
LISTED := $(BIN)/python -c 'import sys, tomllib; from functools import reduce; \
	print(*reduce(dict.__getitem__, sys.argv[1:], tomllib.load(open("pyproject.toml", "rb"))))'

# Those that need nothing but the corpora in ../shared; the others say at their head what they ask for.
BENCHMARKS ?= whole_program background_auc passages_chinese

.PHONY: help compare test bench docs browser clean
.DEFAULT_GOAL := help

help:
	@echo "make compare  compare the two speeches of corpus/ into reports/"
	@echo "make test     run all checks: ruff, mypy, import contracts, pytest, a browser where there is one"
	@echo "make docs     build the documentation as a site into build/site"
	@echo "make bench    measure quality and speed (needs the corpora beside the checkout)"
	@echo "make clean    remove what these commands made, except the reports"

compare: $(VENV)/.installed
	@$(BIN)/speech-reuse compare corpus/union_congress_a.txt corpus/union_congress_harbin.txt -o reports/congress.html

test: $(VENV)/.tests-installed browser $(VENV)/.axe-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

bench: $(VENV)/.tests-installed
	@for name in $(BENCHMARKS); do echo "== $$name"; $(BIN)/python -m benchmarks.$$name || exit 1; done

docs: $(VENV)/.tests-installed
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet --site-dir build/site
	@echo "The site: build/site/index.html"

$(VENV)/.made:
	@[ -n "$(PYTHON)" ] || { echo "No Python 3.11 or later was found; install one, or name it: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "$(PYTHON) does not run or is older than Python 3.11; name another: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
		|| { echo "$(PYTHON) cannot make environments; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "Making $(VENV) with $(PYTHON) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(WHAT_IS_INSTALLED) | $(VENV)/.made
	@echo "Installing speech-reuse into $(VENV); the first time takes a minute ..."
	@$(PIP) install -c constraints.txt editables $$($(LISTED) build-system requires)
	@$(PIP) install -c constraints.txt --no-build-isolation -e .
	@touch $@

# rjieba only speeds up: where there is no wheel of it, everything works without.
$(VENV)/.tests-installed: $(VENV)/.installed
	@echo "Installing what the tests need ..."
	@$(PIP) install -c constraints.txt $$($(LISTED) project optional-dependencies test) \
		$$($(LISTED) project optional-dependencies all) $$($(LISTED) project optional-dependencies site)
	@$(PIP) install -c constraints.txt --only-binary :all: $$($(LISTED) project optional-dependencies fast) \
		|| echo "rjieba has no wheel for this machine; its tests are skipped."
	@touch $@

# The audit of the report for screen readers and contrast, where npm is; nothing but the tests uses it.
AXE := axe-core@4.14.1
$(VENV)/.axe-installed: | $(VENV)/.made
	@if ! command -v npm >/dev/null; then \
		echo "No npm here: the audit of the report with axe-core is skipped."; \
	elif npm install --prefix $(VENV) --no-save --no-package-lock --no-audit --no-fund --silent $(AXE) >/dev/null; then \
		touch $@; \
	else \
		echo "axe-core could not be installed: the audit of the report is skipped."; \
	fi

# Debian's Chromium, where the user may install packages; tests that need a browser are skipped elsewhere.
APT := apt-get -qq -o Dpkg::Use-Pty=0
browser:
	@for name in chromium chromium-browser google-chrome google-chrome-stable; do \
		if command -v $$name >/dev/null; then exit 0; fi; \
	done; \
	if ! command -v apt-get >/dev/null; then \
		echo "No Chromium here: tests that need a browser are skipped."; exit 0; \
	elif [ "$$(id -u)" = 0 ]; then as_root=; \
	elif sudo -n true 2>/dev/null; then as_root=sudo; \
	else \
		echo "No Chromium, and no right to install it: tests that need a browser are skipped."; exit 0; \
	fi; \
	echo "Installing Chromium for the tests of the report ..."; \
	{ $$as_root $(APT) update && $$as_root env DEBIAN_FRONTEND=noninteractive \
		$(APT) install --yes --no-install-recommends chromium >/dev/null; } \
		|| echo "Chromium could not be installed: tests that need a browser are skipped."

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -f $(foreach types,$(wildcard reuse/*/*.pxd),$(types:.pxd=.*.so) $(types:.pxd=.*.pyd))
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
