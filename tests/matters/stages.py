"""Matters brought to a stage by the real acts, one small builder per stage; each does the steps before it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from huiyin.matters.filing import Filing, Person
from huiyin.matters.matter import Matter
from huiyin.matters.petition import Registration
from huiyin.matters.registration import register
from huiyin.matters.review import Review
from huiyin.people.actor import Actor
from tests.village import Village, resident_number

START = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))  # a Monday, with no holiday near
ELDER = Person(
    name="廖秀英",
    phone="13800000001",
    address="城南县安平镇石桥村 3 组",
    id_number=resident_number("19560312", "002"),
)
FARMER = Person(name="何大山", phone="13800000002", address="城南县安平镇柳湾村 1 组")
PETITIONER = Actor.petitioner()
TITLE = "石桥村灌溉渠损坏"
TEXT = "去年汛期后灌溉渠一直没有修，三十亩地浇不上水。"


def after(days: int) -> datetime:
    """The same hour, so many days after START."""
    return START + timedelta(days=days)


def filing(**told) -> Filing:
    """An ordinary claim of the elder's, but for what the test says."""
    asked = {"title": TITLE, "text": TEXT, "wishes": ("修好灌溉渠",), "people": (ELDER,)}
    return Filing(**asked | told)


def registration(village: Village, *, at: datetime = START, organ=None, **told) -> Registration:
    """What registering at the city's petition office leaves."""
    return register(filing(**told), by=PETITIONER, organ=organ or village.city_office, at=at)


def registered_matter(village: Village, **told) -> Matter:
    return registration(village, **told).matter


def triaged_matter(village: Village, *, at: datetime = START, kind="appeal_claim", **told) -> Matter:
    matter = registered_matter(village, at=at, **told)
    matter.triage(by=village.actor(village.triager), at=at, kind=kind, reports_wrongdoing=False)
    return matter


def forwarded_matter(village: Village, *, at: datetime = START, **told) -> Matter:
    matter = triaged_matter(village, at=at, **told)
    matter.forward(by=village.actor(village.triager), at=at, to=village.town, reason="属镇里职权")
    return matter


def assigned_matter(village: Village, *, at: datetime = START, **told) -> Matter:
    matter = triaged_matter(village, at=at, **told)
    due = (at + timedelta(days=40)).date()
    triager = village.actor(village.triager)
    matter.assign(by=triager, at=at, to=village.town, reason="要结果", report_due_on=due)
    return matter


def objected_matter(village: Village, *, at: datetime = START, **told) -> Matter:
    matter = forwarded_matter(village, at=at, **told)
    matter.object(
        by=village.actor(village.handler), at=at, reason="渠归自然资源局管", suggested=village.bureau
    )
    return matter


def disputed_matter(village: Village, *, at: datetime = START, **told) -> Matter:
    matter = objected_matter(village, at=at, **told)
    triager = village.actor(village.triager)
    matter.dispute(by=triager, at=at, reason="两家都说不归自己", decider=village.city)
    return matter


def notified_matter(village: Village, *, at: datetime = START, route="L6", **told) -> Matter:
    matter = forwarded_matter(village, at=at, **told)
    handler = village.actor(village.handler)
    matter.notify(by=handler, at=at, route=route, procedure="由镇里调查后书面答复。")
    return matter


def accepted_matter(village: Village, *, at: datetime = START, **told) -> Matter:
    matter = notified_matter(village, at=at, **told)
    handler = village.actor(village.handler)
    matter.accept(by=handler, at=at, handler=handler.post)
    return matter


def investigated_matter(village: Village, *, at: datetime = START, **told) -> Matter:
    matter = accepted_matter(village, at=at, **told)
    due = (at + timedelta(days=30)).date()
    matter.investigate(by=village.actor(village.handler), at=at, plan="到现场看渠，问管水员。", due_on=due)
    return matter


def answers(matter: Matter, opinion: str = "supported") -> list[dict[str, str]]:
    """One complete answer per request."""
    return [
        {
            "request": str(request.pk),
            "opinion": opinion,
            "facts": "2025年7月汛期后现场查看，渠身塌了四十米。",
            "reasons": "渠由镇里管护，修复是镇里的事。",
            "basis": "《农田水利条例》第二十条",
            "plan": "雨季前修好。",
            "execute_by": "2026-06-30",
        }
        for request in matter.requests.all()
    ]


def drafted_matter(village: Village, *, at: datetime = START, opinion="supported", **told) -> Matter:
    matter = investigated_matter(village, at=at, **told)
    matter.draft(by=village.actor(village.handler), at=at, answers=answers(matter, opinion))
    return matter


def replied_matter(village: Village, *, at: datetime = START, **told) -> Matter:
    matter = drafted_matter(village, at=at, **told)
    matter.sign(by=village.actor(village.second), at=at)
    return matter


def delivered_matter(village: Village, *, at: datetime = START, **told) -> Matter:
    matter = replied_matter(village, at=at, **told)
    party = matter.parties.order_by("pk").first()
    handler = village.actor(village.handler)
    matter.deliver(by=handler, at=at, party=party, method="in_person", evidence="本人签字")
    return matter


def closed_matter(village: Village, *, at: datetime = START, **told) -> Matter:
    matter = delivered_matter(village, at=at, **told)
    handler, head = village.actor(village.handler), village.actor(village.head)
    if matter.signed_answers()[0]["opinion"] == "supported":
        matter.begin_execution(by=handler, at=at, organ=village.town)
    matter.state_view(by=handler, at=at, words="渠修好了就行。", agrees=True)
    matter.close(by=handler, approved=head, at=at, causes=["policy_gap"])
    return matter


def requested_review(village: Village, *, at: datetime = START, **told) -> Review:
    matter = delivered_matter(village, at=at, **told)
    row = matter.request_review(by=PETITIONER, at=at, party=matter.parties.get(), disputed="日期太晚")
    return row.review


DECISION = {
    "result": "upheld",
    "facts": "经复查，事实清楚。",
    "reasons": "原答复适当。",
    "basis": "《信访工作条例》第三十五条",
}
PROOF = {"method": "in_person", "evidence": "本人签字"}


def decided_review(village: Village, *, at: datetime = START, **told) -> Review:
    review = requested_review(village, at=at, **told)
    review.decide_review(by=village.actor(village.reviewer), at=at, **DECISION)
    return review


def delivered_review(village: Village, *, at: datetime = START, **told) -> Review:
    review = decided_review(village, at=at, **told)
    review.deliver_review(by=village.actor(village.reviewer), at=at, **PROOF)
    return review


def requested_final_review(village: Village, *, at: datetime = START, **told) -> Review:
    """A final review before the city, whose 陈明 may then review."""
    post = village.actor(village.leader).post
    post.duties = ["lead", "review"]
    post.save()
    first = delivered_review(village, at=at, **told)
    return first.request_final_review(by=PETITIONER, at=at, disputed="仍不同意").review
