"""廖秀英's petition, a step at a time, as the tests of the mailroom tell it."""

from datetime import timedelta

from django.utils import timezone

from huiyin.matters.filing import Filing, Person
from huiyin.matters.registration import register
from huiyin.people.actor import Actor

ELDER = Person(name="廖秀英", phone="138 0000 0001", address="城南县安平镇石桥村 3 组")
TITLE = "修水渠占了我家的地"


def file(village, *, by=None, person=ELDER, at=None, **more):
    """File it at the city's petition office; returns the matter."""
    filing = Filing(title=TITLE, text="去年修水渠占了半亩，没有补偿。", people=(person,), **more)
    return register(filing, by=by or Actor.petitioner(), organ=village.city_office, at=at).matter


def triage(village, matter):
    matter.triage(by=village.actor(village.triager), kind="appeal_claim", reports_wrongdoing=False)


def forward(village, matter):
    """Triage it and pass it to 安平镇."""
    triage(village, matter)
    matter.forward(by=village.actor(village.triager), to=village.town, reason="属地管理")


def accept(village, matter):
    """Forward it, tell the way, accept it."""
    forward(village, matter)
    handler = village.actor(village.handler)
    matter.notify(by=handler, route="L6", procedure="由镇里调查后书面答复。")
    matter.accept(by=handler, handler=handler.post)


def sign(village, matter):
    """Accept, investigate, draft and sign an answer."""
    accept(village, matter)
    handler = village.actor(village.handler)
    soon = timezone.localdate() + timedelta(days=20)
    matter.investigate(by=handler, plan="到现场丈量。", due_on=soon)
    answers = [
        {
            "request": str(request.pk),
            "opinion": "explained",
            "facts": "2025年9月已补偿到组。",
            "reasons": "组里还没有分到户。",
            "basis": "补偿办法第三条",
        }
        for request in matter.requests.all()
    ]
    matter.draft(by=handler, answers=answers)
    matter.sign(by=village.actor(village.second))


def deliver(village, matter):
    """Sign it and deliver it in person, today."""
    sign(village, matter)
    party = matter.parties.get()
    matter.deliver(by=village.actor(village.handler), party=party, method="in_person", evidence="本人签名")
