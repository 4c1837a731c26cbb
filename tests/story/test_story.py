"""Random stories: whatever anybody may do, in any order and on any day, what must always hold holds."""

from hypothesis.stateful import run_state_machine_as_test

from huiyin.matters.act import kinds
from tests.matters import moves
from tests.story.machine import settled


def test_no_story_breaks_what_must_hold(story):
    run_state_machine_as_test(story, settings=settled(stories=3, steps=25, same=True), _min_steps=25)


def test_whatever_the_accused_do_an_accusation_stays_out_of_their_reach(secrecy):
    run_state_machine_as_test(secrecy, settings=settled(stories=2, steps=12, same=True), _min_steps=12)


def test_the_random_stories_know_every_act():
    assert set(kinds) - set(moves.ASKED) - moves.ASKS_NOTHING - moves.DONE_BY_OTHERS == set()
