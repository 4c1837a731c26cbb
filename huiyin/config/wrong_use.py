"""Wrong use of the program: one sentence on stderr and exit code 2, never a traceback."""

import os
import sys


class WrongUse(SystemExit):
    """The program was asked for something it cannot do; the sentence says what to do instead."""

    def __init__(self, sentence: str) -> None:
        print(f"huiyin: {sentence}", file=sys.stderr)
        super().__init__(2)


def number(name: str, *, default: int, at_most: int) -> int:
    """The whole number (1 to `at_most`) that the environment gives under `name`; raises WrongUse."""
    text = os.environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= at_most:
        raise WrongUse(f"{name} must be a whole number from 1 to {at_most}, and is {text!r}.")
    return int(text)
