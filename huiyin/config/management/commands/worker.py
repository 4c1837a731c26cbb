"""`huiyin worker`: clocks, notices, papers and digests, beside the web server."""

import json
import os
import signal
import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from huiyin.config import papers, work
from huiyin.config.jobs import JOBS

POLITE = 10  # papers give way to everything else on this machine


class Command(BaseCommand):
    """Works until SIGTERM."""

    help = "Run the clocks, follow the record, send what is due and set papers, until SIGTERM or Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One round, or a look at how it goes."""
        parser.add_argument("--once", action="store_true", help="do what there is to do, then end")
        parser.add_argument(
            "--check", action="store_true", help="say what is not as it should be, and do nothing"
        )
        parser.add_argument("--papers", action="store_true", help="set a few papers that wait, then end")
        parser.add_argument("--json", action="store_true", help="with --check: one JSON object")

    def handle(self, *args: str, **options: object) -> None:
        """Check, or work."""
        if options["check"]:
            self._check(as_json=bool(options["json"]))
            return
        if options["papers"]:
            os.nice(POLITE)
            papers.set_some()
            return
        worker = work.Worker(JOBS)
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda *_: worker.over.set())
        if not options["once"]:
            worker.run()
        elif not worker.once():
            sys.exit(1)

    def _check(self, *, as_json: bool) -> None:
        found = list(work.findings())
        if as_json:
            self.stdout.write(json.dumps({"findings": found}, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(found) or "The worker is well, and every notice has come to its end.")
        if found:
            sys.exit(1)
