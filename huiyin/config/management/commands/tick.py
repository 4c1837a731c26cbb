"""`huiyin tick --as-of DATE`: the clocks as on another day, in demonstration homes alone."""

import json
from argparse import ArgumentParser
from datetime import date

from django.core.management.base import BaseCommand

from huiyin.config import kind_of_home, wrong_use
from huiyin.mailroom import reminding
from huiyin.matters import tick


class Command(BaseCommand):
    """Moves the clocks of the invented city."""

    help = "Run the clocks as on a day (demonstration homes only)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The day, and --json."""
        parser.add_argument("--as-of", required=True, metavar="DATE", help="2026-12-01")
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, *args: str, **options: str) -> None:
        """Tick and remind; say how many."""
        kind_of_home.require_demo("tick")
        try:
            on = date.fromisoformat(options["as_of"])
        except ValueError as error:
            raise wrong_use.WrongUse(
                f"--as-of is a date like 2026-12-01, and {options['as_of']!r} is none."
            ) from error
        counts = {**tick.tick(on), "reminded": reminding.remind(on)}
        if options["json"]:
            self.stdout.write(json.dumps(counts))
        else:
            self.stdout.write("\n".join(f"{name:<10} {count}" for name, count in counts.items()))
