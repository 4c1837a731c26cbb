#!/usr/bin/env bash
# Chromium, Chinese fonts and pango, for the browser walks and the PDF tests.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/letters.sh
command -v "${HUIYIN_CHROMIUM:-chromium}" >/dev/null || scripts/need.sh "The browser tests" chromium
