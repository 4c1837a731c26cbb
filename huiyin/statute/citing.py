"""Articles as readers say them: the file writes "22.1(3)" for article 22, paragraph 1, item 3."""

import re
from collections.abc import Mapping
from typing import Protocol

from huiyin.statute.reference import Source

ARTICLE = re.compile(r"(?P<article>[1-9]\d*)(?:\.(?P<paragraph>[1-9]\d*))?(?:\((?P<item>[1-9]\d*)\))?")
DIGITS = "零一二三四五六七八九"
UNITS = (("article", "条", "Art. "), ("paragraph", "款", "para. "), ("item", "项", "item "))


class Cited(Protocol):
    """What a citation needs to know of its rule set."""

    @property
    def short(self) -> str: ...
    @property
    def short_en(self) -> str: ...
    @property
    def sources(self) -> Mapping[str, Source]: ...


def cite(article: str, ruleset: Cited, language: str = "zh") -> str:
    """The citation in Chinese ("zh") or English ("en"); a name stands for one of the other sources."""
    chinese = language.startswith("zh")
    if article in ruleset.sources:
        source = ruleset.sources[article]
        return source.zh if chinese else source.en
    match = ARTICLE.fullmatch(article)
    if match is None:
        raise ValueError(f"{article} is neither an article nor a source")
    parts = [(int(match[name]), zh, en) for name, zh, en in UNITS if match[name]]
    if chinese:
        return ruleset.short + "".join(f"第{numeral(number)}{zh}" for number, zh, _ in parts)
    return f"{ruleset.short_en}, " + " ".join(f"{en}{number}" for number, _, en in parts)


def numeral(number: int) -> str:
    """1 to 99 in Chinese numerals, as articles are numbered."""
    tens, ones = divmod(number, len(DIGITS))
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")
