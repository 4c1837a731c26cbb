"""`huiyin demo`: the invented city in an empty home; `demo accounts`, `demo code OFFICER`, `demo receipts`."""

import json
import secrets
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand

from huiyin.config import wrong_use
from huiyin.config.demo_city import accounts, filling
from huiyin.config.demo_city.keepsake import Keepsake
from huiyin.config.demo_city.telling import Event
from huiyin.config.progress import watched
from huiyin.matters import code

LARGEST_SEED = 2**63


class Command(BaseCommand):
    """Fills, or tells what a newcomer needs to look around."""

    help = "Fill an empty home with the invented city; list who can sign in, their codes, the receipts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, for whom, from which seed."""
        choices = ["fill", "accounts", "code", "receipts"]
        parser.add_argument("do", nargs="?", default="fill", choices=choices, help="fill, if not said")
        parser.add_argument("officer", nargs="?", help="for code: a user name as `demo accounts` lists it")
        parser.add_argument(
            "--seed", type=int, help="passwords and second factors come from it (default: a random one)"
        )
        parser.add_argument("--json", action="store_true", help="JSON")

    def handle(self, *args: str, **options: Any) -> None:
        """One of four."""
        self.as_json = options["json"]
        getattr(self, f"_{options['do']}")(options)

    def _fill(self, options: dict[str, Any]) -> None:
        filling.require_empty()
        seed = secrets.randbelow(LARGEST_SEED) if options["seed"] is None else options["seed"]
        story = filling.fill(seed, watch=_watched)
        counts = {"seed": seed, "officers": len(story.cast.officers), "petitions": len(story.matters)}
        if self.as_json:
            self.stdout.write(json.dumps(counts))
            return
        self.stdout.write("明川市: {officers} officers, {petitions} petitions, seed {seed}".format(**counts))
        self.stdout.write(
            "`huiyin demo accounts` lists who signs in, `huiyin demo code OFFICER` gives the six digits,"
        )
        self.stdout.write(
            "`huiyin demo receipts` lists what petitioners hold. For trying out only: invented throughout."
        )

    def _accounts(self, options: dict[str, Any]) -> None:
        rows = accounts.accounts()
        lines = ("{username:<14} {password}  {name}  {told}".format(**row, told=_told(row)) for row in rows)
        self._write(rows, lines)

    def _code(self, options: dict[str, Any]) -> None:
        if not options["officer"]:
            raise wrong_use.WrongUse(
                "Say for whom: `huiyin demo code OFFICER`; `huiyin demo accounts` lists them."
            )
        digits = accounts.code(options["officer"])
        self._write({"code": digits}, [digits])

    def _receipts(self, options: dict[str, Any]) -> None:
        rows = Keepsake.read().receipts
        lines = (
            f"{row['number'] or '（没有编号）':<16}  {code.grouped(row['code'])}  {row['title']}"
            for row in rows
        )
        self._write(rows, lines)

    def _write(self, value: Any, lines: Iterable[str]) -> None:
        self.stdout.write(json.dumps(value, ensure_ascii=False) if self.as_json else "\n".join(lines))


def _told(row: dict[str, Any]) -> str:
    return f"{'、'.join(row['posts'])}（{', '.join(row['duties'])}）"


def _watched(events: list[Event]) -> Iterable[Event]:
    return watched(events, len(events), "明川市")
