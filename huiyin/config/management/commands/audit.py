"""`huiyin audit`: replays every act against the statute; exit 1 lists the disagreements."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict

from django.core.management.base import BaseCommand

from huiyin.matters import audit


class Command(BaseCommand):
    """Holds stages, clocks, versions and document numbers against the acts on record; changes nothing."""

    help = "Replay every act against the statute and list what disagrees with it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--json for machines."""
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, *args: str, **options: object) -> None:
        """Counts, then every finding."""
        seen = audit.audit()
        if options["json"]:
            self.stdout.write(json.dumps(asdict(seen), ensure_ascii=False))
        else:
            counts = f"{seen.matters} matters, {seen.reviews} reviews, {seen.acts} acts, {seen.clocks} clocks"
            self.stdout.write(counts)
            self.stdout.write("\n".join(seen.findings or ["acts and statute agree"]))
        if seen.findings:
            sys.exit(1)
