"""Writing to a petitioner: what is told of an occasion, to which number or as a letter, and when."""

import re
from datetime import datetime, time, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from huiyin.mailroom import wording
from huiyin.mailroom.notice import Medium
from huiyin.mailroom.occasion import Occasion
from huiyin.people.petitioner import Petitioner
from huiyin.people.phone import PhoneWrong, normalise

MOBILE = re.compile(r"1[3-9]\d{9}|\+\d{7,15}")
AWAKE = (time(8), time(21))


def telling(occasion: Occasion) -> wording.Telling:
    """What is told of an occasion that is not sealed."""
    today = timezone.localdate(occasion.entry.occurred_at)
    due = occasion.due()
    blanks = {
        "organ": str(occasion.organ),
        "to": occasion.to_name(),
        "due": wording.day(due, today) if due else "",
        "days": str(occasion.fields.get("days", "")),
        "others": occasion.fields.get("others", ""),
    }
    return about(occasion.matter, occasion.office, occasion.template(), blanks)


def about(matter: Any, office: Any, template: str, blanks: dict[str, str] | None = None) -> wording.Telling:
    """A telling in the name of the office that registered the matter."""
    site = urlsplit(settings.PUBLIC_URL).netloc
    return wording.Telling(template, blanks or {}, office.name, matter.number or "", site, office.phone)


def mobile(petitioner: Petitioner) -> str:
    """The number that short messages reach this petitioner at, or nothing."""
    try:
        number = normalise(petitioner.phone or "")
    except PhoneWrong:
        return ""
    return number if MOBILE.fullmatch(number) else ""


def written(number: str, said: wording.Telling | None, *, received: bool = False) -> dict[str, Any]:
    """Channel, address and text for a mobile number, or for a letter where there is none; sealed without a telling."""
    if said is None:
        text = wording.sealed(received=received)
    else:
        text = wording.short_message(said) if number else wording.letter(said)
    return {"channel": Medium.SMS if number else Medium.LETTER, "address": number or None, "text": text}


def awake(moment: datetime) -> datetime:
    """The same moment by day; the next morning at eight by night: time's own acts wake nobody."""
    local = timezone.localtime(moment)
    if AWAKE[0] <= local.time() < AWAKE[1]:
        return moment
    morning = local.replace(hour=AWAKE[0].hour, minute=0, second=0, microsecond=0)
    return morning if local.time() < AWAKE[0] else morning + timedelta(days=1)
