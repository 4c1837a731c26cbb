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
    """The checked rule set of that name; `extra` is a deployer's folder, which adds and never overrides."""
    ruleset = read(path(id, extra), national(extra))
    check(ruleset)
    return ruleset


def path(id: str, extra: Path | None = None) -> Path:
    """The file of the rule set of that name."""
    files = _files(extra)
    if id not in files:
        en = f"There is no rule set {id}; installed are: {', '.join(sorted(files))}."
        raise UnknownRuleSet(f"没有安装名为“{id}”的规则。", en)
    return files[id]


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
        en = f"No rule set was in force on {on} for region {region_code}."
        raise UnknownRuleSet(f"{on}没有施行中的规则。", en)
    return load(max(fitting)[2], extra)


def _runs(ruleset: RuleSet, on: date) -> bool:
    return ruleset.effective_from <= on and (ruleset.effective_until is None or on <= ruleset.effective_until)


def _files(extra: Path | None) -> dict[str, Path]:
    files = {own.stem: own for own in _rule_files(OWN)}
    for local in _rule_files(extra) if extra else ():
        if local.stem in files:
            raise StatuteError(
                local.name, "file", "rename it: a rule set of this name comes with the program"
            )
        files[local.stem] = local
    return files


def _rule_files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob("*.toml") if not file.name.startswith("holidays"))
