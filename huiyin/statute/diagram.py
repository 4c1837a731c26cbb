"""The moves as a Mermaid state diagram, so that the picture in the documentation is never a second copy."""

from collections.abc import Iterator

from huiyin.statute.ruleset import RuleSet
from huiyin.statute.tables import ANY, NEW, Move


def mermaid(ruleset: RuleSet, track: str = "assignment", language: str = "zh") -> str:
    """One track's stages and the moves between them; acts that leave the stage as it is are not drawn.

    An arrow whose words end in + leads to the assignment that the move opens at another organ.
    """
    chinese = language.startswith("zh")
    lines = ["stateDiagram-v2"]
    stages = [stage for stage in ruleset.stages.values() if stage.track == track]
    lines += [f"    {stage.name}: {stage.zh if chinese else stage.en}" for stage in stages]
    moves = [move for move in ruleset.moves if move.track == track]
    if any(move.to and not move.from_ for move in moves):
        lines.append(f"    open: {'任一未结阶段' if chinese else 'any open stage'}")
    for move in moves:
        lines += [f"    {arrow}" for arrow in _arrows(move, move.zh if chinese else move.en)]
    left = {name for move in moves if move.to for name in move.from_}
    lines += [f"    {stage.name} --> [*]" for stage in stages if not stage.open and stage.name not in left]
    return "\n".join(lines) + "\n"


def _arrows(move: Move, words: str) -> Iterator[str]:
    if not (move.to or move.opens) or ANY in move.from_:
        return
    for name in move.from_ or ("open",):
        start = "[*]" if name == NEW else name
        if move.to:
            yield f"{start} --> {move.to}: {move.id} {words}"
        if move.opens:
            yield f"{start} --> {move.opens}: {move.id} {words} +"
