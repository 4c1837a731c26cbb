"""The rule sets that are installed: load one by name, list them, or find the one in force."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from huiyin.statute.calendar import national
from huiyin.statute.checking import check
from huiyin.statute.errors import StatuteError, UnknownRuleSet
from huiyin.statute.overlaying import laid_over
from huiyin.statute.reading import read
from huiyin.statute.reading_overlays import read_overlay
from huiyin.statute.ruleset import RuleSet

OWN = Path(__file__).parent


@lru_cache(maxsize=32)
def load(id: str, extra: Path | None = None) -> RuleSet:
    """The checked rule set of that name; `extra` is a deployer's folder, which adds and never overrides."""
    ruleset = unchecked(path(id, extra), extra)
    check(ruleset)
    return ruleset


def unchecked(file: Path, extra: Path | None = None) -> RuleSet:
    """The rule set of one file as it stands; an overlay comes laid over the rule set that it names."""
    overlay = read_overlay(file)
    if overlay is None:
        return read(file, national(extra))
    if overlay.overlays not in _files(extra):
        known = ", ".join(sorted(_files(extra)))
        raise StatuteError(file.name, "overlays", f"{overlay.overlays} is not installed; there are {known}")
    return laid_over(load(overlay.overlays, extra), overlay)


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


def in_force(region_code: str, on: date, extra: Path | None = None, adopted: Sequence[str] = ()) -> RuleSet:
    """The rule set for a region on a day: the one for the narrowest region, then the latest.

    An overlay is in force only where it is `adopted`: whether a local text still holds is not ours to say.
    """
    fitting = [
        (len(prefix), ruleset.effective_from, ruleset.id)
        for ruleset in (load(id, extra) for id in available(extra))
        for prefix in ruleset.regions or ("",)
        if region_code.startswith(prefix) and _runs(ruleset, on)
        if ruleset.overlay is None or ruleset.id in adopted
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
