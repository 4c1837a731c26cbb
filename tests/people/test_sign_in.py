"""Guessing passwords gets slow; nobody is ever locked out."""

from datetime import UTC, datetime, timedelta

import pytest

from huiyin.people.sign_in import MustWait, SignInAttempt, wait_seconds

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 23, 4, 0, 0, tzinfo=UTC)


def failures(count, username="handler", address="10.0.0.1"):
    """Failed attempts, each made when it was allowed; the moment of the last."""
    at = NOON
    for _ in range(count):
        at += timedelta(seconds=wait_seconds(username, address, at=at))
        SignInAttempt.begin(username, address, at=at)
    return at


@pytest.mark.parametrize(
    ("failed", "seconds"),
    [(0, 0), (1, 0), (2, 0), (3, 2), (4, 4), (5, 8), (6, 16), (7, 32), (8, 60), (30, 60)],
)
def test_the_wait_doubles_up_to_a_minute(failed, seconds):
    at = failures(failed)
    assert wait_seconds("handler", "10.0.0.1", at=at) == seconds


def test_trying_too_early_is_told_how_long_to_wait():
    at = failures(4)
    with pytest.raises(MustWait, match="请等 3 秒再试") as caught:
        SignInAttempt.begin("handler", "10.0.0.1", at=at + timedelta(seconds=1))
    assert caught.value.seconds == 3


def test_trying_too_early_makes_the_wait_no_longer():
    at = failures(4)
    with pytest.raises(MustWait):
        SignInAttempt.begin("handler", "10.0.0.1", at=at + timedelta(seconds=1))
    assert wait_seconds("handler", "10.0.0.1", at=at + timedelta(seconds=4)) == 0


def test_a_success_forgets_the_failures_before_it():
    at = failures(5) + timedelta(minutes=1)
    SignInAttempt.begin("handler", "10.0.0.1", at=at).succeed()
    assert wait_seconds("handler", "10.0.0.1", at=at) == 0


def test_guesses_from_many_addresses_count_together():
    for number in range(3):
        SignInAttempt.begin("handler", f"10.0.1.{number}", at=NOON)
    assert wait_seconds("handler", "10.0.2.1", at=NOON) == 2


def test_an_officer_at_their_usual_desk_does_not_wait_for_a_stranger():
    SignInAttempt.begin("handler", "10.0.0.1", at=NOON - timedelta(days=3)).succeed()
    failures(8, address="203.0.113.9")
    assert wait_seconds("handler", "10.0.0.1", at=NOON) == 0


def test_one_officers_failures_do_not_slow_another():
    failures(8)
    assert wait_seconds("head", "10.0.0.1", at=NOON) == 0


def test_attempts_made_at_the_same_moment_see_each_other():
    for _ in range(3):
        SignInAttempt.begin("handler", "10.0.0.1", at=NOON)
    with pytest.raises(MustWait):
        SignInAttempt.begin("handler", "10.0.0.1", at=NOON)


def test_an_hour_later_nothing_is_held_against_anyone():
    at = failures(8)
    assert wait_seconds("handler", "10.0.0.1", at=at + timedelta(hours=1)) == 0


def test_neither_the_name_nor_the_address_is_kept_in_clear():
    attempt = SignInAttempt.begin("handler", "10.0.0.1", at=NOON)
    assert "handler" not in attempt.username_index and "10.0.0.1" not in attempt.address_index


def test_old_attempts_are_forgotten():
    SignInAttempt.begin("handler", "10.0.0.1", at=NOON - timedelta(days=91))
    SignInAttempt.begin("handler", "10.0.0.1", at=NOON)
    assert SignInAttempt.objects.forget_old(NOON) == 1
