"""Who acts in a replay: one petition office and one unit that answers; nobody can sign in as any of them."""

from dataclasses import dataclass
from datetime import date

from huiyin.people.actor import Actor
from huiyin.people.holding import Holding
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ
from huiyin.people.organ_kind import OrganKind
from huiyin.people.post import Post, Rank
from huiyin.people.region import Region

SINCE = date(1949, 10, 1)
REGION = ("9909", "回放市")


@dataclass(frozen=True)
class Cast:
    """The office that received everything, the unit that answered everything, and who acts for them."""

    office: Organ
    unit: Organ
    triager: Actor
    handler: Actor
    head: Actor


def gathered() -> Cast:
    """The cast of this home, made where it is not there yet."""
    region, _ = Region.objects.get_or_create(code=REGION[0], defaults={"name": REGION[1]})
    office = _organ("回放市信访局", "回信", OrganKind.PETITION_OFFICE, region)
    unit = _organ("回放市承办单位", "回办", OrganKind.DEPARTMENT, region)
    return Cast(
        office=office,
        unit=unit,
        triager=_actor(office, "replay-triager", "分流岗", ["register", "triage"], Rank.STAFF),
        handler=_actor(unit, "replay-handler", "承办岗", ["handle"], Rank.STAFF),
        head=_actor(unit, "replay-head", "负责人", ["sign", "head"], Rank.HEAD),
    )


def _organ(name: str, letters: str, kind: str, region: Region) -> Organ:
    known = {"letters": letters, "kind": kind, "region": region, "opened_on": SINCE}
    return Organ.objects.get_or_create(name=name, ended_on=None, defaults=known)[0]


def _actor(organ: Organ, username: str, title: str, duties: list[str], rank: int) -> Actor:
    post, _ = Post.objects.get_or_create(organ=organ, title=title, defaults={"duties": duties, "rank": rank})
    officer = Officer.objects.filter(username=username).first()
    if officer is None:
        officer = Officer.objects.create_user(username, name=f"回放{title}")
        Holding.objects.create(post=post, officer=officer, since_on=SINCE)
    return Actor(post, officer, "holder", "replay")
