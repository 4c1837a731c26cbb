"""The second factor: a code counts once, and two administrators bring back a lost one."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from django.db import IntegrityError, connection

from huiyin.people import second_factor
from huiyin.people.officer import Officer
from huiyin.people.recovery import SecondFactorRecovery
from huiyin.people.refusal import NotAllowed

NOON = datetime(2026, 11, 23, 4, 0, 0, tzinfo=UTC)


def code(officer, at):
    return pyotp.TOTP(officer.second_factor or officer.second_factor_offered).at(at)


@pytest.fixture
def handler(village):
    second_factor.begin(village.handler)
    earlier = NOON - timedelta(minutes=10)
    assert second_factor.confirm(village.handler, code(village.handler, earlier), at=earlier)
    return village.handler


def test_the_phone_gets_an_address_with_the_officers_name(village):
    uri = pyotp.parse_uri(second_factor.begin(village.handler))
    assert (uri.name, uri.issuer) == ("handler", "回音")


def test_an_offered_secret_counts_only_once_confirmed(village):
    second_factor.begin(village.handler)
    assert not Officer.objects.get(pk=village.handler.pk).has_second_factor
    assert second_factor.confirm(village.handler, code(village.handler, NOON), at=NOON)
    assert Officer.objects.get(pk=village.handler.pk).has_second_factor


def test_a_code_of_another_hour_confirms_nothing(village):
    second_factor.begin(village.handler)
    typed = code(village.handler, NOON)
    assert not second_factor.confirm(village.handler, typed, at=NOON + timedelta(hours=1))


@pytest.mark.parametrize("seconds", [-30, 0, 30])
def test_a_clock_one_step_off_is_tolerated(handler, seconds):
    assert second_factor.check(handler, code(handler, NOON + timedelta(seconds=seconds)), at=NOON)


@pytest.mark.parametrize("seconds", [-90, 90])
def test_a_clock_three_steps_off_is_not(handler, seconds):
    assert not second_factor.check(handler, code(handler, NOON + timedelta(seconds=seconds)), at=NOON)


def test_a_code_counts_once(handler):
    typed = code(handler, NOON)
    assert [second_factor.check(handler, typed, at=NOON) for _ in range(2)] == [True, False]


def test_an_older_code_does_not_count_after_a_newer_one(handler):
    second_factor.check(handler, code(handler, NOON), at=NOON)
    assert not second_factor.check(handler, code(handler, NOON - timedelta(seconds=30)), at=NOON)


def test_the_code_that_confirmed_does_not_also_sign_in(village):
    second_factor.begin(village.handler)
    typed = code(village.handler, NOON)
    second_factor.confirm(village.handler, typed, at=NOON)
    assert not second_factor.check(village.handler, typed, at=NOON)


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "１２"])
def test_nonsense_is_wrong(handler, typed):
    assert not second_factor.check(handler, typed, at=NOON)


def test_full_width_digits_and_a_space_are_understood(handler):
    typed = code(handler, NOON).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert second_factor.check(handler, f"{typed[:3]} {typed[3:]}", at=NOON)


def test_a_factor_in_use_is_replaced_only_with_its_own_code(handler):
    with pytest.raises(NotAllowed, match="现在这部手机"):
        second_factor.begin(handler, code="000000", at=NOON + timedelta(days=1))
    assert second_factor.begin(handler, code=code(handler, NOON), at=NOON)


def test_the_secret_is_not_readable_in_the_database(handler):
    with connection.cursor() as cursor:
        cursor.execute("SELECT second_factor FROM people_officer WHERE username = 'handler'")
        assert handler.second_factor.encode() not in bytes(cursor.fetchone()[0])


def ask(village, handler):
    by = village.actor(village.administrator)
    return SecondFactorRecovery.ask(handler, by=by, reason="手机丢了")


def test_two_administrators_bring_back_a_lost_factor(village, handler):
    recovery = ask(village, handler)
    recovery.agree(by=village.actor(village.other_administrator))
    recovery.use()
    assert not Officer.objects.get(pk=handler.pk).has_second_factor


def test_one_administrator_alone_does_not(village, handler):
    with pytest.raises(NotAllowed, match="另一位管理员"):
        ask(village, handler).agree(by=village.actor(village.administrator))


def test_an_officer_without_the_duty_does_not(village, handler):
    with pytest.raises(NotAllowed, match="请联系管理员"):
        ask(village, handler).agree(by=village.actor(village.supervisor))


def test_an_administrator_does_not_bring_back_their_own(village):
    with pytest.raises(NotAllowed, match="自己的第二因素"):
        ask(village, village.administrator)


def test_a_recovery_nobody_agreed_to_is_no_use(village, handler):
    with pytest.raises(NotAllowed):
        ask(village, handler).use()


def test_a_recovery_is_used_once(village, handler):
    recovery = ask(village, handler)
    recovery.agree(by=village.actor(village.other_administrator))
    recovery.use()
    with pytest.raises(NotAllowed):
        recovery.use()


def test_an_agreement_lasts_a_day(village, handler):
    recovery = ask(village, handler)
    recovery.agree(by=village.actor(village.other_administrator))
    SecondFactorRecovery.objects.update(agreed_at=recovery.agreed_at - timedelta(hours=24))
    with pytest.raises(NotAllowed):
        recovery.use()


def test_the_database_too_wants_two_administrators(village, handler):
    ask(village, handler)
    with pytest.raises(IntegrityError, match="two_administrators_recover_a_second_factor"):
        SecondFactorRecovery.objects.update(agreed_by=village.administrator, agreed_at=NOON)


def test_the_database_too_refuses_ones_own(village, handler):
    ask(village, handler)
    with pytest.raises(IntegrityError, match="nobody_recovers_their_own_second_factor"):
        SecondFactorRecovery.objects.update(agreed_by=handler, agreed_at=NOON)
