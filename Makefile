# `make run` and `make test` are the only commands a newcomer needs; both do all their own set-up.
.DEFAULT_GOAL := help
.PHONY: help install run test check-all soak bench seed lint format words regulation migrations lock postgres clean

CORE := .venv/.core
DEV := .venv/.dev

help: ## list what make can do here
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

install: $(CORE) ## fill .venv from requirements.lock and put the `huiyin` command into it

run: $(CORE) ## serve this checkout at http://127.0.0.1:8000/
	@scripts/letters.sh || echo "Huiyin runs all the same; letters come as docx only, without PDF."
	@.venv/bin/huiyin run

test: $(DEV) ## lint, tests on SQLite, database and race tests on PostgreSQL, one browser walk
	@scripts/test.sh quick

check-all: $(DEV) ## every test on both engines, every browser walk, the long ones
	@scripts/test.sh all

soak: $(DEV) ## random stories for SOAK_MINUTES (30) from SOAK_SEED (1) on, every invariant held after every act
	@scripts/soak.sh

bench: $(DEV) ## cost of the main jobs against a bare view on the same server, both engines
	@scripts/bench.sh

seed: $(DEV) ## the rows of the seed table, one line each, with what the tests say
	@.venv/bin/python scripts/seed.py

lint: $(DEV) ## ruff, import-linter, mypy, missing migrations
	@scripts/lint.sh

format: $(DEV) ## let ruff put the code into shape
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format .

words: $(DEV) ## bring the English catalogue in step with the sources; names what lacks a translation
	@.venv/bin/python tools/words.py

regulation: $(DEV) ## write docs/guide/regulation.md from the rule set and the tests
	@HUIYIN_HOME=build/lint HUIYIN_KEYS=build/lint-keys .venv/bin/python tools/regulation.py

migrations: $(DEV) ## write the migrations that the models ask for
	@HUIYIN_HOME=build/lint HUIYIN_KEYS=build/lint-keys DJANGO_SETTINGS_MODULE=huiyin.config.settings \
		.venv/bin/python -m django makemigrations

lock: ## lock what pyproject.toml asks for, with hashes, naming no index (needs uv; newest: scripts/lock.sh --upgrade)
	@scripts/lock.sh

postgres: ## start the throwaway PostgreSQL and print how to use it
	@scripts/postgres.sh start && scripts/postgres.sh urls

clean: ## stop the throwaway PostgreSQL and remove what the builds left
	@scripts/postgres.sh stop
	@if [ -s build/postgres/folder ]; then rm -rf "$$(cat build/postgres/folder)"; fi
	@rm -rf build .venv .pytest_cache .ruff_cache .hypothesis

$(CORE): requirements.lock scripts/install.sh
	@scripts/install.sh requirements.lock
	@touch $@

$(DEV): requirements-dev.lock scripts/install.sh
	@scripts/install.sh requirements-dev.lock
	@touch $(CORE) $@
