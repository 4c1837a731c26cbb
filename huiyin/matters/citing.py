"""Citing 引用政策: an answer names the version of a policy that was in force, by its id; its basis still stands in words."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.gate import HISTORY
from huiyin.matters.policy import PolicyVersion


def cite(matter: Any, deed: Deed, answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers, each with what it cites written out under `cited`.

    Raises NotAllowed where a version held neither when the matter was heard nor today, or where the library has a
    policy for such matters and an answer neither cites it nor says why it does not apply.
    """
    usable = {str(version.pk): version for version in in_force(matter, deed.on)}
    ready = {pk: version for pk, version in usable.items() if version.policy.is_for(matter.topic)}
    for answer in answers:
        _require_in_force(answer, usable)
        if ready and deed.by.channel not in HISTORY:
            _require_cited(answer, ready)
    named = {pk for answer in answers for pk in answer.get("policies") or ()}
    PolicyVersion.objects.filter(pk__in=named, cited_on=None).update(cited_on=deed.on)
    return [_written_out(answer, usable) for answer in answers]


def in_force(matter: Any, on: date) -> list[PolicyVersion]:
    """The versions that an opinion of this day may cite: of then, when the matter was heard, or of now."""
    held = PolicyVersion.objects.in_force(matter.heard_on, on)
    return list(held.select_related("policy").order_by("policy__title", "policy__number", "-since_on"))


def offered(matter: Any, on: date) -> list[PolicyVersion]:
    """Those worth choosing from: made for such matters, then those for all; every one where no topic is known."""
    usable = in_force(matter, on)
    fitting = [version for version in usable if version.policy.is_for(matter.topic)]
    general = [version for version in usable if not version.policy.topic]
    return [*fitting, *general] if matter.topic else usable


def _require_in_force(answer: dict[str, Any], usable: dict[str, PolicyVersion]) -> None:
    strange = [pk for pk in answer.get("policies") or () if pk not in usable]
    if not strange:
        return
    version = PolicyVersion.objects.filter(pk=strange[0]).select_related("policy").first()
    if version is None:
        raise NotAllowed(_("政策库里没有这一版政策，请从列表里选。"), field="answers")
    raise NotAllowed(
        _("%(version)s（%(days)s）在提出信访那天和今天都不在施行，请换一版。")
        % {"version": version, "days": version.days},
        field="answers",
    )


def _require_cited(answer: dict[str, Any], ready: dict[str, PolicyVersion]) -> None:
    if set(answer.get("policies") or ()) & set(ready) or str(answer.get("no_policy") or "").strip():
        return
    names = "、".join(dict.fromkeys(str(version.policy) for version in ready.values()))
    raise NotAllowed(
        _("这类事项有现成的政策：%(names)s。请选用，或写明为什么不适用。") % {"names": names}, field="answers"
    )


def _written_out(answer: dict[str, Any], usable: dict[str, PolicyVersion]) -> dict[str, Any]:
    chosen = list(dict.fromkeys(answer.get("policies") or ()))
    if not chosen:
        return answer
    return answer | {"policies": chosen, "cited": [usable[pk].told for pk in chosen]}
