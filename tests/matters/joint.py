"""Two matters of different people about the same thing, at 安平镇, for tests of handling them together."""

from huiyin.matters.joining import Joining
from huiyin.matters.matter import Matter
from huiyin.matters.timeline import timeline
from tests.matters import stages
from tests.village import Village

WHY = "同一条渠，同一段塌方"


def farmers(village: Village, *, brought=stages.accepted_matter, **told) -> Matter:
    """The farmer's matter about the same canal."""
    return brought(village, people=(stages.FARMER,), **told)


def joined(village: Village, matter: Matter, main: Matter, *, days: int = 2) -> Joining:
    """The handler of 安平镇 joins the one to the other."""
    handler = village.actor(village.handler)
    return matter.join(by=handler, at=stages.after(days), main=main, reason=WHY)


def apart(village: Village, matter: Matter, *, days: int = 3):
    """And takes them apart again."""
    return matter.unjoin(by=village.actor(village.handler), at=stages.after(days), reason="是另一段渠")


def joined_matter(village: Village, *, at=stages.START) -> Matter:
    """The farmer's, joined to the elder's."""
    main = stages.accepted_matter(village, at=at)
    matter = farmers(village, at=at)
    matter.join(by=village.actor(village.handler), at=at, main=main, reason=WHY)
    return matter


def suspended(village: Village, matter: Matter):
    """The handler suspends one."""
    by = village.actor(village.handler)
    return matter.suspend(by=by, at=stages.after(5), reason_code="succession", reason="等子女")


def fresh(matter: Matter) -> Matter:
    """As it stands now."""
    return Matter.system.get(pk=matter.pk)


def said(matter: Matter, act: str):
    """What its petitioners read last of such an act."""
    return next(line for line in timeline(fresh(matter), public=True) if line.act == act)


def clocks(matter: Matter) -> list:
    """Its terms with their days."""
    return list(matter.clocks.order_by("pk").values("term", "started_on", "due_on", "ended_on"))
