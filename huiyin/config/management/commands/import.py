"""`huiyin import petitions FILE --map title=标题,body=内容,received=时间`: registers what was received elsewhere."""

import csv
import hashlib
import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from rich.console import Console
from rich.progress import track

from huiyin.config import first_office, wrong_use
from huiyin.mailroom.exchange import mapping
from huiyin.mailroom.exchange.mapping import Mapping
from huiyin.mailroom.incoming import guess, petitions, sheet
from huiyin.mailroom.incoming.preview import preview
from huiyin.mailroom.incoming.row import Incoming
from huiyin.mailroom.incoming.table import IncomingSheet
from huiyin.matters.batch import Batch
from huiyin.papers.sheets import as_text
from huiyin.people.actor import Actor
from huiyin.people.refusal import Wrong

SHOWN = 50


class Command(BaseCommand):
    """Looks at every row first; then registers all as one batch, or nothing."""

    help = "Register the petitions of a sheet (csv, xlsx, xls, ods) at the times they were received."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What, from where, and which column is what."""
        parser.add_argument("what", choices=["petitions"])
        parser.add_argument("file", type=Path)
        parser.add_argument("--map", default="", help=f"field=heading, …; fields: {', '.join(sheet.FIELDS)}")
        parser.add_argument(
            "--from", dest="sender", default="", help="a mapping in place of --map: superior, hotline …"
        )
        parser.add_argument("--organ", default="", help="the petition office that received them")
        parser.add_argument(
            "--source", default="", help="who sent the file, where ids of several senders could clash"
        )
        parser.add_argument("--purpose", default="", help="what it is imported for; kept with the batch")
        parser.add_argument("--sheet", default="", help="which sheet, where several have these headings")
        parser.add_argument(
            "--dry-run", action="store_true", help="show what would be done, register nothing"
        )
        parser.add_argument(
            "--skip-bad", action="store_true", help="register the others; FILE.bad.csv names these"
        )
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, *args: str, **options: Any) -> None:
        """Plan, refuse or register, report."""
        by = _mapping(options)
        named, table = self._read(options, by)
        made = petitions.plan(table, named, now=timezone.now(), source=options["source"], by=by)
        self._show_left_out(made)
        if options["dry_run"]:
            self._rehearse(made, list(preview(table, named, made)), as_json=options["json"])
        elif made.bad and not options["skip_bad"]:
            self._refuse(made, as_json=options["json"])
        else:
            self._register(made, options, by)

    def _read(self, options: dict[str, Any], by: Mapping | None) -> tuple[dict[str, str], IncomingSheet]:
        try:
            content, name, only = options["file"].read_bytes(), options["file"].name, options["sheet"]
            if by is not None:
                found = guess.required(content, name, by)
                return found.named, sheet.read(content, name, found.named, only=only or found.sheet)
            named = sheet.mapping(options["map"])
            return named, sheet.read(content, name, named, only=only)
        except OSError as error:
            raise wrong_use.WrongUse(f"{options['file']} cannot be read: {error.strerror}.") from error
        except Wrong as wrong:
            raise wrong_use.WrongUse(str(wrong)) from wrong

    def _rehearse(self, made: petitions.Plan, lines: list[str], *, as_json: bool) -> None:
        """What would be done; exit code 1 as for the act itself."""
        self._report(made, 0, as_json=as_json)
        if not as_json:
            self.stdout.write("\n".join([*lines, f"{len(made.new)} would be registered; nothing was."]))
        if made.bad:
            self._show_bad(made)
            sys.exit(1)

    def _refuse(self, made: petitions.Plan, *, as_json: bool) -> None:
        self._report(made, 0, as_json=as_json)
        self._show_bad(made)
        self.stderr.write("Nothing was registered. Mend these, or add --skip-bad to register the others.")
        sys.exit(1)

    def _register(self, made: petitions.Plan, options: dict[str, Any], mapped: Mapping | None) -> None:
        file = options["file"]
        if made.bad:
            _write_bad(file.with_name(f"{file.name}.bad.csv"), made)
        organ = first_office.petition_office(options["organ"])
        registered = 0
        if made.new:
            by, told = Actor.system(channel="import"), _told(options, made, mapped)
            batch = Batch.begun(by, organ, at=timezone.now(), **told)
            registered = petitions.register_all(made, batch, by, each=_watched(len(made.new)))
            self.stderr.write(f"batch {batch.pk}; huiyin batches --undo takes it back as a whole")
        self._report(made, registered, as_json=options["json"])

    def _report(self, made: petitions.Plan, registered: int, *, as_json: bool) -> None:
        bad = len({bad.row for bad in made.bad})
        counts = {"rows": made.rows, "registered": registered, "already": made.already, "bad": bad}
        counts["left_out"] = len(made.left_out)
        if made.not_agreed:
            counts["not_agreed"] = len(made.not_agreed)
        if as_json:
            self.stdout.write(json.dumps(counts))
            return
        line = (
            "{rows} rows: {registered} registered now, {already} registered before, {bad} to be mended; "
            "{left_out} lines left out"
        )
        self.stdout.write(line.format(**counts))
        if made.not_agreed:
            self.stdout.write(f"{len(made.not_agreed)} not taken: their citizens did not agree")

    def _show_bad(self, made: petitions.Plan) -> None:
        lines = [f"第 {bad.row} 行“{bad.column}”：{bad.cure}" for bad in made.bad[:SHOWN]]
        more = [f"… {len(made.bad) - SHOWN} more"] if len(made.bad) > SHOWN else []
        self.stderr.write("\n".join([*lines, *more]))

    def _show_left_out(self, made: petitions.Plan) -> None:
        """Lines that are taken for no petitions are always named: somebody may know better."""
        lines = [f"没有读第 {line.row} 行：{line.why}" for line in made.left_out[:SHOWN]]
        more = [f"… {len(made.left_out) - SHOWN} more"] if len(made.left_out) > SHOWN else []
        if lines or made.remarks:
            self.stderr.write("\n".join([*made.remarks, *lines, *more]))


def _mapping(options: dict[str, Any]) -> Mapping | None:
    name = options["sender"]
    if not name:
        return None
    try:
        known = mapping.available()
    except mapping.MappingWrong as wrong:
        raise wrong_use.WrongUse(str(wrong)) from wrong
    if name not in known:
        raise wrong_use.WrongUse(f"There is no mapping {name!r}; there are: {', '.join(known)}.")
    return known[name]


def _told(options: dict[str, Any], made: petitions.Plan, by: Mapping | None) -> dict[str, Any]:
    file = options["file"]
    return {
        "source": mapping.source_of(by, options["source"]),
        "file_name": file.name,
        "file_hash": hashlib.sha256(file.read_bytes()).hexdigest(),
        "purpose": options["purpose"],
        "rows": len(made.new),
        "not_agreed": len(made.not_agreed),
    }


def _watched(total: int) -> Any:
    """A progress bar on a terminal, and nothing elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        return iter

    def watch(rows: Iterator[Incoming]) -> Iterator[Incoming]:
        return iter(track(rows, "registering", total=total, console=console))

    return watch


def _write_bad(path: Path, made: petitions.Plan) -> None:
    """Row, column and cure; no cell of the file is repeated. The mark at the front lets Excel read the letters."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["行", "列", "怎么改"])
        writer.writerows([bad.row, as_text(bad.column), bad.cure] for bad in made.bad)
