"""Whether every clock has an owner: somebody whom it binds, a move that starts it and one that ends it."""

from collections.abc import Iterator

from huiyin.statute.ruleset import RuleSet
from huiyin.statute.tables import Move, Term

BINDS = {"petition_office": "assignment", "unit": "assignment", "review_body": "review"}
"""On which track a clock finds its owner; the petitioner's is bound by a delivery on either."""


def unowned(rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Terms whose clock nobody owns, with the cure."""
    within = {move.within for move in rules.moves}
    for term in rules.terms.values():
        starting = [move for move in rules.moves if term.name in move.starts]
        if not starting and term.name not in within:
            yield (
                f"term.{term.name}",
                "no move starts this clock: name it in a move's starts, or remove the term",
            )
        if starting and not any(term.name in move.stops for move in rules.moves):
            yield f"term.{term.name}", "no move stops this clock: name it in a move's stops"
        if starting and not any(_binds(term, move) for move in starting):
            yield f"term.{term.name}", f"nobody owes it: no move of the {BINDS[term.owed_by]} track starts it"


def _binds(term: Term, move: Move) -> bool:
    return move.track == BINDS.get(term.owed_by, move.track)
