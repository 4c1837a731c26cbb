"""One step of a story: somebody of the cast does what is open to them, or tries what is not and is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from huiyin.matters.act import kinds
from huiyin.matters.errors import NotAllowed
from huiyin.matters.possible import acts_open_to
from huiyin.people.actor import Actor
from huiyin.statute.tables import Move
from tests.matters import moves
from tests.story.world import World, asked

Choose = Callable[[list[Any]], Any]
TRIES = 4
GATE_SAID_NO = ("这一步办不了", "没有“", "不在您的单位", "已经回避，请由")
"""What the gate alone says: an act that was offered is never turned back with it."""


SIDEWAYS = {"withdraw", "take_over", "send_back", "link", "refer_discipline", "dispute"}


def goes_onward(move: Move) -> bool:
    """It brings the matter to another stage, on the way to its answer."""
    return bool(move.to) and move.act not in SIDEWAYS


def do(world: World, subject: Any, choose: Choose, wanted: Callable[[Move], bool]) -> str:
    """Let somebody do one of the wanted acts; returns which, or nothing where none was open or it was refused."""
    actor, offered = _somebody(world, subject, choose, wanted)
    if not offered:
        return ""
    act = choose(sorted(offered))
    told = moves.fields(world.village, subject, act, choose)
    approved = moves.second(world.village, actor, act)
    line = f"{actor}: {act} {subject}"
    try:
        with asked() as seen:
            getattr(subject, act)(by=actor, approved=approved, **told)
    except NotAllowed as no:
        assert not any(words in no.sentence for words in GATE_SAID_NO), f"{line}: {no.sentence}"
        world.refused[f"{act}: {no.sentence}"] += 1
        world.told.append(f"{world.now:%Y-%m-%d %H:%M} {line}, refused: {no.sentence}")
        return ""
    except TypeError:
        assert not told, line  # nothing to fill in: this act needs something that is not there yet
        return ""
    world.note(act, seen, f"{line} {told}")
    return str(act)


def be_refused(world: World, subject: Any, choose: Choose) -> None:
    """Let somebody try one act that is not offered; one whose object is not there has nothing to fill in."""
    actor = choose(world.cast)
    offered = {move.act for move in acts_open_to(subject, actor)}
    act = choose(sorted(act for act in set(kinds) - offered - {"register"} if hasattr(subject, act)))
    told = moves.fields(world.village, subject, act, choose)
    if told or act in moves.ASKS_NOTHING:
        with pytest.raises(NotAllowed):
            getattr(subject, act)(by=actor, approved=actor, **told)


def _somebody(
    world: World, subject: Any, choose: Choose, wanted: Callable[[Move], bool]
) -> tuple[Actor, list[str]]:
    """One to whom a wanted act is open, most often from where the matter is; and which acts these are."""
    bearer = getattr(subject, "lead", subject)
    duties = {
        duty
        for move in subject.law.acts_from(bearer.stage or None, bearer.track)
        if wanted(move)
        for duty in move.duties
    }
    able = [actor for actor in world.cast if duties & _duties(actor)] or world.cast
    near = [actor for actor in able if actor.organ is None or actor.organ.pk == bearer.organ_id]
    for _ in range(TRIES):
        actor = choose(near * 3 + able)
        offered = [move.act for move in acts_open_to(subject, actor) if wanted(move)]
        if offered:
            break
    return actor, offered


def _duties(actor: Actor) -> set[str]:
    return set(actor.post.duties) if actor.post else {actor.capacity}
