# Needs Python 3.11 to 3.13, git and make. Everything else is put into .venv on first use.
.DEFAULT_GOAL := help
.PHONY: help demo test check format bench migration lock clean

BIN := .venv/bin
READY := .venv/.ready

help:  ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): pyproject.toml requirements.lock tools/bootstrap.sh
	@sh tools/bootstrap.sh
	@touch $@

demo: $(READY)  ## A seeded marketplace on http://127.0.0.1:9000, with SQLite and no other service
	@$(BIN)/mercato demo

test: $(READY)  ## The whole suite, on SQLite and PostgreSQL (ARGS='-k name' for a part)
	@$(BIN)/python -m pytest -n auto $(ARGS)

check: $(READY)  ## Format, lint, types, import contracts, own lints, migrations in step with the models
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python tools/lint.py
	@$(BIN)/pyright -p pyproject.toml --pythonpath $(BIN)/python
	@$(BIN)/pyright -p tests/pyrightconfig.json --pythonpath $(BIN)/python
	@$(BIN)/python -m pytest -q tests/test_migrations.py

format: $(READY)  ## Format and mend what can be mended
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

bench: $(READY)  ## How fast it is, as a table (DATABASE_URL for an empty PostgreSQL database; ARGS='--seconds 10')
	@$(BIN)/python -m benchmarks.run $(ARGS)

migration: $(READY)  ## Write the migration that brings the tables to the models
	@$(BIN)/python tools/migration.py

lock: $(READY)  ## Pin the newest versions that pyproject.toml allows, with their hashes
	@$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --upgrade \
		--no-header --no-annotate --quiet --output-file requirements.lock

clean:  ## Remove .venv and what the tools left
	@rm -rf .venv .pytest_cache .ruff_cache .hypothesis build dist
