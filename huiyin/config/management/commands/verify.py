"""`huiyin verify`: walks the whole sealed record; exit 1 names the first break."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict

from django.core.management.base import BaseCommand

from huiyin.ledger import verify


class Command(BaseCommand):
    """Reads every entry and opens every payload; changes nothing."""

    help = "Walk every stream of the record and name the first break, if there is one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--json for machines."""
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, *args: str, **options: object) -> None:
        """Counts, then whether it holds."""
        seen = verify.walk()
        if options["json"]:
            self.stdout.write(json.dumps(asdict(seen), ensure_ascii=False))
        else:
            counts = f"{seen.streams} streams, {seen.entries} entries, {seen.payloads} payloads"
            self.stdout.write(f"{counts} ({seen.erased} erased by law)")
            self.stdout.write(
                "\n".join([f"broken: {fault}" for fault in seen.breaks] or ["the record holds"])
            )
        if seen.breaks:
            sys.exit(1)
