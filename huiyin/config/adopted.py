"""Which local regulations this installation adopted, on top of the national one: HUIYIN_OVERLAYS."""

import os

from huiyin.config import wrong_use
from huiyin.statute import rules


def overlays() -> tuple[str, ...]:
    """The names, in any order, separated by commas or spaces; raises WrongUse for one that is not there."""
    names = tuple(os.environ.get("HUIYIN_OVERLAYS", "").replace(",", " ").split())
    if names:
        known = [name for name in rules.available() if rules.load(name).overlay is not None]
        for name in names:
            if name not in known:
                raise wrong_use.WrongUse(
                    f"HUIYIN_OVERLAYS names {name!r}; the local regulations there are: {', '.join(known)}."
                )
    return names
