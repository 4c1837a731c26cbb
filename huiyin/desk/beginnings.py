"""With what the form of an act begins, where something sensible is known already."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from huiyin.desk.answering import written_before
from huiyin.desk.resembling import among_visible, why
from huiyin.people.actor import Actor
from huiyin.people.organ_kind import ADMINISTRATIVE


def beginning(act: str, subject: Any, actor: Actor, pointed: str = "") -> dict[str, Any]:
    """Field → value; `pointed` is the number of the matter that whoever comes here chose to link to."""
    if act == "link" and pointed:
        return _link(subject, actor, pointed)
    known = _beginnings.get(act)
    return known(subject, actor) if known else {}


def _link(matter: Any, actor: Actor, live: str) -> dict[str, Any]:
    found = (one for one in among_visible(matter, actor) if one.matter.number == live)
    return {"live": live, "reason": next(map(why, found), "")}


def _triage(matter: Any, actor: Actor) -> dict[str, Any]:
    requests = "\n".join(request.text for request in matter.requests.all())
    return {"kind": matter.kind, "title": matter.title, "requests": requests}


def _words(matter: Any, actor: Actor) -> dict[str, Any]:
    return {"title": matter.title, "text": matter.text}


def _own_organ(matter: Any, actor: Actor) -> dict[str, Any]:
    return {"organ": actor.organ}


def _handler(matter: Any, actor: Actor) -> dict[str, Any]:
    handler = matter.bearer(actor, "designate").handler_id
    if handler is None and actor.post and "handle" in actor.post.duties:
        handler = actor.post.pk
    return {"handler": handler} if handler else {}


def _today(subject: Any, actor: Actor) -> dict[str, Any]:
    return {"received_on": timezone.localdate()}


def _emergency(matter: Any, actor: Actor) -> dict[str, Any]:
    """To the nearest government above; learnt of just now."""
    above = matter.bearer(actor, "report_urgent").organ.superiors()
    government = next((organ for organ in above if organ.kind in ADMINISTRATIVE), None)
    return {"to": government, "noticed_at": timezone.localtime()}


def _draft(matter: Any, actor: Actor) -> dict[str, Any]:
    return written_before(matter)


_beginnings: dict[str, Callable[[Any, Actor], dict[str, Any]]] = {
    "triage": _triage,
    "correct": _words,
    "transcribe": _words,
    "begin_execution": _own_organ,
    "accept": _handler,
    "designate": _handler,
    "deliver": _today,
    "deliver_review": _today,
    "deliver_final_review": _today,
    "report_urgent": _emergency,
    "draft": _draft,
}
