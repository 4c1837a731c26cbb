#!/usr/bin/env bash
# Fill .venv from a lock file, hashes checked, and put the `huiyin` command into it.
# Usage: scripts/install.sh requirements.lock
set -euo pipefail
cd "$(dirname "$0")/.."

if [ ! -x .venv/bin/python ]; then
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
        echo "Huiyin needs Python 3.11 or newer; python3 here is $(python3 --version 2>&1)." >&2
        exit 1
    }
    python3 -c 'import ensurepip' 2>/dev/null || scripts/need.sh "Python's venv" python3-venv
    python3 -m venv .venv
fi
.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-input \
    --require-hashes --only-binary :all: --requirement "$1"

# A path file and a script instead of a build: this checkout is the installation.
site=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
pwd > "$site/huiyin.pth"
cat > .venv/bin/huiyin <<SCRIPT
#!$PWD/.venv/bin/python
from huiyin.config.command import main

main()
SCRIPT
chmod +x .venv/bin/huiyin
