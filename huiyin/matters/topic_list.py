"""Topic list 专项清单: what is checked item by item for matters of a topic. Read once from checklists.toml, and checked."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

FILE = Path(__file__).with_name("checklists.toml")
NAME = re.compile(r"[a-z]+(-[a-z]+)*")
LONGEST = 90


class ListWrong(ValueError):
    """The file of lists has a fault; the sentence names the entry and what is wrong with it."""


@dataclass(frozen=True)
class Item:
    """One thing to check. A `finding`, where it was not done, is told in the answer; a `log` needs a day and with whom."""

    id: str
    zh: str
    en: str
    finding: bool = False
    log: bool = False

    @property
    def words(self) -> str:
        """It in the reader's language."""
        return self.en if (get_language() or "").startswith("en") else self.zh


@dataclass(frozen=True)
class TopicList:
    """The items for every matter whose topic holds one of the words `topics`, and none of `unless`."""

    id: str
    zh: str
    en: str
    topics: tuple[str, ...]
    items: tuple[Item, ...]
    unless: tuple[str, ...] = ()

    def is_for(self, topic: str) -> bool:
        """Whether matters of this topic are checked by it."""
        return any(word in topic for word in self.topics) and not any(word in topic for word in self.unless)

    @property
    def words(self) -> str:
        """Its name in the reader's language."""
        return self.en if (get_language() or "").startswith("en") else self.zh


def lists_for(topic: str) -> tuple[TopicList, ...]:
    """The lists by which matters of this topic are checked, in the order of the file; mostly none."""
    return tuple(one for one in _installed() if one.is_for(topic))


def read(text: str) -> tuple[TopicList, ...]:
    """The lists of a file. Raises ListWrong, naming the entry, where one is not as it must be."""
    lists = tuple(_list(told) for told in tomllib.loads(text).get("list", []))
    _require_told_apart([one.id for one in lists])
    _require_told_apart([item.id for one in lists for item in one.items])
    return lists


@cache
def _installed() -> tuple[TopicList, ...]:
    return read(FILE.read_text("utf-8"))


def _list(told: dict[str, Any]) -> TopicList:
    _require(told, strings=("id", "zh", "en"), more=("topics", "unless", "item"))
    topics, unless = (tuple(told.get(name, ())) for name in ("topics", "unless"))
    if not topics or not all(isinstance(word, str) and word for word in (*topics, *unless)):
        raise ListWrong(f"{told['id']}: topics names at least one word, and only words")
    items = tuple(_item(each) for each in told.get("item", []))
    if not items:
        raise ListWrong(f"{told['id']}: a list has at least one item")
    return TopicList(told["id"], told["zh"], told["en"], topics, items, unless)


def _item(told: dict[str, Any]) -> Item:
    _require(told, strings=("id", "zh", "en"), more=("finding", "log"))
    marks = {name: told.get(name, False) for name in ("finding", "log")}
    if not all(isinstance(value, bool) for value in marks.values()):
        raise ListWrong(f"{told['id']}: finding and log are true or false")
    return Item(told["id"], told["zh"], told["en"], **marks)


def _require(told: dict[str, Any], *, strings: tuple[str, ...], more: tuple[str, ...]) -> None:
    named = str(told.get("id", "?"))
    for name in strings:
        value = told.get(name)
        if not isinstance(value, str) or not 0 < len(value.strip()) <= LONGEST:
            raise ListWrong(f"{named}: {name} is missing, or longer than {LONGEST} characters")
    if not NAME.fullmatch(named):
        raise ListWrong(f"{named}: an id is small letters and hyphens")
    if strange := sorted(set(told) - {*strings, *more}):
        raise ListWrong(f"{named}: {', '.join(strange)} is not known here")


def _require_told_apart(ids: list[str]) -> None:
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            raise ListWrong(f"{id}: an id stands only once")
        seen.add(id)
