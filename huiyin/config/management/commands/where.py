"""`huiyin where`: the places that this installation keeps its things in."""

import json
from argparse import ArgumentParser
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand

from huiyin.config import home


class Command(BaseCommand):
    """Prints the paths of database, files, keys, mail and logs."""

    help = "Print where the database, files, keys, mail and logs of this installation are."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--json for machines."""
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, *args: str, **options: object) -> None:
        """One line a place."""
        places = {
            "home": str(home.HOME),
            "database": _database(),
            "files": str(home.FILES),
            "keys": str(home.KEYS),
            "mail": str(home.MAIL),
            "logs": str(home.LOGS),
        }
        if options["json"]:
            self.stdout.write(json.dumps(places, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(f"{name:<9} {place}" for name, place in places.items()))


def _database() -> str:
    """The file on SQLite; on PostgreSQL the address without its password."""
    if not home.DATABASE_URL:
        return str(home.DATABASE_FILE)
    parts = urlsplit(home.DATABASE_URL)
    return parts._replace(netloc=f"{parts.username}@{parts.netloc.rpartition('@')[2]}").geturl()
