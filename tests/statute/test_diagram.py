"""The picture of the moves is drawn from the moves."""

import re

import pytest

from huiyin.statute import rules
from huiyin.statute.diagram import mermaid

RULES = rules.load("cn-2022")


@pytest.mark.parametrize("track", ["assignment", "review"])
def test_every_line_is_a_state_or_an_arrow(track: str) -> None:
    head, *lines = mermaid(RULES, track).splitlines()
    assert head == "stateDiagram-v2"
    assert [
        line
        for line in lines
        if not re.fullmatch(r" {4}(\w+: .+|(\w+|\[\*\]) --> (\w+|\[\*\])(: .+)?)", line)
    ] == []


def test_every_stage_is_drawn() -> None:
    drawn = mermaid(RULES)
    assert [
        s.name for s in RULES.stages.values() if s.track == "assignment" and f"    {s.name}: " not in drawn
    ] == []


def test_a_forward_ends_here_and_begins_there() -> None:
    drawn = mermaid(RULES, language="en")
    assert "triage --> passed_on: T03 Forward\n" in drawn and "triage --> forwarded: T03 Forward +\n" in drawn


def test_acts_that_leave_the_stage_are_not_drawn() -> None:
    assert "备注" not in mermaid(RULES)
