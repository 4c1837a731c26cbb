"""Registration: the one way in, for every channel. Nothing here refuses a petition."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from huiyin.matters.filing import Filing
from huiyin.matters.matter import Matter
from huiyin.matters.petition import Registration
from huiyin.people.actor import Actor
from huiyin.people.organ import Organ


def register(
    filing: Filing, *, by: Actor, organ: Organ, at: datetime | None = None, rules: str = "cn-2022"
) -> Registration:
    """Register a filing at an organ; returns the registration with its receipt. The same key again returns the first.

    `at` is when it was received, not before 1949 and not in the future (the door checks and says so).
    """
    found = _with_key(filing)
    if found is not None:
        return found
    try:
        with transaction.atomic():
            matter = Matter.opened_for(filing, organ, at or timezone.now(), rules)
            return matter.enter(by=by, at=at, filing=filing, organ=organ)
    except IntegrityError:
        found = _with_key(filing)
        if found is None:
            raise
        return found


def _with_key(filing: Filing) -> Registration | None:
    registrations = Registration.objects.select_related("receipt", "petition", "matter")
    return registrations.filter(petition__key=filing.key).first()
