#!/usr/bin/env bash
# The cost of the main jobs, each in a home of its own, on SQLite and then on PostgreSQL.
# Usage: scripts/bench.sh [words for `huiyin bench`]
set -euo pipefail
cd "$(dirname "$0")/.."

unset HUIYIN_DATABASE_URL HUIYIN_DATABASE_OWNER_URL
place=$(mktemp -d)
scripts/postgres.sh start
trap 'rm -rf "$place"; scripts/postgres.sh stop' EXIT

bench() {
    echo "== $1"
    HUIYIN_HOME="$place/$1" HUIYIN_KEYS="$place/$1-keys" .venv/bin/huiyin bench "${@:2}"
}

bench SQLite "$@"
eval "$(scripts/postgres.sh urls)"
bench PostgreSQL "$@"
