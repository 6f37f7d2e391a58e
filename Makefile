# Two commands: `make run` and `make test`. Everything is put in .venv; nothing else on the machine
# is touched, but for Chromium, which `make test` asks the system's package manager for.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
SUDO := $(if $(filter 0,$(shell id -u)),,sudo )

.PHONY: run test setup lint browser screenshots bench

run: setup
	@versions=$$($(BIN)/cockpit versions 2>/dev/null) || exec $(BIN)/cockpit versions; \
	if [ -z "$$versions" ]; then $(MAKE) --no-print-directory demo; fi
	@exec $(BIN)/cockpit serve

test: setup browser provider
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile $(ARGS)

setup: $(READY) ; @:

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m tests.audit

screenshots: setup browser
	@$(BIN)/python -m tests.screenshots

# Ours against the same page in plain Dash, as ratios.
bench: setup browser
	@$(BIN)/python -m tests.bench

# Hundreds of municipalities in one delivery: what it takes to load them, and each page; ten minutes.
.PHONY: bench-scale
bench-scale: setup
	@$(BIN)/python -m tests.bench.scale

# Every fault that the cockpit must survive, many times; about half an hour.
.PHONY: torture
torture: setup
	@$(BIN)/python -m tests.faults

# Tries to find citizens behind the small numbers of a hundred made-up towns; five minutes.
.PHONY: attack
attack: setup
	@$(BIN)/python -m tests.keyfigures.smallnumbers

# The made-up municipality, for a look around before one's own extracts are there.
.PHONY: demo
demo: setup
	@echo "Loading a made-up municipality, with a dozen planted faults that show how faults are told ..."
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	$(BIN)/cockpit demo --out "$$folder/demo" && \
	$(BIN)/cockpit load "$$folder/demo" --as-of 2026-10-31

browser: setup
	@$(BIN)/python -m tests.browser

.PHONY: provider
provider: setup
	@$(BIN)/python -m tests.provider

# Made anew only when the lock changes. uv does not read pip's configuration, so the index and the
# certificates that pip is told to use (a municipality's mirror) are handed on, and the system's certificates
# count as they do for pip. --no-build-isolation because the lock, with its hashes, holds setuptools too.
$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || \
	{ echo "Python is missing. Mend it with: $(SUDO)apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "$(PYTHON) is older than 3.11. Name a newer one: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	{ echo "$(PYTHON) has no venv. Mend it with: $(SUDO)apt-get install python3-venv" >&2; exit 1; }
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@uv=$$(command -v uv) || { uv=$(BIN)/uv; [ -x $$uv ] || PIP_USER=0 $(BIN)/python -m pip install -qq uv; } && \
	pip_says() { $(BIN)/python -m pip config get "$$1" 2>/dev/null; }; \
	index=$${UV_DEFAULT_INDEX:-$${PIP_INDEX_URL:-$$(pip_says global.index-url)}}; \
	certificates=$${SSL_CERT_FILE:-$${PIP_CERT:-$$(pip_says global.cert)}}; \
	[ -z "$$index" ] || export UV_DEFAULT_INDEX="$$index"; \
	[ -z "$$certificates" ] || export SSL_CERT_FILE="$$certificates"; \
	export UV_SYSTEM_CERTS=$${UV_SYSTEM_CERTS:-1} && \
	export VIRTUAL_ENV="$(abspath $(VENV))" && \
	$$uv pip sync --quiet --compile-bytecode --require-hashes requirements.lock && \
	$$uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
