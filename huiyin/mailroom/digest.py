"""The digest 每日摘要: what an officer should know this morning, once a day, with numbers and no names."""

from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.mailroom.beat import Beat
from huiyin.mailroom.digest_line import DigestLine
from huiyin.mailroom.notice import Medium, Notice
from huiyin.matters.inbox import counts
from huiyin.matters.matter import Matter
from huiyin.people.officer import Officer
from huiyin.statute import calendar
from huiyin.statute import rules as statute

FROM = time(8)
MOST_LINES = 20
WRITTEN = "digests"


class Digest(models.Model):
    """One morning's digest for one officer; the desk shows it, and e-mail carries it where an address is known."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    officer = models.ForeignKey("people.Officer", models.PROTECT, related_name="digests")
    on = models.DateField()
    text = EncryptedTextField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["officer", "on"], name="one_digest_a_day")]

    def __str__(self) -> str:
        return f"{self.officer_id} {self.on}"


def write_all(now: datetime) -> int:
    """Write this working morning's digests, once, from eight o'clock, to whom there is something to say.

    Returns how many. Lines are done with when everybody has theirs: a post may have two officers.
    """
    local = timezone.localtime(now)
    if local.time() < FROM or not calendar.national().is_working(local.date()) or _were_written(local.date()):
        return 0
    known = list(DigestLine.objects.values_list("pk", flat=True))
    officers = Officer.objects.active().exclude(digests__on=local.date()).order_by("pk")
    written = sum(_write(officer, local.date()) for officer in officers)
    with transaction.atomic():
        DigestLine.objects.filter(pk__lte=max(known, default=0)).delete()
        Beat.objects.well(WRITTEN)
    return written


def _were_written(today: date) -> bool:
    last = Beat.objects.last(WRITTEN)
    return last is not None and timezone.localdate(last) >= today


def _write(officer: Officer, today: date) -> bool:
    posts = [holding.post_id for holding in officer.current_holdings(today)]
    if not posts:
        return False
    lines = list(DigestLine.objects.filter(post__in=posts).select_related("entry").order_by("entry_id"))
    owed = counts(officer, today)
    if not lines and not owed["today"]:
        return False
    with transaction.atomic():
        digest = Digest.objects.create(officer=officer, on=today, text=_text(officer, lines, owed))
        if officer.email and settings.SMTP_URL:
            Notice.objects.enter([_email(officer, digest)])
    return True


def _text(officer: Officer, lines: list[DigestLine], owed: dict[str, int]) -> str:
    """Plain lines; only matters that the officer may see are named, and by number alone."""
    wanted = {line.matter_id for line in lines}
    visible = Matter.objects.visible_to(officer).filter(pk__in=wanted, sealed=False)
    numbers = dict(visible.values_list("pk", "number"))
    news = [_news(line, numbers[line.matter_id]) for line in lines if line.matter_id in numbers]
    more = [f"还有 {len(news) - MOST_LINES} 条，请到待办里看。"] if len(news) > MOST_LINES else []
    head = f"今天要办或已超期 {owed['today']} 件，七天内到期 {owed['week']} 件，手上共 {owed['all']} 件。"
    return "\n".join([head, *news[:MOST_LINES], *more])


def _news(line: DigestLine, number: str) -> str:
    on = timezone.localtime(line.entry.occurred_at)
    moves = [move.zh for move in statute.load(line.entry.rules).moves if move.act == line.entry.kind]
    return f"{on.month}月{on.day}日 {number} {moves[0] if moves else line.entry.kind}"


def _email(officer: Officer, digest: Digest) -> Any:
    return Notice.made(
        digest.pk,
        about="digest",
        recipient=officer.pk,
        recipient_kind="officer",
        channel=Medium.EMAIL,
        address=officer.email,
        text=digest.text,
    )
