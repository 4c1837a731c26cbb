"""`huiyin run`: the web server and the worker of this installation, until it is told to stop."""

from argparse import ArgumentParser
from contextlib import nullcontext

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from huiyin.config import assets, child, home, serve


class Command(BaseCommand):
    """Checks, then serves."""

    help = "Serve the pages and the API, with the worker beside them, until SIGTERM or Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--no-worker, for installations that keep the worker elsewhere."""
        parser.add_argument(
            "--no-worker", action="store_true", help="serve alone; `huiyin worker` runs elsewhere"
        )

    def handle(self, *args: str, **options: object) -> None:
        """Refuse what is unsafe, lay out the assets, say the address, serve."""
        serve.refuse_unsafe_address()
        serve.refuse_taken_port()
        call_command("check")
        assets.collect()
        self._say_where()
        with nullcontext() if options["no_worker"] else child.beside("worker"):
            serve.serve()

    def _say_where(self) -> None:
        self.stdout.write(
            f"Huiyin serves {home.PUBLIC_URL or home.address()} from {home.HOME} (Ctrl-C ends it)"
        )
        if home.INSECURE and not home.is_loopback():
            self.stdout.write("Warning: plain http to a network (HUIYIN_INSECURE=1); every page says so.")
        if not get_user_model().objects.exists():
            self.stdout.write(
                "Nobody can sign in yet: `huiyin demo` fills an empty home with an invented city."
            )
        self.stdout.flush()
