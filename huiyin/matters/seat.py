"""Who may do a move, and from which seat: the actor's duty, and the organ that the statute wants it done from."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.people.organ import Organ
from huiyin.people.organ_kind import OrganKind

SUPERVISING = (OrganKind.PETITION_OFFICE, OrganKind.SUPERVISION_OFFICE, OrganKind.JOINT_CONFERENCE)


def require(deed: Deed) -> None:
    """Raise NotAllowed unless the actor has one of the move's duties in the seat it needs, and is not recused."""
    if not any(_holds(deed, duty) for duty in deed.move.duties):
        raise NotAllowed(_why(deed))
    if not fits(deed):
        raise NotAllowed(_("这件事现在不在您的单位，这一步由别的单位来办。"))
    if deed.by.officer is not None and recused(deed):
        raise NotAllowed(_("您在这件事上已经回避，请由别的同事来办。"))


def fits(deed: Deed) -> bool:
    """Whether the actor has one of the move's duties in the seat that it needs."""
    return any(
        _seats[deed.rules.seat_of(deed.move, duty)](deed) for duty in deed.move.duties if _holds(deed, duty)
    )


def recused(deed: Deed) -> bool:
    """Whether the officer who acts has stepped back from this matter."""
    return deed.recused


def _holds(deed: Deed, duty: str) -> bool:
    if duty in ("petitioner", "system"):
        return deed.by.capacity == duty
    return deed.by.has(duty)


def _why(deed: Deed) -> str:
    if deed.move.duties == ("petitioner",):
        return _("这一步只能由信访人本人来做。")
    if deed.by.capacity == "assistant":
        return _("助理可以准备，签发和批准要本人来做。")
    return _("您的岗位没有“%(duty)s”这项职责。") % {"duty": deed.rules.duties[deed.move.duty].zh}


def _anywhere(deed: Deed) -> bool:
    return True


def _at_bearer(deed: Deed) -> bool:
    organ = deed.by.organ
    return organ is not None and (
        deed.bearer.organ_id == organ.pk or _carries_on(organ, deed.bearer.organ) or _keeps(deed)
    )


def _carries_on(organ: Organ, gone: Organ) -> bool:
    """Whether it is the successor today of one that ended: what that one closed is its to answer for."""
    return gone.ended_on is not None and gone.standing() == organ


def _keeps(deed: Deed) -> bool:
    """What is sealed is worked on by the posts that it was granted to, wherever they sit, unless it names where they sat."""
    matter = deed.subject.matter_itself
    granted = matter.sealed and matter.grants.filter(post=deed.by.post).exists()
    return granted and type(matter).objects.visible_to(deed.by.officer).filter(pk=matter.pk).exists()


def _at_sender(deed: Deed) -> bool:
    organ = deed.by.organ
    senders = deed.bearer.senders
    return organ is not None and any(
        one.organ_id == organ.pk or _carries_on(organ, one.organ) for one in senders
    )


def _at_lead(deed: Deed) -> bool:
    lead = deed.bearer.lead
    return lead is not None and deed.by.organ is not None and lead.organ_id == deed.by.organ.pk


def _above(deed: Deed) -> bool:
    organ = deed.by.organ
    return organ is not None and (
        (organ.kind == OrganKind.JOINT_CONFERENCE and _around(organ, deed.bearer.organ))
        or organ in deed.bearer.organ.superiors()
    )


def _supervising(deed: Deed) -> bool:
    organ = deed.by.organ
    return organ is not None and (
        (organ.kind in SUPERVISING and _around(organ, deed.bearer.organ))
        or _at_bearer(deed)
        or organ in deed.bearer.organ.superiors()
    )


def _around(outer: Organ, inner: Organ) -> bool:
    return inner.region_id.startswith(outer.region_id)


_seats: dict[str, Callable[[Deed], bool]] = {
    "any": _anywhere,
    "self": _anywhere,
    "machine": _anywhere,
    "bearer": _at_bearer,
    "lead": _at_lead,
    "sender": _at_sender,
    "superior": _above,
    "reviewer": _at_bearer,
    "supervisor": _supervising,
}
