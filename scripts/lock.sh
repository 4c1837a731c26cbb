#!/usr/bin/env bash
# Write both lock files: every hash, no address of any index; --upgrade takes the newest allowed. Needs uv.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v uv >/dev/null || { echo "make lock needs uv: pip install uv" >&2 && exit 1; }
compile=(uv pip compile pyproject.toml --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate
    --custom-compile-command "make lock")
"${compile[@]}" --extra dev --output-file requirements-dev.lock "$@"
"${compile[@]}" --constraint requirements-dev.lock --output-file requirements.lock "$@"
