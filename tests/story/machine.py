"""The machine that tells random stories. Each step is a number drawn by Hypothesis, so that a failure is made short."""

from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any, ClassVar

from django.db import transaction
from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from huiyin.ledger.verify import walk
from huiyin.matters.audit import audit
from huiyin.statute.tables import Move
from tests.matters import joint, stages
from tests.story import invariants
from tests.story.doing import Choose, be_refused, do, goes_onward
from tests.story.world import World
from tests.village import Village

HOURS = [1] * 6 + [8, 30, 200, 900]
MOST_MATTERS = 3
BEGINNINGS = [
    stages.registered_matter,
    stages.forwarded_matter,
    stages.assigned_matter,
    stages.accepted_matter,
    stages.investigated_matter,
    stages.drafted_matter,
    stages.replied_matter,
    stages.delivered_matter,
    stages.closed_matter,
    stages.requested_review,
    joint.joined_matter,
]
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
TOLD_ONCE = (Phase.generate,)  # to shrink a story takes longer than to read it


class Story(RuleBasedStateMachine):
    """Petitioners, officers of every organ, reviewers, the worker's night and the clock, in any order."""

    village: ClassVar[Village]
    done: ClassVar[Counter[str]] = Counter()
    refused: ClassVar[Counter[str]] = Counter()
    dear: ClassVar[Counter[str]] = Counter()
    reached: ClassVar[set[str]] = set()

    def __init__(self) -> None:
        super().__init__()
        self._nothing_stays = transaction.atomic()
        self._nothing_stays.__enter__()
        self.world = World(self.village)
        self.world.begin()

    @initialize(number=st.integers(0, 2**20))
    def a_beginning(self, number: int) -> None:
        """One matter that has already come some way, so that every stage is lived through and not only the first."""
        self.world.take_up(Random(number).choice(BEGINNINGS))

    @rule(number=st.integers(0, 2**20))
    def a_step(self, number: int) -> None:
        """One step, some hours after the one before it; the number decides all of it."""
        choose = Random(number).choice
        self.world.wait(choose(HOURS))
        choose(STEPS)(self, choose)

    def _somebody_goes_on(self, choose: Choose) -> None:
        """An act that brings a matter or a review to another stage."""
        self._act(choose, goes_onward)

    def _somebody_does_something(self, choose: Choose) -> None:
        """Any act."""
        self._act(choose, bool)

    def _somebody_tries_what_is_shut(self, choose: Choose) -> None:
        """An act that is not offered."""
        be_refused(self.world, choose(self.world.subjects()), choose)

    def _a_night_passes(self, choose: Choose) -> None:
        """The worker looks at the clocks and writes the post."""
        self.world.night()
        for matter in self.world.matters:
            self._hold(matter, [*invariants.always, *invariants.at_night])

    def _somebody_petitions(self, choose: Choose) -> None:
        """One more petition, now and then of wrongdoing, on the web or by a letter that has to be written out."""
        if len(self.world.matters) < MOST_MATTERS:
            told = choose(
                [{}, {"channel": "letter", "awaits_transcript": True}, {"people": (stages.FARMER,)}]
            )
            matter = self.world.petition(accusation=choose([True] + [False] * 7), **told)
            self._hold(matter, invariants.always)

    def teardown(self) -> None:
        """Hold the whole record and every replay against what was told, then forget it."""
        try:
            assert audit().findings == []
            assert walk().breaks == []  # I13
        finally:
            Story.done.update(self.world.done)
            Story.refused.update(self.world.refused)
            for act, asked in self.world.dear.items():
                Story.dear[act] = max(Story.dear[act], asked)
            Story.reached |= self.world.reached
            note("\n".join(self.world.told))
            self.world.end()
            transaction.set_rollback(True)
            self._nothing_stays.__exit__(None, None, None)

    def _act(self, choose: Choose, wanted: Callable[[Move], bool]) -> None:
        first, *others = self.world.subjects()
        subject = choose([first, first, *others])
        if do(self.world, subject, choose, wanted):
            self._hold(subject.matter_itself, invariants.always)

    def _hold(self, matter: Any, held: Any) -> None:
        matter.refresh_from_db()
        self.world.reached |= {matter.lead.stage, *matter.reviews.values_list("stage", flat=True)}
        for invariant in held:
            invariant(self.world, matter)


STEPS = (
    [Story._somebody_goes_on] * 16
    + [Story._somebody_does_something] * 6
    + [Story._somebody_tries_what_is_shut] * 2
    + [Story._a_night_passes, Story._somebody_petitions]
)


def settled(*, stories: int, steps: int, shrink: bool = False, same: bool = False) -> settings:
    """So many stories of so many steps at most; the `same` ones each time, where a test must not fail by chance."""
    phases = (Phase.generate, Phase.shrink) if shrink else TOLD_ONCE
    return settings(
        max_examples=stories,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=QUIET,
        phases=phases,
        database=None,
        derandomize=same,
    )
