"""Search by words: one bigram tokenizer for both engines, over keyed tokens, so that the index itself reads as noise.

Words of one character cannot be looked for. A token is 31 bits of an HMAC over two neighbouring characters.
"""

import hashlib
import hmac
import re
import unicodedata
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.expressions import RawSQL

from huiyin.matters import tokens

_APART = re.compile(r"[\W_]+")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LETTERS = 6  # base 36, so 31 bits a token
GAP = "-"  # stands between runs, so that no phrase reaches across punctuation


class Words(models.Model):
    """Where the tokens of one matter stand. `id` grows with time, so newest first is by it."""

    matter = models.OneToOneField("matters.Matter", models.PROTECT, related_name="words")

    class Meta:
        verbose_name_plural = "words"

    def __str__(self) -> str:
        return str(self.matter_id)

    @classmethod
    def enter(cls, matter: Any) -> None:
        """Write the tokens of a matter that is being registered; a sealed one has none."""
        if not matter.sealed:
            tokens.write(cls.objects.create(matter=matter).pk, _tokens_of(matter))

    @classmethod
    def index(cls, matter: Any) -> None:
        """Write the tokens of a matter anew; a sealed one has none."""
        if matter.sealed:
            return
        words = cls.objects.filter(matter=matter).first()
        if words is not None:
            tokens.erase(words.pk)
        else:
            words = cls.objects.create(matter=matter)
        tokens.write(words.pk, _tokens_of(matter))

    @classmethod
    def forget(cls, matter: Any) -> None:
        """Remove every token of a matter."""
        for words in cls.objects.filter(matter=matter):
            tokens.erase(words.pk)
            words.delete()


def _tokens_of(matter: Any) -> str:
    """Of its number, title, place and text."""
    return " ".join(tokenize(f"{matter.number}\n{matter.title}\n{matter.place_text}\n{matter.text}"))


def matching(matters: models.QuerySet, query: str) -> models.QuerySet:
    """Those of `matters` that contain every word of `query` (words of two characters or more), newest first."""
    phrases = [tokenize(run) for run in _runs(query) if len(run) > 1]
    if not phrases:
        return matters.none()
    sql, parameters = tokens.search_sql(phrases)
    return matters.filter(words__id__in=RawSQL(sql, parameters)).order_by("-words__id")  # noqa: S611


def with_any(matters: models.QuerySet, wanted: list[str]) -> models.QuerySet:
    """Those of `matters` that have at least one of these tokens."""
    sql, parameters = tokens.any_sql(wanted)
    return matters.filter(words__id__in=RawSQL(sql, parameters))  # noqa: S611


def tokens_by_matter(matters: models.QuerySet) -> dict[Any, set[str]]:
    """The tokens of each matter, by its id. Two queries."""
    rows = {row: pk for pk, row in matters.values_list("pk", "words__id")}
    return {rows[row]: set(kept.split()) - {GAP} for row, kept in tokens.read(list(rows))}


def tokenize(text: str) -> list[str]:
    """The keyed tokens of a text in order: each pair of neighbours, and a gap between runs of letters and digits."""
    found: list[str] = []
    for run in _runs(text):
        found += [_keyed(run[i : i + 2]) for i in range(max(len(run) - 1, 1))]
        found.append(GAP)
    return found[:-1]


def _runs(text: str) -> list[str]:
    return [run for run in _APART.split(unicodedata.normalize("NFKC", text).lower()) if run]


@lru_cache(maxsize=200_000)
def _keyed(pair: str) -> str:
    key = settings.KEYRING.current("index")[1]
    number = int.from_bytes(hmac.new(key, b"bigram\0" + pair.encode(), hashlib.sha256).digest()[:8], "big")
    return "".join(_DIGITS[(number // 36**place) % 36] for place in range(_LETTERS))
