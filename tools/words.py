"""Keep the English catalogue in step with the sources: `make words`. Needs no gettext tools, only polib.

Finds what Python and templates hand to gettext, adds new words to the .po with an empty translation, removes words
that nobody says any more, and writes the .mo. Lists what still has to be translated; exit code 1 while anything has.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "huiyin"
CATALOGUE = HOUSE / "locale/en/LC_MESSAGES/django.po"
ONE = {"_", "gettext", "gettext_lazy", "gettext_noop"}
MANY = {"ngettext", "ngettext_lazy"}
HEADER = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "en",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
Said = tuple[str, str]  # singular, plural or ""


def said() -> dict[Said, set[str]]:
    """Everything that is handed to gettext, with the files that say it."""
    found: dict[Said, set[str]] = {}
    for file in sorted(HOUSE.rglob("*.py")):
        for words in _in_python(file.read_text("utf-8")):
            found.setdefault(words, set()).add(str(file.relative_to(ROOT)))
    for file in sorted(HOUSE.rglob("templates/**/*.html")):
        for words in _in_python(_as_python(file.read_text("utf-8"))):
            found.setdefault(words, set()).add(str(file.relative_to(ROOT)))
    for file in sorted(HOUSE.glob("statute/*.toml")):
        for word in _public_words(tomllib.loads(file.read_text("utf-8"))):
            found.setdefault((word, ""), set()).add(str(file.relative_to(ROOT)))
    return found


def _public_words(rule_set: dict[str, Any]) -> set[str]:
    """What petitioners read of a stage: the pages translate these words, and no source says them in full."""
    tracks = rule_set.get("stage", {}).values()
    return {stage["public"] for stages in tracks for stage in stages.values()}


def _in_python(source: str) -> Iterator[Said]:
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        texts = [_text(argument) for argument in call.args]
        if name in ONE and texts and texts[0]:
            yield texts[0], ""
        if name in MANY and len(texts) > 1 and texts[0]:
            yield texts[0], texts[1]


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _as_python(template: str) -> str:
    """The gettext calls of a template, one a line; Django's own reading of it decides what they are."""
    call = re.compile(
        r"\b(?:_|gettext|ngettext)\((?:u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\"|,|\s|count)+\)"
    )
    return "\n".join(found.group() for found in call.finditer(templatize(template)))


def catalogue() -> polib.POFile:
    """The catalogue as it is, or an empty one."""
    return polib.pofile(str(CATALOGUE), wrapwidth=110) if CATALOGUE.exists() else polib.POFile(wrapwidth=110)


def bring_up_to_date(found: dict[Said, set[str]]) -> polib.POFile:
    """The catalogue with exactly the words that are said, in the order of the files that say them first."""
    known = {(entry.msgid, entry.msgid_plural): entry for entry in catalogue()}
    fresh = polib.POFile(wrapwidth=110)
    fresh.metadata = HEADER
    for (one, many), files in sorted(found.items(), key=lambda pair: (min(pair[1]), pair[0])):
        entry = known.get((one, many)) or polib.POEntry(msgid=one, msgid_plural=many)
        entry.occurrences = [(min(files), "")]
        entry.flags = ["python-format"] if re.search(r"%\(\w+\)", one) else []
        fresh.append(entry)
    return fresh


def main() -> int:
    """Write both files; name what lacks a translation."""
    fresh = bring_up_to_date(said())
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(CATALOGUE))
    fresh.save_as_mofile(str(CATALOGUE.with_suffix(".mo")))
    open_ones = [entry for entry in fresh if not entry.translated()]
    for entry in open_ones:
        print(f"not translated yet: {entry.msgid}  ({entry.occurrences[0][0]})")
    print(f"{len(fresh)} texts, {len(open_ones)} without English")
    return 1 if open_ones else 0


if __name__ == "__main__":
    sys.exit(main())
