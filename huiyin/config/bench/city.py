"""The city that is measured: one office and ten units, each with a handler and a head who signs."""

from dataclasses import dataclass
from datetime import date

from huiyin.people.actor import Actor
from huiyin.people.holding import Holding
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ
from huiyin.people.post import Post, Rank
from huiyin.people.region import Region

UNITS = 10


@dataclass(frozen=True)
class Unit:
    """One unit, who handles there, and who signs and approves."""

    organ: Organ
    handler: Actor
    head: Actor


@dataclass(frozen=True)
class City:
    """The office, who triages there, and every unit."""

    office: Organ
    triager: Actor
    units: tuple[Unit, ...]


def found(units: int = UNITS) -> City:
    """Found it in an empty home, with so many units."""
    region = Region.objects.create(code="9901", name="测量市")
    government = Organ.objects.create(name="测量市人民政府", kind="government", region=region)
    office = _organ("测量市信访局", "测信", "petition_office", region, government)
    triager = _actor(office, "分流岗", ["register", "triage"], "triager")
    organs = [_organ(f"第{n}单位", f"测{n}", "department", region, government) for n in range(1, units + 1)]
    return City(office, triager, tuple(_unit(organ, n) for n, organ in enumerate(organs, 1)))


def _unit(organ: Organ, n: int) -> Unit:
    handler = _actor(organ, "承办岗", ["handle"], f"handler{n}")
    head = _actor(organ, "负责人", ["head", "sign"], f"head{n}", Rank.HEAD)
    return Unit(organ, handler, head)


def _organ(name: str, letters: str, kind: str, region: Region, superior: Organ) -> Organ:
    return Organ.objects.create(
        name=name, letters=letters, kind=kind, region=region, superior=superior, phone="12345"
    )


def _actor(organ: Organ, title: str, duties: list[str], username: str, rank: int = Rank.STAFF) -> Actor:
    post = Post.objects.create(organ=organ, title=title, duties=duties, rank=rank)
    officer = Officer.objects.create_user(username, None, name=title, must_change_password=False)
    Holding.objects.create(post=post, officer=officer, since_on=date(2020, 1, 1))
    return officer.actors()[0]
