"""What must hold of every matter after every act (DOMAIN.md §8.3). A new one is a function more in this file."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from huiyin.ledger.entry import FIRST, Entry
from huiyin.ledger.pending import Pending
from huiyin.mailroom.apps import READER
from huiyin.mailroom.notice import ENDS, Notice, State
from huiyin.mailroom.occasion import Occasion
from huiyin.matters import evidence
from huiyin.matters.filing import Channel
from huiyin.matters.matter import Matter
from huiyin.matters.party import Side
from huiyin.portal.standing import standing
from huiyin.statute import rules as statute
from tests.story import page
from tests.story.world import World

Invariant = Callable[[World, Matter], None]
always: list[Invariant] = []
at_night: list[Invariant] = []
WRITTEN = {"replied", "delivered", "closed"}
IN_HAND = {"accepted", "investigating", "drafted", "replied", "delivered"}


def _always(function: Invariant) -> Invariant:
    always.append(function)
    return function


def _at_night(function: Invariant) -> Invariant:
    at_night.append(function)
    return function


@_always
def i1_exactly_one_organ_leads(world: World, matter: Matter) -> None:
    assert matter.assignments.filter(is_lead=True).count() == 1
    lead = matter.lead
    assert (lead.ended_on is None) == matter.law.stage(lead.stage).open


@_always
def i1_nobody_else_has_it_in_hand(world: World, matter: Matter) -> None:
    assert not matter.assignments.open().filter(is_lead=False, assists=False).exists()


@_always
def i1_whoever_has_accepted_it_has_named_a_handler(world: World, matter: Matter) -> None:
    lead = matter.lead
    stepped_back = matter.recusals.exists()  # the head names another, who may not be there yet
    taken_over = matter.takings_over.exists()  # so does the organ above
    assert lead.stage not in IN_HAND or lead.handler_id or stepped_back or taken_over


@_always
def i2_its_age_never_decreases(world: World, matter: Matter) -> None:
    assert (matter.registered_at, matter.heard_on) == world.memory.first_seen(matter)


@_always
def i3_nothing_is_answered_without_a_paper(world: World, matter: Matter) -> None:
    there = Matter.system.get(pk=matter.pk).documents.filter(kind="D17")
    apart = Matter.system.filter(sealed_from=matter, documents__kind="D17")
    assert matter.lead.stage not in WRITTEN or matter.sealed or there.exists() or apart.exists()


@_always
def i4_no_window_starts_without_a_proven_delivery(world: World, matter: Matter) -> None:
    assert not matter.clocks.filter(delivery__completed_on=None, delivery__isnull=False).exists()


@_always
def i5_no_date_moves_without_a_recorded_ground(world: World, matter: Matter) -> None:
    for clock in matter.clocks.all():
        extended, pauses = clock.extensions(), clock.pauses()
        assert sum(extended) <= statute.load(clock.rules).terms[clock.term].extend_total
        assert clock.due_on >= clock.computed().due
        assert clock.due_on == clock.computed(extended, pauses).due
        assert not world.memory.moved_without_ground(clock, (extended, pauses))


@_always
def i6_no_more_speak_for_a_group_than_the_law_says(world: World, matter: Matter) -> None:
    most = matter.law.limits["representatives"].value
    assert matter.parties.filter(side=Side.PETITIONER, is_contact=True).count() <= most


@_always
def i7_what_is_sealed_is_its_keepers_alone(world: World, matter: Matter) -> None:
    if matter.sealed:
        named = matter.mentions.values_list("organ", flat=True)
        assert not matter.grants.exclude(post__isnull=False).exists()
        assert not matter.grants.filter(post__organ__in=named).exists()
        assert all("seal_keeper" in grant.post.duties for grant in matter.grants.select_related("post"))
        others = [actor.officer for actor in world.cast if actor.post and not actor.has("seal_keeper")]
        assert not any(Matter.objects.visible_to(officer).filter(pk=matter.pk).exists() for officer in others)


@_always
def i8_closed_means_that_every_gate_was_passed(world: World, matter: Matter) -> None:
    if matter.lead.stage == "closed":
        assert not matter.deliveries.filter(review=None, completed_on=None).exists()
        missing = {
            gate.name for gate in matter.law.gates_for("close") if not evidence.found(gate.name, matter)
        }
        asked_later = (
            {"delivery_proven"} if matter.reviews.exists() else set()
        )  # what a review decides is owed anew
        assert missing <= asked_later


@_at_night
def i9_every_notice_owed_is_made_or_exempt_for_a_reason(world: World, matter: Matter) -> None:
    assert not Pending.objects.filter(reader=READER, entry__stream=matter.pk).exists()
    wordless = Notice.objects.filter(state__in=(State.FAILED, State.GAVE_UP), trouble="")
    assert not wordless.exists() and not Notice.objects.filter(state__in=ENDS, ended_at=None).exists()
    if not matter.sealed and not Matter.system.filter(sealed_from=matter).exists():
        for entry in Entry.objects.filter(stream=matter.pk):
            assert _is_told(matter, entry) or _needs_no_notice(matter, entry), entry.kind


def _is_told(matter: Matter, entry: Entry) -> bool:
    return Notice.objects.filter(entry=entry, matter=matter, recipient_kind="petitioner").exists()


def _needs_no_notice(matter: Matter, entry: Entry) -> bool:
    occasion = Occasion.of(entry)
    if occasion is None or occasion.move.internal or "petitioner" not in occasion.move.tells:
        return True
    in_hand = matter.petitions.filter(channel__in=(Channel.WEB, Channel.VISIT)).exists()
    return entry.kind == "register" and in_hand  # the receipt says the same


@_always
def i10_paused_days_are_those_of_the_hearings(world: World, matter: Matter) -> None:
    for clock in matter.clocks.filter(term="final-review"):
        paused = set().union(*(_days(*pause) for pause in clock.pauses()))
        called = clock.review.hearings.prefetch_related("records")
        heard = set().union(*(_days(hearing.on, _until(hearing)) for hearing in called))
        assert paused == heard


def _until(hearing: Any) -> date:
    """The last day that is not counted; the day before the first where it did not take place."""
    record = hearing.records.first()
    if record is None:
        return hearing.held_on
    return record.held_on if record.outcome == "held" else hearing.on - timedelta(days=1)


def _days(first: date, last: date) -> set[date]:
    return {first + timedelta(days=n) for n in range((last - first).days + 1)}


@_always
def i11_a_linked_petition_is_told_who_answers_and_until_when(world: World, matter: Matter) -> None:
    """In the letter as it was that day, and on its page as it is now, which moves with the live one."""
    if matter.lead.stage == "linked" and not matter.linked_to.sealed:
        page.is_said_in_the_letter(matter, matter.linked_to)
    for repeat in (matter, *Matter.system.filter(linked_to=matter)):
        live = repeat.live()
        if live not in (None, repeat):
            page.carries(repeat, live, world.now.date())


@_always
def i11_what_is_joined_is_in_one_organs_hand_and_keeps_its_own_answer_and_day(
    world: World, matter: Matter
) -> None:
    if matter.joined_to_id is None:
        return
    main, lead = matter.joined_to, matter.lead
    assert main.joined_to_id is None and not main.sealed and not matter.sealed
    assert main.lead.organ_id == lead.organ_id
    owed = matter.clocks.running().filter(assignment=lead, term__in=("handling", "simplified-decide"))
    assert lead.stage not in ("accepted", "investigating", "drafted") or owed.exists()


@_always
def i12_every_clock_keeps_the_rule_set_of_its_matter(world: World, matter: Matter) -> None:
    assert not matter.clocks.exclude(rules=matter.rules).exists()


@_always
def i13_the_record_is_one_unbroken_chain(world: World, matter: Matter) -> None:
    entries = list(Entry.objects.filter(stream=matter.pk).order_by("number"))
    assert [entry.number for entry in entries] == list(range(1, matter.version + 1))
    assert [entry.previous for entry in entries] == [FIRST, *(entry.hash for entry in entries)][:-1]
    assert entries[-1].hash == entries[-1].computed_hash()


@_always
def i14_every_state_is_said_in_one_plain_sentence(world: World, matter: Matter) -> None:
    stands = standing(matter, world.now.date(), "phone")
    assert stands.word and stands.says and "{" not in stands.says and "…" not in stands.says
