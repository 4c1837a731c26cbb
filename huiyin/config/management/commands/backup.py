"""`huiyin backup DIR [--keys DIR2]`: everything but the keys into one folder; the keys, if asked, into another."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from huiyin.config import home
from huiyin.config.backup import keys, saving


class Command(BaseCommand):
    """Saves database and files while the program runs."""

    help = "Save database and files into a new folder, and with --keys the keys into another."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("folder", type=Path, metavar="DIR", help="a new folder for database and files")
        parser.add_argument("--keys", type=Path, metavar="DIR2", help="a new folder elsewhere, for the keys")
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, *args: str, **options: Any) -> None:
        """Look first, save, say what was saved."""
        folder, apart = options["folder"], options["keys"]
        if apart:
            keys.require_apart(folder, apart)
            keys.require_new(apart)
        manifest = saving.save(folder)
        copied = [str(path) for path in keys.copy(home.KEYS, apart)] if apart else []
        self._report(folder, manifest, copied, as_json=options["json"])

    def _report(self, folder: Path, manifest: Any, copied: list[str], *, as_json: bool) -> None:
        counts = {"folder": str(folder), "files": len(manifest.files), "rows": sum(manifest.rows.values())}
        if as_json:
            self.stdout.write(json.dumps({**counts, "keys": copied}))
            return
        self.stdout.write("saved {rows} rows and {files} files in {folder}".format(**counts))
        needed = ", ".join(manifest.keys)
        self.stdout.write(
            "\n".join(["keys, to be kept elsewhere:", *copied])
            if copied
            else f"It opens only with the keys {needed} of {home.KEYS}, which are not in it: save them elsewhere (--keys)."
        )
