"""The `huiyin` command: Django's management commands under one short name."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run the subcommand named on the command line; exit 0 right, 1 a finding, 2 wrong use."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiyin.config.settings")
    execute_from_command_line(sys.argv)
