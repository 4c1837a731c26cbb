"""`huiyin restore DIR [--keys DIR2]`: a backup into an empty home, and the proof that it is whole and opens."""

import json
import sys
from argparse import ArgumentParser
from io import StringIO
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from huiyin.config import home
from huiyin.config.backup import restoring

PROOFS = ("verify", "audit")
done: list[str] = []


class Command(BaseCommand):
    """Two halves: `bring_back` before Django is loaded, `handle` after it."""

    help = "Bring a backup back into an empty home, then verify, audit and open a receipt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """From where."""
        parser.add_argument("folder", type=Path, metavar="DIR", help="the folder that `huiyin backup` filled")
        parser.add_argument(
            "--keys", type=Path, metavar="DIR2", help=f"where the keys are, if not in {home.KEYS}"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def bring_back(self, words: list[str]) -> None:
        """Fill the home. Runs first, for nothing may open a database or make keys before."""
        self._called_from_command_line = True
        options = self.create_parser("huiyin", "restore").parse_args(words)
        done.extend(restoring.bring_back(options.folder, options.keys))

    def handle(self, *args: str, **options: Any) -> None:
        """Prove what was brought back, and say so; exit 1 where a proof fails."""
        proofs = {name: _proof(name) for name in PROOFS}
        opened = _opened()
        is_whole = all(code == 0 for code, _ in proofs.values()) and not opened.startswith("cannot")
        if options["json"]:
            told = {name: json.loads(words) for name, (_, words) in proofs.items()}
            self.stdout.write(json.dumps({"done": done, **told, "opened": opened, "whole": is_whole}))
        else:
            lines = [f"{name}: {'clean' if code == 0 else words}" for name, (code, words) in proofs.items()]
            self.stdout.write("\n".join([*done, *lines, f"opening: {opened}"]))
        if not is_whole:
            sys.exit(1)


def _proof(name: str) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command(name, "--json", stdout=out)
    except SystemExit as ended:
        return int(ended.code or 0), out.getvalue()
    return 0, out.getvalue()


def _opened() -> str:
    """Open the newest receipt with the keys of this home: what it stands for, and the key its code was sealed with."""
    receipt = (
        apps.get_model("matters", "Receipt").objects.order_by("-issued_at").select_related("matter").first()
    )
    if receipt is None:
        return "there is no receipt yet"
    try:
        settings.KEYRING.key("code", int(receipt.code_hmac.partition(":")[0]))
        words = len(receipt.matter.title)
    except (KeyError, ValueError) as wrong:
        return f"cannot open receipt {receipt}: {wrong}"
    return f"receipt {receipt} opens ({words} characters of its title)"
