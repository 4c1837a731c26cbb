"""The mailroom reads the record: petitioners are told at once, officers in their next digest."""

from django.conf import settings
from django.utils import timezone

from huiyin.ledger import pending
from huiyin.ledger.entry import Entry
from huiyin.mailroom import audience
from huiyin.mailroom.apps import READER
from huiyin.mailroom.digest_line import DigestLine
from huiyin.mailroom.notice import Medium, Notice
from huiyin.mailroom.occasion import Occasion
from huiyin.mailroom.writing import awake, mobile, telling, written
from huiyin.matters.filing import Channel

HOLDS_RECEIPT = (Channel.WEB, Channel.VISIT)  # the receipt is in the petitioner's hand, and says the same


def read(limit: int = 100) -> int:
    """Read up to `limit` pending entries, each in its own transaction; returns how many."""
    return pending.read(READER, each=tell, limit=limit)


def tell(entry: Entry) -> None:
    """Make the notices and digest lines of one entry; doing so twice changes nothing."""
    occasion = Occasion.of(entry)
    if occasion is None:
        return
    if "petitioner" in occasion.move.tells and not occasion.move.internal:
        Notice.objects.enter(_notices(occasion))
    if not occasion.matter.sealed:
        DigestLine.objects.enter(entry, occasion.matter, audience.posts(occasion))
        Notice.objects.enter(_emergencies(occasion))


def _notices(occasion: Occasion) -> list[Notice]:
    matter, registered = occasion.matter, occasion.entry.kind == "register"
    people = [] if _was_told_before(occasion) else occasion.concerned()
    said = None if matter.sealed else telling(occasion)
    start = timezone.now()
    notices = []
    for party in people:
        number = mobile(party.petitioner)
        if not number and registered and matter.petitions.filter(channel__in=HOLDS_RECEIPT).exists():
            continue
        notices.append(
            Notice.made(
                occasion.entry.pk,
                about=occasion.move.act,
                recipient=party.petitioner_id,
                recipient_kind="petitioner",
                entry=occasion.entry,
                matter=matter,
                organ=occasion.organ,
                next_try_at=awake(start) if occasion.move.duty == "system" else start,
                **written(number, said, received=registered),
            )
        )
    return notices


def _emergencies(occasion: Occasion) -> list[Notice]:
    """An e-mail at once to each whom an emergency was reported to; it names the matter, and nobody in it."""
    text = f"{occasion.organ}报告了一件重大紧急情况，案号{occasion.matter.number}，请马上登录查看。"
    officers = audience.at_once(occasion) if settings.SMTP_URL else []
    return [
        Notice.made(
            occasion.entry.pk,
            about=occasion.move.act,
            recipient=officer.pk,
            recipient_kind="officer",
            entry=occasion.entry,
            matter=occasion.matter,
            channel=Medium.EMAIL,
            address=officer.email,
            text=text,
        )
        for officer in officers
        if officer.email
    ]


def _was_told_before(occasion: Occasion) -> bool:
    """What was split off was received before; and history that nobody was told of is not told late."""
    if occasion.entry.kind == "register":
        return (occasion.matter.sealed_from_id or occasion.matter.split_from_id) is not None
    if occasion.move.duty == "system":
        return not Notice.objects.filter(matter=occasion.matter).exists()
    return False
