"""`huiyin replay FILE`: real messages with their real answers through the gate, and whether each came in time."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from huiyin.config import home, wrong_use
from huiyin.config.progress import watched
from huiyin.config.replay import cast, course, figures, message
from huiyin.config.replay.message import Message, Unreadable
from huiyin.matters.petition import Petition

SHOWN = 20
AS_IF = (
    "Counted as if under cn-2022, in force since 2022-05-01, whatever law held then. Facts: created_at and replied_at."
    " Assumed: passed on and accepted on the day of creation; the answer is the first written notice."
)


class Command(BaseCommand):
    """Reads the whole file first; each message is one transaction, so a replay that was stopped can go on."""

    help = "Drive messages with their answers through the gate and count which terms were met."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and --json for machines."""
        parser.add_argument("file", type=Path, help=f"CSV with the columns {', '.join(message.COLUMNS)}")
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, *args: str, **options: Any) -> None:
        """Read, refuse or replay, count."""
        messages = _read(options["file"])
        done = _replayed_before(messages)
        self.stderr.write(AS_IF)
        backwards = sum(each.replied_at < each.created_at for each in messages)
        if backwards:
            self.stderr.write(f"{backwards} answers are dated before their message; counted as they stand.")
        rest = [each for each in messages if each.key not in done]
        actors = cast.gathered()
        for each in watched(rest, len(rest), "replaying"):
            course.relive(each, actors)
        self._report(figures.figures(each.key for each in messages), as_json=options["json"])

    def _report(self, counted: dict[str, Any], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(counted))
            return
        self.stdout.write(f"{counted['rows']} rows")
        for term, counts in counted["clocks"].items():
            line = "{term:<17} {met:>6} met {missed:>6} missed {provisional:>6} with a provisional date"
            self.stdout.write(line.format(term=term, **counts))


def _read(file: Path) -> list[Message]:
    try:
        return message.read(file, now=timezone.now())
    except Unreadable as wrong:
        more = [f"… and {len(wrong.faults) - SHOWN} more"] if len(wrong.faults) > SHOWN else []
        raise wrong_use.WrongUse(
            "\n".join(["nothing was replayed.", *wrong.faults[:SHOWN], *more])
        ) from wrong


def _replayed_before(messages: list[Message]) -> set[Any]:
    """The keys that an earlier run of this file left; refuses a home where anything else was registered."""
    known = set(Petition.objects.values_list("key", flat=True))
    if known - {each.key for each in messages}:
        raise wrong_use.WrongUse(
            f"{home.HOME} holds other matters; replay into an empty home: HUIYIN_HOME=… huiyin replay …"
        )
    return known
