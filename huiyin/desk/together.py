"""Handled together, at the desk: what a matter can be joined to, what it is joined with, and the start of its answer."""

from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext as _

from huiyin.desk.act_form import form_class
from huiyin.desk.choosing import Chosen
from huiyin.desk.finding import ref_of
from huiyin.desk.words import Worded
from huiyin.insight.resembling import resembling
from huiyin.matters.act import kinds
from huiyin.matters.assignment import Assignment
from huiyin.matters.fact import Fact
from huiyin.matters.joint import to_join
from huiyin.matters.matter import Matter
from huiyin.matters.party import Party, Side
from huiyin.people.actor import Actor
from huiyin.people.officer import Officer

TAKEN = ("facts", "reasons", "basis", "plan", "policies", "no_policy")
"""What an answer to the same thing may begin with; opinion and day are decided for each request by itself."""


def joining_form(subject: Any, actor: Actor) -> type[Worded]:
    """The form of the act, its main matter chosen from a list. Nobody's person is looked up: they are different people."""
    visible = Matter.objects.visible_to(actor.officer)
    among = to_join(visible, subject)
    alike = [one.matter for one in resembling(subject, among, among.none())]
    others = among.exclude(pk__in=[one.pk for one in alike]).order_by("-registered_at")
    groups = [(_("像是同一个问题"), alike), (_("本单位在办的其他事项"), list(others))]
    plain = form_class(kinds["join"], subject, actor)
    chosen = Chosen(among, says=_says, label=plain.base_fields["main"].label)
    listed = [(words, [(one.pk, _says(one)) for one in matters]) for words, matters in groups if matters]
    chosen.choices = [("", _("请选一件")), *listed]
    return type("JoiningForm", (plain,), {"main": chosen})


def together_with(matter: Any, officer: Officer) -> list[Any]:
    """What is handled together with it and the officer may see too, the next date first; and whether there is more to read."""
    here = OuterRef("pk")
    lead = Assignment.objects.filter(matter=here, is_lead=True)
    others = Party.objects.filter(matter=here).exclude(side=Side.PETITIONER)
    visible = Matter.objects.visible_to(officer).filter(pk__in=matter.together().values("pk"))
    told = {"has_facts": Exists(Fact.objects.filter(matter=here)), "has_sides": Exists(others)}
    return list(visible.annotate(due=Subquery(lead.values("next_due_on")), **told).order_by("due", "pk"))


def main_of(subject: Any, actor: Actor) -> Any:
    """The main matter, if it is joined to one and the officer may see that."""
    if subject.joined_to_id is None:
        return None
    return Matter.objects.visible_to(actor.officer).filter(pk=subject.joined_to_id).first()


def begun_from_main(subject: Any, actor: Actor) -> dict[str, Any]:
    """The main matter's latest answer, request by request in their order, as the start of this one's draft."""
    main = main_of(subject, actor)
    draft = main.drafts.order_by("number").last() if main else None
    if draft is None:
        return {}
    return {
        f"r{position}_{name}": answer[name]
        for position, answer in enumerate(draft.answers, 1)
        for name in TAKEN
        if name in answer
    }


def _says(matter: Any) -> str:
    return f"{ref_of(matter)}　{matter.title}"
