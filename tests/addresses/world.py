"""Three matters that tell the cast apart: one at home, one elsewhere, one under seal; and everybody's browser.

The matter at home went from 市信访局 to 安平镇, was answered, and is reviewed at 城南县. The one elsewhere is 临湖市's
alone. The sealed one was written at /report/, and its words, name, phone, organ and photo are canaries.
"""

from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.utils import timezone

from huiyin.mailroom.incoming.arrival import Arrival
from huiyin.matters import proposal, upload
from huiyin.matters.batch import Batch
from huiyin.matters.category import Category
from huiyin.matters.matter import Matter
from huiyin.matters.policy import Policy
from huiyin.matters.routing import RoutingRule
from huiyin.matters.unmasking import Unmasking
from huiyin.people.holding import Holding
from huiyin.people.recovery import SecondFactorRecovery
from tests.api.client import program_of
from tests.desk.signed_in import signed_in
from tests.matters import stages
from tests.portal.walk import look_up, photo
from tests.village import CAST, SINCE, Village

CANARIES = ("夜鹭七七", "柏乔三九", "13977007700", "栖霞坞四合院", "凤尾账本")
SEALED = {
    "text": "夜鹭七七收了修路的钱，凤尾账本在他家栖霞坞四合院里。",
    "organs_text": "安平镇人民政府栖霞坞四合院",
    "name": "柏乔三九",
    "phone": "13977007700",
}
PETITIONERS = ("holder", "other", "nobody")


@dataclass
class Thing:
    """What one matter has that an address can name, and which officers may see it."""

    pk: Any
    ref: str
    seen_by: frozenset[str]
    material: Any
    registration: Any
    document: Any = None
    opinion: Any = None
    review: Any = None
    proposal: Any = None


@dataclass
class World:
    """The village, its three things, what only administrators name, and a browser for everybody."""

    village: Village
    home: Thing
    elsewhere: Thing
    sealed: Thing
    named: dict[str, Any]
    cookies: dict[str, Any] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)

    def browser(self, part: str) -> Client:
        """The browser of one part, as it was when the world began."""
        client = Client(raise_request_exception=False)
        client.cookies.update(self.cookies[part])
        return client

    def program(self, part: str) -> Client:
        """The program of one part, with the officer's token where there is one."""
        bearer = {"Authorization": f"Bearer {self.tokens[part]}"} if part in self.tokens else {}
        return Client(raise_request_exception=False, headers=bearer)


def world(village: Village) -> World:
    """Build it, by the real acts."""
    home, elsewhere, sealed = _home(village), _elsewhere(village), _sealed(village)
    made = World(village, home, elsewhere, sealed, _named(village))
    made.cookies = {part: signed_in(getattr(village, part)).cookies for part in CAST}
    made.tokens = {part: program_of(getattr(village, part)).token for part in CAST}
    for part, matter in (("holder", home), ("other", elsewhere)):
        made.cookies[part] = _looked_up(Matter.system.get(number=matter.ref))
    made.cookies["nobody"] = Client().cookies
    return made


def _home(village: Village) -> Thing:
    review = stages.requested_review(village, attachments=_photographed("渠.jpg"), e_delivery=True)
    matter = review.matter
    handler = village.actor(village.handler)
    waiting = stages.accepted_matter(village, title="另一件")
    asked = proposal.propose(waiting, "extend", by=handler, days=10, reason="等测绘结果")
    town = {"handler", "head", "second"}
    office = {"registrar", "triager", "supervisor", "administrator", "other_administrator"}
    return Thing(
        pk=matter.pk,
        ref=matter.number,
        seen_by=frozenset(town | office | {"reviewer", "review_head"}),
        material=matter.attachments.get().pk,
        registration=matter.registrations.get().pk,
        document=matter.documents.order_by("pk").first().pk,
        opinion=matter.documents.get(kind="D17").pk,
        review=review.pk,
        proposal=asked.pk,
    )


def _elsewhere(village: Village) -> Thing:
    stranger = village.actor(village.stranger)
    matter = stages.registration(
        village, organ=village.elsewhere, attachments=_photographed("桥.jpg"), e_delivery=True
    ).matter
    matter.triage(by=stranger, kind="appeal_claim", reports_wrongdoing=False)
    matter.notify(by=stranger, route="L6", procedure="由本局调查后书面答复。")
    matter.accept(by=stranger, handler=stranger.post)
    asked = proposal.propose(matter, "extend", by=stranger, days=10, reason="等测绘结果")
    return Thing(
        pk=matter.pk,
        ref=matter.number,
        seen_by=frozenset({"stranger"}),
        material=matter.attachments.get().pk,
        registration=matter.registrations.get().pk,
        document=matter.documents.order_by("pk").first().pk,
        opinion=matter.documents.order_by("pk").first().pk,
        proposal=asked.pk,
    )


def _sealed(village: Village) -> Thing:
    Client().post("/report/", {**SEALED, "files": [photo("夜鹭七七.jpg")]})
    matter = Matter.system.get(sealed=True)
    return Thing(
        pk=matter.pk,
        ref=str(matter.pk),
        seen_by=frozenset({"keeper", "other_keeper"}),
        material=matter.attachments.get().pk,
        registration=matter.registrations.get().pk,
    )


def _photographed(name: str) -> tuple[Any, ...]:
    file = photo(name)
    return (upload.check(file.name, file.read(), file.size),)


def _looked_up(matter: Matter) -> Any:
    client = Client()
    look_up(client, matter.number, matter.receipts.get().shown)
    return client.cookies


def _named(village: Village) -> dict[str, Any]:
    holding = Holding.objects.get(officer=village.handler)
    asked = SecondFactorRecovery.ask(
        village.handler, by=village.actor(village.administrator), reason="手机丢了"
    )
    policy = Policy.objects.create(title="渠道管护办法", organ="明川市水利局")
    version = policy.versions.create(label="2020年版", since_on="2020-01-01", text="第五条")
    category = Category.objects.order_by("pk").first()
    rule = RoutingRule.objects.create(organ=village.town, reason="属地管理", since_on=SINCE)
    return {
        "organ": village.town.pk,
        "post": holding.post_id,
        "officer": village.handler.pk,
        "holding": holding.pk,
        "recovery": asked.pk,
        "policy": policy.pk,
        "policy_version": version.pk,
        "category": category.pk if category else None,
        "routing": rule.pk,
        **_files(village),
    }


def _files(village: Village) -> dict[str, Any]:
    """A file that waits, a batch that is begun, and somebody who asks for names."""
    lines = (
        "编号,标题,内容,时间,用户\n1,路灯不亮,三个月不亮。,2026-02-14,陈桂花\n2,水费,算错了。,昨天,何大山\n"
    )
    registrar, now = village.actor(village.registrar), timezone.now()
    told = {"source": "", "file_name": "旧台账.csv", "purpose": "补录旧台账"}
    arrival = Arrival.of(registrar, content=lines.encode(), mapping="ledger", at=now, **told)
    arrival.save(force_insert=True)
    known = {"file_hash": "0" * 64, "rows": 2, "not_agreed": 0}
    batch = Batch.begun(registrar, village.city_office, at=now, **told, **known)
    days = {"since": now.date(), "until": now.date()}
    asked = Unmasking.ask(village.actor(village.handler), purpose="县审计局核对发放名单", at=now, **days)
    return {"arrival": arrival.pk, "batch": batch.pk, "unmasking": asked.pk}
