#!/usr/bin/env bash
# The tests, on real engines: scripts/test.sh quick (make test) | all (make check-all).
set -euo pipefail
cd "$(dirname "$0")/.."

export PATH="$PWD/.venv/bin:$PATH"
unset HUIYIN_DATABASE_URL HUIYIN_DATABASE_OWNER_URL HUIYIN_HOME HUIYIN_KEYS
pytest=(python -m pytest --maxfail=25)
many=(-n "${HUIYIN_TEST_PROCESSES:-auto}" --dist worksteal)

main() {
    scripts/browser.sh
    scripts/postgres.sh start
    trap 'scripts/postgres.sh stop' EXIT
    scripts/lint.sh
    "$1"
    say "all of it passed in $SECONDS s"
}

quick() {
    run "SQLite" "${many[@]}" -m "not browser and not long"
    on_postgresql
    run "PostgreSQL" "${many[@]}" -m "(engine or postgresql) and not browser and not long"
    on_sqlite
    run "a browser, on SQLite" "${many[@]}" -m "browser and not long"
}

all() {
    everything SQLite
    on_postgresql
    everything PostgreSQL
}

everything() {
    run "$1" "${many[@]}" -m "not browser and not long"
    run "a browser, on $1" "${many[@]}" -m "browser and not long"
    run "the long ones, on $1" "${many[@]}" -m "long"
}

run() {
    say "$1"
    "${pytest[@]}" "${@:2}"
}

on_postgresql() { eval "$(scripts/postgres.sh urls)"; }

on_sqlite() { unset HUIYIN_DATABASE_URL HUIYIN_DATABASE_OWNER_URL; }

say() { printf '\n== %s\n' "$*"; }

main "$@"
