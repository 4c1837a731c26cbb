"""The rule sets that are installed: load one by name, list them, or find the one in force."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from huiyin.statute.calendar import national
from huiyin.statute.checking import check
from huiyin.statute.errors import StatuteError, UnknownRuleSet
from huiyin.statute.reading import read
from huiyin.statute.ruleset import RuleSet

OWN = Path(__file__).parent


@lru_cache(maxsize=32)
def load(id: str, extra: Path | None = None) -> RuleSet:
    """The checked rule set of that name; `extra` is a deployer's folder, read after our own and never over it."""
    path = _files(extra).get(id)
    if path is None:
        raise UnknownRuleSet(
            f"没有安装名为“{id}”的规则。",
            f"There is no rule set {id}; installed are: {', '.join(available(extra))}.",
        )
    ruleset = read(path, national(extra))
    check(ruleset)
    return ruleset


def available(extra: Path | None = None) -> tuple[str, ...]:
    """The names of all installed rule sets."""
    return tuple(sorted(_files(extra)))


def in_force(region_code: str, on: date, extra: Path | None = None) -> RuleSet:
    """The rule set for a region on a day: the one for the narrowest region, then the latest."""
    fitting = [
        (len(prefix), ruleset.effective_from, ruleset.id)
        for ruleset in (load(id, extra) for id in available(extra))
        for prefix in ruleset.regions or ("",)
        if region_code.startswith(prefix) and _runs(ruleset, on)
    ]
    if not fitting:
        raise UnknownRuleSet(f"{on}没有施行中的规则。", f"No rule set was in force on {on} for region {region_code}.")
    return load(max(fitting)[2], extra)


def _runs(ruleset: RuleSet, on: date) -> bool:
    return ruleset.effective_from <= on and (ruleset.effective_until is None or on <= ruleset.effective_until)


def _files(extra: Path | None) -> dict[str, Path]:
    files = {path.stem: path for path in _rule_files(OWN)}
    for path in _rule_files(extra) if extra else ():
        if path.stem in files:
            raise StatuteError(path.name, "file", "rename it: a rule set of this name comes with the program")
        files[path.stem] = path
    return files


def _rule_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.toml") if not path.name.startswith("holidays"))
