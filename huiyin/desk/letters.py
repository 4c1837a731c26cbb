"""待寄: letters that somebody has still to post, for petitioners whom no short message reaches."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from huiyin.desk.door import with_duty
from huiyin.desk.finding import address_of, ref_of
from huiyin.desk.frame import page
from huiyin.desk.tongue import lang
from huiyin.mailroom.notice import Medium, Notice, State
from huiyin.matters.matter import Matter
from huiyin.papers import words
from huiyin.people.duty import Duty
from huiyin.people.petitioner import Petitioner


@with_duty(Duty.REGISTER)
def letters(request: Any) -> HttpResponse:
    """What this office has to post, the longest waiting first."""
    owed = list(_of_office(request).letters_owed())
    people = Petitioner.objects.in_bulk([letter.recipient for letter in owed])
    return page(
        request, "desk/letters.html", {"rows": [_row(letter, people[letter.recipient]) for letter in owed]}
    )


@with_duty(Duty.REGISTER)
@require_POST
def letter_posted(request: Any, pk: Any) -> HttpResponse:
    """It went to the post: its end, told once or twice."""
    get_object_or_404(_of_office(request), pk=pk).end(State.DELIVERED)
    return redirect("desk:letters")


def _of_office(request: Any) -> Any:
    """Letters about what this office registered, in whose name they are written."""
    mine = Matter.objects.visible_to(request.officer).filter(petitions__registered_by=request.actor.organ)
    return Notice.objects.filter(
        channel=Medium.LETTER, recipient_kind="petitioner", matter__in=mine
    ).select_related("matter")


def _row(letter: Notice, person: Petitioner) -> dict[str, Any]:
    return {
        "pk": letter.pk,
        "name": person.name or "",
        "address": person.address or "",
        "number": ref_of(letter.matter),
        "url": address_of(letter.matter),
        "text": letter.text or "",
        "day": words.table(timezone.localdate(letter.created_at), lang()),
    }
