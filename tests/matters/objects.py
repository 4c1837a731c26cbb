"""What an act is done to or rests upon: an open question, a paper, a live matter. Empty where there is none."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from huiyin.matters.document import Document
from huiyin.people.organ import Organ
from tests.matters import stages
from tests.matters.sayings import EMERGENCY
from tests.village import Village


def question(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    asked = matter.questions.filter(answered_on=None).first()
    return {"question": asked, "words": "镇里来修。"} if asked else {}


def paper(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    papers = list(matter.documents.filter(voided_on=None).order_by("pk"))
    return {"document": choose(papers), "reason": "写错了"} if papers else {}


def live_matter(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    """To another matter: most often to one that is being answered."""
    others = list(type(matter).system.exclude(pk=matter.pk).order_by("pk"))
    return {"live": choose(others), "reason": "同一条渠"} if others else {}


def main_matter(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    """With another, whichever: the gate says which may be."""
    others = list(type(matter).system.exclude(pk=matter.pk).order_by("pk"))
    return {"main": choose(others), "reason": "同一段渠"} if others else {}


def final_opinion(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    """With the number of a final review that was delivered, where there is one."""
    given = Document.objects.filter(kind="D21").values_list("number", flat=True).first()
    told = {"new_facts": "新的鉴定", "help_available": "可以申请救助"}
    return {"prior_number": given or "明政复〔2026〕1号"} | told


def decision(village: Village, review: Any, choose: Any) -> dict[str, Any]:
    return stages.DECISION | {"result": choose(["upheld", "changed", "revoked", "remanded"])}


def execution(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    return {"execution": matter.executions.first(), "evidence": "照片"} if matter.executions.exists() else {}


def clarification(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    waiting = matter.open_clarification()
    return {"clarification": waiting, "words": "从村口数第三段。"} if waiting else {}


def part(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    others = [organ for organ in (village.bureau, village.county, village.town) if organ != matter.lead.organ]
    due = timezone.localdate() + timedelta(days=choose([1, 10, 30]))
    return {"to": choose(others), "task": "查批文", "due_on": due}


def called_off(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    one = matter.open_assistances().first()
    return {"assistance": one, "reason": "查到了"} if one else {}


def emergency(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    return EMERGENCY | {"noticed_at": timezone.now() - timedelta(minutes=20), "to": village.city}


def taking(village: Village, review: Any, choose: Any) -> dict[str, Any]:
    officer = {village.county: village.reviewer, village.city: village.leader}
    return {"handler": village.actor(officer.get(review.organ, village.reviewer)).post}


def agency(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    return {"agency": matter.agents().first()} if matter.agents().exists() else {}


def informed(village: Village, matter: Any, choose: Any) -> dict[str, Any]:
    """The personnel organ of the city, which is founded where there is none."""
    name, kept = "中共明川市委组织部", {"kind": "personnel", "region_id": "9901"}
    organ = Organ.objects.get_or_create(name=name, defaults=kept)[0]
    return {"to": organ, "situation": "反映一名干部收受财物。"}
