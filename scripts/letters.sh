#!/usr/bin/env bash
# What WeasyPrint needs to set a letter as PDF: pango and the Chinese fonts.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/need.sh "Letters as PDF" fonts-noto-cjk libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
