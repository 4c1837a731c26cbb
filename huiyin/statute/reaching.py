"""Whether every stage can be come to, and can be left for an end."""

from collections.abc import Iterator

from huiyin.statute.ruleset import RuleSet
from huiyin.statute.tables import ANY, NEW, Move, key


def unreached(rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Stages that no chain of moves from nothing leads to, with the cure."""
    led = {name for move in rules.moves for name in _leads_to(move)}
    reached: set[str] = set()
    while (
        found := {
            name for move in rules.moves if _may_begin(rules, move, reached) for name in _leads_to(move)
        }
        - reached
    ):
        reached |= found
    for stage in rules.stages.values():
        if stage.key not in led:
            yield f"stage.{stage.track}.{stage.name}", "no move leads here; add one or remove the stage"
        elif stage.key not in reached:
            yield f"stage.{stage.track}.{stage.name}", "no chain of moves from new leads here; add a move"


def endless(rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Stages with no way out to an end, with the cure."""
    reaching = {stage.key for stage in rules.stages.values() if not stage.open}
    steps = [  # what is passed on ends nothing: the way goes on where it is opened
        (key(move.track, name), key(move.track, move.opens or move.to))
        for move in rules.moves
        if move.to
        for name in move.from_
    ]
    while found := {place for place, to in steps if to in reaching} - reaching:
        reaching |= found
    for stage in rules.stages.values():
        if stage.key not in reaching:
            yield f"stage.{stage.track}.{stage.name}", "no chain of moves leads on to an end; add a move"


def _leads_to(move: Move) -> list[str]:
    return [key(move.track, name) for name in (move.to, move.opens) if name]


def _may_begin(rules: RuleSet, move: Move, reached: set[str]) -> bool:
    """From nothing, or from a stage that was reached; a review is born where the matter stands (`on`)."""
    if NEW in move.from_:
        return not move.on or bool(reached & set(move.on))
    if not move.from_ or ANY in move.from_:
        stages = [stage for stage in rules.stages.values() if stage.track == move.track]
        return any(stage.key in reached for stage in stages if stage.open or move.from_)
    return any(key(move.track, name) in reached for name in move.from_)
