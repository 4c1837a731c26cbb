"""廖秀英's petition as far as 安平镇's answer, for tests of commands that look at the whole record."""

from datetime import timedelta

from django.utils import timezone

from huiyin.matters.filing import Filing, Person
from huiyin.matters.matter import Matter
from huiyin.matters.registration import register
from huiyin.people.actor import Actor
from tests.village import Village

ELDER = Person(name="廖秀英", phone="138 0000 0001", address="城南县安平镇石桥村 3 组")


def registered(village: Village) -> Matter:
    """Filed on the net at the city's petition office."""
    filing = Filing(title="修水渠占了我家的地", text="去年修水渠占了半亩，没有补偿。", people=(ELDER,))
    return register(filing, by=Actor.petitioner(), organ=village.city_office).matter


def accepted(village: Village) -> Matter:
    """Triaged, passed to 安平镇, told and accepted there."""
    matter, triager, handler = (
        registered(village),
        village.actor(village.triager),
        village.actor(village.handler),
    )
    matter.triage(by=triager, kind="appeal_claim", reports_wrongdoing=False)
    matter.forward(by=triager, to=village.town, reason="属地管理")
    matter.notify(by=handler, route="L6", procedure="由镇里调查后书面答复。")
    matter.accept(by=handler, handler=handler.post)
    matter.investigate(by=handler, plan="到现场丈量。", due_on=timezone.localdate() + timedelta(days=20))
    return matter
