"""Articles as readers say them: the file writes "22.1(3)" for article 22, paragraph 1, item 3."""

import re
from collections.abc import Mapping
from typing import Protocol

from huiyin.statute.reference import Source

ARTICLE = re.compile(r"(?P<article>[1-9]\d*)(?:\.(?P<paragraph>[1-9]\d*))?(?:\((?P<item>[1-9]\d*)\))?")
DIGITS = "零一二三四五六七八九"
UNITS = (("article", "条", "Art. "), ("paragraph", "款", "para. "), ("item", "项", "item "))
BOTH = " + "
"""Between two citations of one rule that two texts make together."""


class Text(Protocol):
    """A text with articles: what a citation needs to know of it."""

    @property
    def short(self) -> str: ...
    @property
    def short_en(self) -> str: ...
    @property
    def articles(self) -> int: ...
    @property
    def sources(self) -> Mapping[str, Source]: ...


class Local(Text, Protocol):
    """A local text; its articles are cited with its name before them, zj-2016:23."""

    @property
    def id(self) -> str: ...


class Cited(Text, Protocol):
    """A rule set, with the local text that lies over it."""

    @property
    def overlay(self) -> Local | None: ...


def cite(article: str, ruleset: Cited, language: str = "zh") -> str:
    """The citation in Chinese ("zh") or English ("en"); a name stands for one of the other sources."""
    chinese = language.startswith("zh")
    cited = [_cite(*_text_of(each, ruleset), chinese) for each in article.split(BOTH)]
    return ("、" if chinese else "; ").join(cited)


def is_known(article: str, ruleset: Cited) -> bool:
    """Whether every part is an article that its text has, or one of its sources."""
    return all(_is_known(*_text_of(each, ruleset)) for each in article.split(BOTH))


def numeral(number: int) -> str:
    """1 to 99 in Chinese numerals, as articles are numbered."""
    tens, ones = divmod(number, len(DIGITS))
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def _text_of(article: str, ruleset: Cited) -> tuple[str, Text]:
    """The article without its text's name, and the text."""
    local = ruleset.overlay
    if local is not None and article.startswith(f"{local.id}:"):
        return article.removeprefix(f"{local.id}:"), local
    return article, ruleset


def _is_known(article: str, text: Text) -> bool:
    match = ARTICLE.fullmatch(article)
    return article in text.sources or (match is not None and int(match["article"]) <= text.articles)


def _cite(article: str, text: Text, chinese: bool) -> str:
    if article in text.sources:
        source = text.sources[article]
        return source.zh if chinese else source.en
    match = ARTICLE.fullmatch(article)
    if match is None:
        raise ValueError(f"{article} is neither an article nor a source")
    parts = [(int(match[name]), zh, en) for name, zh, en in UNITS if match[name]]
    if chinese:
        return text.short + "".join(f"第{numeral(number)}{zh}" for number, zh, _ in parts)
    return f"{text.short_en}, " + " ".join(f"{en}{number}" for number, _, en in parts)
