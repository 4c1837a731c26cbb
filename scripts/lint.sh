#!/usr/bin/env bash
# Everything that reads the code without running it, and the check that no migration is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p build
export PATH="$PWD/.venv/bin:$PATH" DJANGO_SETTINGS_MODULE=huiyin.config.settings
export HUIYIN_HOME="$PWD/build/lint" HUIYIN_KEYS="$PWD/build/lint-keys"
unset HUIYIN_DATABASE_URL HUIYIN_DATABASE_OWNER_URL

ruff check --quiet .
ruff format --quiet --check .
lint-imports --no-cache >build/lint-imports.txt || { cat build/lint-imports.txt && exit 1; }
mypy --no-error-summary
python -m django makemigrations --check --dry-run
