"""Registration: the one way in, for every channel. Nothing here refuses a petition."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from huiyin.matters.filing import Filing
from huiyin.matters.governing import rules_for
from huiyin.matters.matter import Matter
from huiyin.matters.petition import Registration
from huiyin.people.actor import Actor
from huiyin.people.organ import Organ


def register(
    filing: Filing, *, by: Actor, organ: Organ, at: datetime | None = None, rules: str | None = None
) -> Registration:
    """Register a filing at an organ; returns the registration with its receipt. The same key again returns the first.

    `at` is when it was received, not before 1949 and not in the future (the door checks and says so); the day and the
    organ's region decide which rule set it comes under, unless `rules` names one.
    """
    found = _with_key(filing)
    if found is not None:
        return found
    try:
        with transaction.atomic():
            received = at or timezone.now()
            governing = rules or rules_for(organ.region_id, timezone.localdate(received))
            matter = Matter.opened_for(filing, organ, received, governing)
            return matter.enter(by=by, at=at, filing=filing, organ=organ)
    except IntegrityError:
        found = _with_key(filing)
        if found is None:
            raise
        return found


def _with_key(filing: Filing) -> Registration | None:
    registrations = Registration.objects.select_related("receipt", "petition", "matter")
    return registrations.filter(petition__key=filing.key).first()
