"""How alike two texts are: the pairs of characters that both have, each weighing as much as it is rare.

Texts come as sets of tokens (matters/search.py), so that comparing needs neither words nor a dictionary. The measure
is the cosine of the two texts, each pair of characters weighted by its rarity.
"""

import math
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from huiyin.matters.search import GAP, tokenize

SHORTEST = 4
"""Characters from which on a shared phrase says something."""


@dataclass(frozen=True)
class Rarity:
    """In how many of `size` texts each token stands."""

    size: int
    found_in: Mapping[str, int]

    @classmethod
    def among(cls, texts: Collection[set[str]]) -> "Rarity":
        """Counted in these texts."""
        return cls(len(texts), Counter(token for text in texts for token in text))

    def weight(self, token: str) -> float:
        """Above 0, and the higher the fewer texts have it; the most for a token that none has."""
        return math.log1p((self.size + 1) / (self.found_in.get(token, 0) + 0.5))

    def rarest(self, tokens: Iterable[str], most: int) -> list[str]:
        """The rarest of these tokens, in an order that is always the same."""
        return sorted(tokens, key=lambda token: (self.found_in.get(token, 0), token))[:most]


def tokens_of(text: str) -> set[str]:
    """The tokens of a text, each once."""
    return set(tokenize(text)) - {GAP}


def likeness(one: set[str], other: set[str], rarity: Rarity) -> float:
    """From 0, nothing in common, to 1, the same tokens."""
    both = _square(one & other, rarity)
    return both / math.sqrt(_square(one, rarity) * _square(other, rarity)) if both else 0.0


def containment(part: set[str], whole: set[str], rarity: Rarity) -> float:
    """How much of a few words stands in a text, from 0 to 1; likeness would hold the rest of the text against them."""
    both = _square(part & whole, rarity)
    return both / _square(part, rarity) if both else 0.0


def phrases(one: str, other: str, rarity: Rarity, most: int = 3) -> list[str]:
    """What both texts say word for word, the weightiest first: the reason for which they are called alike."""
    found = {phrase: _square(tokens_of(phrase), rarity) for phrase in _shared(_plain(one), _plain(other))}
    return sorted(found, key=lambda phrase: (-found[phrase], phrase))[:most]


def _square(tokens: set[str], rarity: Rarity) -> float:
    return sum(rarity.weight(token) ** 2 for token in tokens)


def _plain(text: str) -> list[str]:
    """The runs of letters and digits."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(one if one.isalnum() else " " for one in plain).split()


def _shared(runs: list[str], others: list[str]) -> Iterable[str]:
    """Of each run, from left to right, the longest stretches that some other run has too."""
    there = " ".join(others)
    for run in runs:
        start = 0
        while start + SHORTEST <= len(run):
            end = start
            while end < len(run) and run[start : end + 1] in there:
                end += 1
            if end - start >= SHORTEST:
                yield run[start:end]
            start = max(end, start + 1) if end - start >= SHORTEST else start + 1
