"""Random stories for as long as somebody asks: `make soak`. A seed that fails is named, and its story made short."""

import itertools
import os
import time
from datetime import timedelta

import pytest
from hypothesis import seed
from hypothesis.stateful import run_state_machine_as_test

from huiyin.matters.act import kinds
from huiyin.statute import rules
from tests.story.machine import Story, settled

FIRST = int(os.environ.get("SOAK_SEED", "1"))
MINUTES = float(os.environ.get("SOAK_MINUTES", "0"))
STORIES, STEPS = 8, 60


@pytest.mark.long
@pytest.mark.engine
def test_no_story_of_many_breaks_what_must_hold(story, capsys):
    until = time.monotonic() + timedelta(minutes=MINUTES).total_seconds()
    with capsys.disabled():
        for number in itertools.count(FIRST):
            print(f"seed {number}: {_told(story, number)}")
            if time.monotonic() >= until:
                break
        print("\n".join(_what_was_reached()))


def _told(story: type[Story], number: int) -> str:
    before = Story.done.total()
    seed(number)(story)
    try:
        run_state_machine_as_test(
            story, settings=settled(stories=STORIES, steps=STEPS, shrink=not MINUTES), _min_steps=STEPS
        )
    except BaseException:
        print(f"seed {number} fails; to have it made short: SOAK_SEED={number} SOAK_MINUTES=0 make soak")
        raise
    return f"{Story.done.total() - before} acts, {Story.done.total()} in all"


def _what_was_reached() -> list[str]:
    law = rules.load("cn-2022")
    stages = {stage.name for stage in law.stages.values()}
    return [
        f"{Story.done.total()} acts; times done, most questions asked of the database:",
        *(f"  {act:22} {times:6} {Story.dear[act]:4}" for act, times in sorted(Story.done.items())),
        *(f"  {times:4} × refused, {said}" for said, times in Story.refused.most_common(12)),
        f"acts never done: {' '.join(sorted(set(kinds) - set(Story.done))) or 'none'}",
        f"stages never reached: {' '.join(sorted(stages - Story.reached)) or 'none'}",
    ]
