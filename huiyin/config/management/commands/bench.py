"""`huiyin bench`: fill a home in bulk, and print what the main jobs cost."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from huiyin.config import wrong_use
from huiyin.config.bench import city, measuring
from huiyin.config.bench.city import City
from huiyin.config.bench.fill import analyse, fill
from huiyin.config.bench.measuring import Figure
from huiyin.matters.matter import Matter


class Command(BaseCommand):
    """Measure, or only fill."""

    help = "measure the cost of the main jobs in a home of its own (`bench fill --matters N` only fills)"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, how many matters, and whether for machines."""
        parser.add_argument("what", nargs="?", choices=["fill"], help="only fill the home")
        parser.add_argument("--matters", type=int, default=1000, help="how many matters stand in it (1000)")
        parser.add_argument("--json", action="store_true", help="one JSON object a figure")

    def handle(self, *args: Any, **options: Any) -> None:
        """Fill an empty home; measure unless told otherwise."""
        if Matter.system.exists():
            raise wrong_use.WrongUse(
                "`huiyin bench` fills a home of its own: name an empty one in HUIYIN_HOME."
            )
        founded = city.found()
        for written in fill(founded, options["matters"]):
            self.stderr.write(f"{written} of {options['matters']} matters")
        analyse()
        if options["what"] != "fill":
            self._measure(founded, **options)

    def _figures(self, founded: City) -> Iterator[Figure]:
        yield from measuring.searching(founded)
        with measuring.served() as address:
            yield from measuring.costs(founded, address)

    def _measure(self, founded: City, **options: Any) -> None:
        for figure in self._figures(founded):
            told = {"engine": connection.vendor, "matters": options["matters"], **figure.__dict__}
            line = f"{figure.name:22} {figure.value:7.1f} {figure.unit:12} (goal ≤ {figure.goal:g})"
            self.stdout.write(json.dumps(told, ensure_ascii=False) if options["json"] else line)
