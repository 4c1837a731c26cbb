"""A village with a matter at every turn of the main path, and for each the program of an officer whose turn it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from huiyin.matters.matter import find
from tests.api.client import Program, program_of
from tests.api.test_main_path import PETITION, explained, soon
from tests.village import Village


@dataclass
class Turn:
    """One matter where it stands, who may act on it, and the rows that a request about it can name."""

    matter: str
    program: Program
    rows: dict[str, str] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)

    def fits(self, path: str) -> bool:
        """Whether what stands at this path of the description can be done here now."""
        noun = path.rpartition("/")[2]
        needed = {name for name in ("review", "proposal") if f"{{{name}}}" in path}
        return needed <= self.rows.keys() and (noun in self.open or needed == {"proposal"})


def turns(village: Village) -> list[Turn]:
    """The matters, each one step further than the one before; and one with a proposal that waits."""
    path = [
        *(_registered, _triaged, _forwarded, _notified, _accepted, _investigated, _drafted, _signed, _sent),
        *(_delivered, _reviewed),
    ]
    ways = [path[:steps] for steps in range(1, len(path) + 1)]
    return [_walked(village, way) for way in (*ways, [*path[:5], _proposed])]


def _walked(village: Village, way: list[Callable[[Village, Turn], None]]) -> Turn:
    turn = Turn("", program_of(village.registrar))
    for step in way:
        step(village, turn)
    turn.rows |= _rows(village, turn)
    turn.open = {
        row["href"].rpartition("/")[2] for row in turn.program.get(f"/matters/{turn.matter}/acts").json()
    }
    return turn


def _registered(village: Village, turn: Turn) -> None:
    turn.matter = turn.program.done("/petitions", PETITION)["matter"]
    turn.program = program_of(village.triager)


def _triaged(village: Village, turn: Turn) -> None:
    _act(turn, "triage", {"kind": "appeal_claim", "reports_wrongdoing": False})


def _forwarded(village: Village, turn: Turn) -> None:
    _act(turn, "forwarding", {"to": str(village.town.pk), "reason": "属地办理"})
    turn.program = program_of(village.handler)


def _notified(village: Village, turn: Turn) -> None:
    _act(turn, "notification", {"route": "L6", "procedure": "由镇里调查后书面答复"})


def _accepted(village: Village, turn: Turn) -> None:
    _act(turn, "acceptance", {"handler": str(village.handler.actors()[0].post.pk)})


def _investigated(village: Village, turn: Turn) -> None:
    _act(turn, "investigation", {"plan": "到现场看"} | soon(turn.program, f"/matters/{turn.matter}"))


def _drafted(village: Village, turn: Turn) -> None:
    _act(turn, "draft", {"answers": [explained(str(find(turn.matter).requests.get().pk))]})
    turn.program = program_of(village.head)


def _signed(village: Village, turn: Turn) -> None:
    _act(turn, "reply", {})
    turn.program = program_of(village.handler)


def _sent(village: Village, turn: Turn) -> None:
    _act(turn, "delivery-attempt", {"method": "in_person"})


def _delivered(village: Village, turn: Turn) -> None:
    party = str(find(turn.matter).parties.get().pk)
    _act(turn, "proof-of-delivery", {"party": party, "method": "in_person", "evidence": "本人签收"})


def _reviewed(village: Village, turn: Turn) -> None:
    party = str(find(turn.matter).parties.get().pk)
    turn.program = program_of(village.registrar)
    _act(turn, "review-request", {"party": party, "disputed": "没有说哪天修好"})
    turn.rows["review"] = str(find(turn.matter).reviews.get().pk)
    turn.program = program_of(village.reviewer)


def _proposed(village: Village, turn: Turn) -> None:
    body = {"days": 10, "reason": "等测绘"}
    waiting = turn.program.done(f"/matters/{turn.matter}/extension", body, status=202)
    turn.rows["proposal"] = waiting["id"]
    turn.program = program_of(village.head)


def _act(turn: Turn, noun: str, body: Any) -> None:
    turn.program.done(f"/matters/{turn.matter}/{noun}", body)


def _rows(village: Village, turn: Turn) -> dict[str, str]:
    matter = find(turn.matter)
    document = matter.documents.first()
    organs = dict.fromkeys(("to", "suggested", "decider", "organ"), village.bureau.pk)
    rows = organs | {
        "handler": village.handler.actors()[0].post.pk,
        "officer": village.handler.pk,
        "party": matter.parties.get().pk,
        "request": matter.requests.get().pk,
        "live": matter.pk,
        "document": document.pk if document else matter.pk,
    }
    return {name: str(pk) for name, pk in rows.items()}
