"""`huiyin batches`: what came in by files; `--undo ID --reason …` takes one back as a whole."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.utils import timezone

from huiyin.config import wrong_use
from huiyin.mailroom.incoming import undoing
from huiyin.matters.batch import Batch
from huiyin.matters.errors import NotAllowed
from huiyin.matters.matter import Matter
from huiyin.people.actor import Actor

SHOWN = 50


class Command(BaseCommand):
    """Lists the last batches, or undoes one."""

    help = "List the files that were imported; undo one batch as a whole."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which, and why."""
        parser.add_argument("--undo", metavar="ID", default="", help="the batch to undo")
        parser.add_argument("--reason", default="", help="why; it goes on record with every matter")
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def handle(self, *args: str, **options: Any) -> None:
        """List, or undo and say what stays."""
        if options["undo"]:
            self._undo(_found(options["undo"]), options)
            return
        for batch in Batch.objects.select_related("organ").order_by("-pk")[:SHOWN]:
            self._tell(_line(batch), as_json=options["json"])

    def _undo(self, batch: Batch, options: dict[str, Any]) -> None:
        try:
            by = Actor.system(channel="import")
            batch.begin_undoing(by, reason=batch.reason or options["reason"], at=timezone.now())
        except NotAllowed as no:
            raise wrong_use.WrongUse(no.sentence) from no
        undoing.undo(batch)
        stays = [
            {"number": kept.matter.number, "why": kept.why}
            for kept in undoing.kept(batch, Matter.system.all())
        ]
        told = {"batch": str(batch.pk), "undone": undoing.how_many_annulled(batch), "kept": stays}
        self._tell(told, as_json=options["json"])

    def _tell(self, told: dict[str, Any], *, as_json: bool) -> None:
        words = [f"{name} {value}" for name, value in told.items() if value != ""]
        self.stdout.write(json.dumps(told, ensure_ascii=False) if as_json else ", ".join(words))


def _found(name: str) -> Batch:
    try:
        return Batch.objects.get(pk=name)
    except (Batch.DoesNotExist, ValidationError) as error:
        raise wrong_use.WrongUse(f"There is no batch {name}; huiyin batches lists them.") from error


def _line(batch: Batch) -> dict[str, Any]:
    state = (
        "undone" if batch.undone_at else "done" if batch.finished_at else "unfinished: import the file again"
    )
    return {
        "batch": str(batch.pk),
        "begun": f"{timezone.localtime(batch.begun_at):%Y-%m-%d %H:%M}",
        "organ": batch.organ.name,
        "source": batch.source,
        "sha256": batch.file_hash,
        "rows": batch.rows,
        "state": state,
    }
