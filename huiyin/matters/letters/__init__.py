"""The words of each paper, one file per audience; importing this makes them known to composing."""

from huiyin.matters.letters import (
    agreements,
    between_organs,
    findings,
    hearings,
    notices,
    on_file,
    opinions,
    reviews,
)

__all__ = [
    "agreements",
    "between_organs",
    "findings",
    "hearings",
    "notices",
    "on_file",
    "opinions",
    "reviews",
]
