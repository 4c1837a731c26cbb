"""`huiyin mail`: what was told to whom, what waits, and what somebody has to post."""

import json
import uuid
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from huiyin.config import wrong_use
from huiyin.mailroom.channels.spool import Spool
from huiyin.mailroom.notice import Notice, State

MOST = 200


class Command(BaseCommand):
    """Lists notices with masked addresses; shows one in full to whoever holds this machine and its keys."""

    help = "List notices by state; `mail show ID`, `mail retry ID`, `mail posted ID`, `mail spool`."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, and with which notice."""
        parser.add_argument(
            "do", nargs="?", default="list", choices=["list", "show", "retry", "posted", "spool"]
        )
        parser.add_argument("id", nargs="?", help="a notice's id, as the list gives it")
        parser.add_argument("--state", choices=State.values, help="only these")
        parser.add_argument("--json", action="store_true", help="JSON")

    def handle(self, *args: str, **options: Any) -> None:
        """One of five."""
        self.as_json = options["json"]
        getattr(self, f"_{options['do']}")(options)

    def _list(self, options: dict[str, Any]) -> None:
        notices = Notice.objects.order_by("-created_at", "-pk")
        if options["state"]:
            notices = notices.filter(state=options["state"])
        self._write([_masked(notice) for notice in notices[:MOST]])

    def _show(self, options: dict[str, Any]) -> None:
        notice = _found(options["id"])
        self._write([_masked(notice) | {"address": notice.address, "text": notice.text}])

    def _retry(self, options: dict[str, Any]) -> None:
        """Bring the next try forward, or begin a new round of one that has ended."""
        notice = _found(options["id"])
        if notice.is_ended and notice.text is None:
            raise wrong_use.WrongUse("What it said has been erased; there is nothing to send again.")
        if notice.is_ended:
            notice = notice.again()
            Notice.objects.enter([notice])
        else:
            Notice.objects.unfinished().filter(pk=notice.pk).update(next_try_at=timezone.now())
        self._write([_masked(notice)])

    def _posted(self, options: dict[str, Any]) -> None:
        notice = _found(options["id"])
        if notice.channel != "letter":
            raise wrong_use.WrongUse("This is no letter; its channel says by itself when it went out.")
        notice.end(State.DELIVERED)
        self._write([_masked(notice)])

    def _spool(self, options: dict[str, Any]) -> None:
        self._write(list(Spool.at(str(settings.MAIL_ROOT)).messages()))

    def _write(self, rows: list[dict[str, Any]]) -> None:
        if self.as_json:
            self.stdout.write(json.dumps(rows, ensure_ascii=False))
        else:
            self.stdout.write("\n".join("  ".join(str(value) for value in row.values()) for row in rows))


def _masked(notice: Notice) -> dict[str, Any]:
    return {
        "id": str(notice.pk),
        "state": notice.state,
        "channel": notice.channel,
        "about": notice.about,
        "to": notice.masked_address(),
        "attempts": notice.attempts,
        "created_at": timezone.localtime(notice.created_at).isoformat(timespec="seconds"),
        "trouble": notice.trouble,
    }


def _found(text: str | None) -> Notice:
    try:
        return Notice.objects.get(pk=uuid.UUID(text or ""))
    except (ValueError, Notice.DoesNotExist) as error:
        raise wrong_use.WrongUse("Name one notice by its id; `huiyin mail` lists them.") from error
