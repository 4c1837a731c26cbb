#!/usr/bin/env bash
# Make sure that Debian packages are installed: directly as root, with sudo otherwise, else say what to do.
# Usage: scripts/need.sh "why they are needed" PACKAGE...      Exit 1 when one is still missing.
set -euo pipefail

why=$1
shift

is_installed() { [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

if ! command -v dpkg-query >/dev/null; then
    echo "$why: this system has no apt; please install what corresponds to: $*" >&2
    exit 1
fi
missing=()
for package in "$@"; do is_installed "$package" || missing+=("$package"); done
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=(env DEBIAN_FRONTEND=noninteractive)
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    as_root=(sudo env DEBIAN_FRONTEND=noninteractive)
else
    echo "$why: please ask an administrator to run: apt-get install ${missing[*]}" >&2
    exit 1
fi
echo "$why: installing ${missing[*]}"
install=("${as_root[@]}" apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}")
"${install[@]}" </dev/null || { "${as_root[@]}" apt-get update --quiet=2 </dev/null && "${install[@]}" </dev/null; } || {
    echo "$why: apt could not install: ${missing[*]}" >&2
    exit 1
}
