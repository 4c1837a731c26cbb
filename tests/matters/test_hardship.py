"""Help stands beside the answer: whatever the answer is, and after its end; nothing is asked for it."""

import pytest

from huiyin.matters.hardship import HardshipHelp
from huiyin.matters.timeline import timeline
from tests.matters import stages

GIVEN = {"kinds": ["relief", "legal_aid"], "words": "周三上午到民政所找罗干事，带户口本。"}


@pytest.mark.parametrize("stage", [stages.accepted_matter, stages.closed_matter])
def test_help_is_given_at_any_time_and_moves_nothing(village, running, stage):
    matter = stage(village)
    before = (matter.stage, running(matter))
    matter.help_in_hardship(by=village.actor(village.handler), organ=village.town, **GIVEN)
    assert (matter.stage, running(matter)) == before


def test_the_petitioner_reads_who_helps_and_how(village):
    matter = stages.accepted_matter(village)
    matter.help_in_hardship(by=village.actor(village.handler), organ=village.bureau, **GIVEN)
    line = timeline(matter, public=True)[0]
    assert village.bureau.name in line.says and line.fields["words"] == GIVEN["words"]


def test_help_asks_for_no_promise():
    assert HardshipHelp.asks == ("kinds", "organ", "words")


def test_no_help_is_none(village, refused):
    matter = stages.accepted_matter(village)
    with refused("哪些帮助"):
        matter.help_in_hardship(
            by=village.actor(village.handler), organ=village.town, **GIVEN | {"kinds": []}
        )
