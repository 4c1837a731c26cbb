#!/usr/bin/env bash
# Random stories for SOAK_MINUTES (30) from SOAK_SEED (1) on: acts done, coverage, and the seed of a failure.
# SOAK_MINUTES=0 tells the stories of one seed and makes a failing one short.
set -euo pipefail
cd "$(dirname "$0")/.."

unset HUIYIN_DATABASE_URL HUIYIN_DATABASE_OWNER_URL HUIYIN_HOME HUIYIN_KEYS
export SOAK_MINUTES="${SOAK_MINUTES:-30}" SOAK_SEED="${SOAK_SEED:-1}"
exec .venv/bin/python -m pytest tests/story/test_soak.py -p no:cacheprovider "$@"
