"""The `huiyin` command: one subcommand a job; exit 0 right, 1 a finding, 2 wrong use."""

import os
import sys

from django.core.management import load_command_class
from django.core.management.base import BaseCommand

from huiyin import __version__
from huiyin.config import catalogue, home, lifeline, start, wrong_use
from huiyin.statute import cli


def main() -> None:
    """Run the subcommand named on the command line."""
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiyin.config.settings")
    lifeline.hold()
    sys.exit(_run(sys.argv[1:]))


def _run(words: list[str]) -> int | None:
    name = words[0] if words else "--help"
    if name in ("--help", "-h", "help"):
        return _show_help()
    if name == "--version":
        return _show_version()
    commands = catalogue.commands()
    if name not in commands:
        raise wrong_use.WrongUse(f"there is no subcommand {name!r}; `huiyin --help` lists them.")
    if name == "statute":
        return cli.run(words[1:])
    command = commands[name][0], name
    if name == "restore":  # an empty home is filled before Django looks at it
        _load(*command).bring_back(words[1:])
        start.grant()
    start.ready()
    return _load(*command).run_from_argv(["huiyin", *words])


def _load(app: str, name: str) -> BaseCommand:
    command = load_command_class(app, name)
    command.requires_system_checks = []  # they take longer than most commands; `run` and the tests do them
    return command


def _show_version() -> None:
    print(f"huiyin {__version__}")


def _show_help() -> None:
    commands = catalogue.commands()
    width = max(map(len, commands))
    print("huiyin SUBCOMMAND [--help]\n")
    for name, (_, line) in commands.items():
        print(f"  {name:<{width}}  {line}")
    print(f"\nThis installation lives in {home.HOME} (HUIYIN_HOME).")
    print("Exit codes: 0 right, 1 a finding, 2 wrong use.")
