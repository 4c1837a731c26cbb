#!/usr/bin/env bash
# A throwaway PostgreSQL for the tests: own cluster, own port, two roles, fsync on.
# Usage: scripts/postgres.sh start|stop|urls      `urls` prints the lines to eval in a shell.
# Every start leaves an empty database, whatever a test or a measurement left in it.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH=$PATH:/usr/sbin # runuser, where the shell that called has not got it

state=$PWD/build/postgres

main() {
    case "${1:-}" in
        start) if ! is_running; then prepare; start; fi; make_database ;;
        stop) stop ;;
        urls) cat "$state/urls" ;;
        *) echo "usage: scripts/postgres.sh start|stop|urls" >&2 && exit 2 ;;
    esac
}

prepare() {
    bin=$(newest)
    if [ -z "$bin" ]; then scripts/need.sh "PostgreSQL for the tests" postgresql; bin=$(newest); fi
    if [ -z "$bin" ]; then echo "PostgreSQL is not in /usr/lib/postgresql." >&2; exit 1; fi
    mkdir -p "$state" && chmod 755 "$state"
    [ -s "$state/folder" ] || { choose_folder > "$state/folder.new" && mv "$state/folder.new" "$state/folder"; }
    folder=$(<"$state/folder")
    [ -s "$folder/made" ] || make_cluster
}

newest() { find /usr/lib/postgresql -path '*/bin/initdb' -printf '%h\n' 2>/dev/null | sort -V | tail -1; }

as_server() { # the server refuses to run as root
    if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

choose_folder() { # inside the checkout where the server's account can reach it, else beside other temporary files
    [ "$(id -u)" = 0 ] || { echo "$state/cluster" && return; }
    install -d -o postgres -g postgres -m 700 "$state/cluster"
    if as_server test -r "$state/cluster"; then
        echo "$state/cluster"
    else
        as_server mktemp -d /var/tmp/huiyin-postgres.XXXXXX
    fi
}

make_cluster() { # a cluster that was interrupted half-made is made again
    as_server rm -rf "$folder/data" "$folder/made"
    as_server mkdir -p "$folder/data"
    password | as_server sh -c 'umask 077 && cat > "$1/password"' sh "$folder"
    as_server "$bin/initdb" --pgdata="$folder/data" --auth-local=reject --auth-host=scram-sha-256 \
        --username=huiyin_boss --pwfile="$folder/password" --encoding=UTF8 --locale=C.UTF-8 --data-checksums >/dev/null
}

password() { # made once, for the three roles of this cluster
    [ -s "$state/password" ] || (umask 077 && python3 -c 'import secrets; print(secrets.token_hex(16))' > "$state/password")
    cat "$state/password"
}

start() {
    local tries
    for tries in 1 2 3 4 5; do # one that was just killed takes a moment to let go of its cluster
        port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
        launch && break
        [ "$tries" -lt 5 ] || { tail -20 "$folder/log" >&2 && exit 1; }
        sleep 1
    done
    make_roles
    secret=$(password)
    (umask 077 && cat > "$state/urls.new") <<URLS
export HUIYIN_DATABASE_URL=postgresql://huiyin_app:$secret@127.0.0.1:$port/huiyin
export HUIYIN_DATABASE_OWNER_URL=postgresql://huiyin_owner:$secret@127.0.0.1:$port/huiyin
URLS
    mv "$state/urls.new" "$state/urls"
}

launch() {
    as_server "$bin/pg_ctl" start --silent --wait --timeout=60 --pgdata="$folder/data" --log="$folder/log" --options="\
        -c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c max_connections=100" >/dev/null 2>&1
}

make_roles() {
    [ -s "$folder/made" ] && return
    as_boss <<SQL
DROP DATABASE IF EXISTS huiyin;  -- theirs, where making them was interrupted
DROP ROLE IF EXISTS huiyin_app, huiyin_owner;
CREATE ROLE huiyin_owner LOGIN CREATEDB PASSWORD '$(password)';
CREATE ROLE huiyin_app LOGIN PASSWORD '$(password)';
GRANT huiyin_app TO huiyin_owner;  -- so that a test can end what a killed server left open
SQL
    as_server sh -c 'echo yes > "$1/made"' sh "$folder"
}

make_database() {
    as_boss <<SQL
DROP DATABASE IF EXISTS huiyin WITH (FORCE);
CREATE DATABASE huiyin OWNER huiyin_owner;
SQL
}

as_boss() {
    PGPASSWORD=$(password) PGOPTIONS="-c client_min_messages=warning" "$bin/psql" --quiet --no-psqlrc \
        --set=ON_ERROR_STOP=1 --host=127.0.0.1 --port="$port" --username=huiyin_boss postgres
}

is_running() {
    [ -s "$state/urls" ] && [ -s "$state/folder" ] || return 1
    bin=$(newest)
    folder=$(<"$state/folder")
    as_server "$bin/pg_ctl" status --pgdata="$folder/data" >/dev/null 2>&1 &&
        port=$(sed -n 's/.*:\([0-9]*\)\/huiyin$/\1/p' "$state/urls" | head -1) &&
        "$bin/pg_isready" --quiet --host=127.0.0.1 --port="$port"
}

stop() {
    [ -s "$state/folder" ] || return 0
    bin=$(newest)
    folder=$(<"$state/folder")
    as_server "$bin/pg_ctl" stop --silent --mode=fast --pgdata="$folder/data" >/dev/null 2>&1 || true
    rm -f "$state/urls"
}

main "$@"
