"""Sending: at least once to the provider, once to the person, and always to an end."""

import random
import uuid
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import DatabaseError, transaction

from huiyin.mailroom import sending
from huiyin.mailroom.notice import Notice, State

pytestmark = [pytest.mark.django_db, pytest.mark.engine]
MONDAY = datetime(2026, 11, 23, 2, tzinfo=UTC)


def sms(number="13800000001"):
    notice = Notice.made(
        uuid.uuid4(),
        about="register",
        recipient=uuid.uuid4(),
        recipient_kind="petitioner",
        channel="sms",
        address=number,
        text="您的材料已收到。",
    )
    notice.save()
    return notice


def again(notice):
    notice.refresh_from_db()
    return notice


def test_a_notice_that_the_provider_takes_has_come_to_its_end(phone):
    notice = sms()
    assert sending.send_due() == 1
    assert (again(notice).state, phone.heard) == (State.DELIVERED, [str(notice.reference)])


def test_what_has_ended_is_not_sent_again(phone):
    sms()
    sending.send_due()
    assert sending.send_due() == 0


def test_a_provider_that_is_down_is_asked_again_a_minute_later(phone):
    phone.behaviours.append("down")
    with time_machine.travel(MONDAY, tick=False):
        notice = sms()
        sending.send_due()
    assert (again(notice).state, notice.next_try_at) == (State.RETRYING, MONDAY + timedelta(minutes=1))


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 2), (3, 4), (9, 256), (10, 360), (60, 360)])
def test_each_pause_is_twice_the_last_up_to_six_hours(attempts, minutes):
    assert sending.pause(attempts) == timedelta(minutes=minutes)


def test_after_three_days_it_gives_up_and_somebody_has_a_letter_to_post(phone):
    phone.behaviours += ["down"] * 100
    with time_machine.travel(MONDAY, tick=False) as clock:
        notice = sms()
        while not again(notice).is_ended:
            sending.send_due()
            clock.shift(timedelta(minutes=10))
    letter = Notice.objects.letters_owed().get()
    assert (notice.state, notice.ended_at - notice.created_at) == (State.GAVE_UP, timedelta(hours=72))
    assert (letter.text, letter.recipient) == (notice.text, notice.recipient)


def test_a_number_that_does_not_exist_ends_at_once_and_goes_on_paper(phone):
    phone.behaviours.append("unknown number")
    notice = sms()
    sending.send_due()
    assert again(notice).state == State.FAILED and Notice.objects.letters_owed().count() == 1


@pytest.mark.parametrize("when", ["killed before", "killed after"])
def test_a_worker_killed_while_sending_is_followed_by_one_that_tells_the_person_once(phone, when):
    phone.behaviours.append(when)
    with time_machine.travel(MONDAY, tick=False) as clock:
        notice = sms()
        with pytest.raises(phone.Killed):
            sending.send_due()
        assert sending.send_due() == 0  # the lease runs
        clock.shift(sending.LEASE)
        sending.send_due()
    assert (again(notice).state, phone.heard) == (State.DELIVERED, [str(notice.reference)])


@pytest.mark.long
def test_two_thousand_notices_survive_a_bad_provider_and_a_worker_that_keeps_dying(phone):
    chance = random.Random(9)
    kinds, weights = (
        ["sent", "accepts and times out", "down", "killed before", "killed after"],
        [50, 30, 10, 5, 5],
    )
    with time_machine.travel(MONDAY, tick=False) as clock:
        notices = [str(sms().reference) for _each in range(2_000)]
        while Notice.objects.unfinished().exists():
            phone.behaviours[:] = chance.choices(kinds, weights, k=50)
            try:
                tried = sending.send_due()
            except phone.Killed:
                continue
            if not tried:
                clock.shift(timedelta(minutes=10))
    assert sorted(phone.heard) == sorted(notices)
    assert not Notice.objects.exclude(state=State.DELIVERED).exists()


def test_an_end_is_final_even_for_who_writes_past_the_model(phone):
    notice = sms()
    sending.send_due()
    with pytest.raises(DatabaseError), transaction.atomic():
        Notice.objects.filter(pk=notice.pk).update(state=State.CREATED, ended_at=None)


def test_a_second_end_is_not_taken():
    notice = sms()
    assert (notice.end(State.DELIVERED), notice.end(State.FAILED)) == (True, False)


def test_a_notice_without_an_end_after_three_days_is_an_alarm():
    with time_machine.travel(MONDAY):
        notice = sms()
    with time_machine.travel(MONDAY + timedelta(hours=73)):
        sms()
        assert list(Notice.objects.unfinished_since(hours=72)) == [notice]


def test_trying_an_ended_one_again_is_a_new_round_with_a_reference_of_its_own(phone):
    notice = sms()
    sending.send_due()
    Notice.objects.enter([again(notice).again()])
    sending.send_due()
    assert len(set(phone.heard)) == 2


def test_choosing_the_next_notice_takes_two_queries(phone, django_assert_num_queries):
    for _each in range(20):
        sms()
    with django_assert_num_queries(4 + 2):  # claim: begin, select, update, commit; end: update, read back
        sending.send_due(limit=1)
