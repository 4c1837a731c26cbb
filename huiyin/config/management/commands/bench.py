"""`huiyin bench`: fill a home in bulk, and print what the main jobs cost."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from huiyin.config import wrong_use
from huiyin.config.bench import city, growth, measuring
from huiyin.config.bench.city import City
from huiyin.config.bench.fill import analyse, fill
from huiyin.config.bench.measuring import Figure
from huiyin.matters.matter import Matter

WHAT = "`fill`: only fill the home; `growth`: acts with a thousand matters and with as many as you name"


class Command(BaseCommand):
    """Measure, or only fill."""

    help = "measure the cost of the main jobs in a home of its own"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, how many matters, and whether for machines."""
        parser.add_argument("what", nargs="?", choices=["fill", "growth"], help=WHAT)
        parser.add_argument("--matters", type=int, default=1000, help="how many matters stand in it (1000)")
        parser.add_argument("--json", action="store_true", help="one JSON object a figure")

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill an empty home; measure unless told otherwise."""
        if Matter.system.exists():
            raise wrong_use.WrongUse(
                "`huiyin bench` fills a home of its own: name an empty one in HUIYIN_HOME."
            )
        founded = city.found()
        if options["what"] == "growth":
            return self._print(
                growth.growing(founded, lambda matters: self._fill(founded, matters), options["matters"]),
                **options,
            )
        self._fill(founded, options["matters"])
        if options["what"] is None:
            self._print(self._figures(founded), **options)
        return None

    def _fill(self, founded: City, matters: int) -> None:
        for written in fill(founded, matters):
            self.stderr.write(f"{written} of {matters} matters")
        analyse()

    def _figures(self, founded: City) -> Iterator[Figure]:
        yield from measuring.searching(founded)
        with measuring.served() as address:
            yield from measuring.costs(founded, address)

    def _print(self, figures: Iterable[Figure], **options: Any) -> None:
        for figure in figures:
            told = {"engine": connection.vendor, "matters": options["matters"], **figure.__dict__}
            goal = "" if figure.goal is None else f" (goal ≤ {figure.goal:g})"
            line = f"{figure.name:28} {figure.value:7.1f} {figure.unit:12}{goal}"
            self.stdout.write(json.dumps(told, ensure_ascii=False) if options["json"] else line)
