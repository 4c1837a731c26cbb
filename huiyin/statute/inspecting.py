"""What `huiyin statute check` looks at: rule files, installed or named, with every finding and its cure."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from huiyin.statute import checking, diagram, rules
from huiyin.statute.errors import StatuteError
from huiyin.statute.ruleset import RuleSet


@dataclass(frozen=True, slots=True)
class Inspected:
    """One rule file with its findings (entry, cure); `ruleset` is None where it could not be read at all."""

    name: str
    findings: tuple[tuple[str, str], ...]
    ruleset: RuleSet | None

    def drawn(self) -> dict[str, str]:
        """The moves of each track as Mermaid text; nothing where there are findings."""
        if self.ruleset is None or self.findings:
            return {}
        return {track: diagram.mermaid(self.ruleset, track) for track in checking.TRACKS}

    def lines(self) -> list[str]:
        """A line a finding, or one that says it is right."""
        return [f"{self.name}: {entry}: {cure}" for entry, cure in self.findings] or [f"{self.name}: right"]


def inspect(name: str, file: Path, folder: Path | None) -> Inspected:
    """Look at one file; `folder` is the deployer's, where the rule set below an overlay may stand."""
    try:
        ruleset = rules.unchecked(file, folder)
    except StatuteError as error:
        return Inspected(name, ((error.entry, error.cure),), None)
    return Inspected(name, tuple(checking.findings(ruleset)), ruleset)


def chosen(files: Sequence[Path], name: str | None, folder: Path | None) -> list[tuple[str, Path]]:
    """The files to look at: those named, else the rule set of that name, else all that are installed."""
    if files:
        return [(file.stem, file) for file in files]
    names = [name] if name else rules.available(folder)
    return [(each, rules.path(each, folder)) for each in names]
