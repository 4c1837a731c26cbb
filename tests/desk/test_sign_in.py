"""Signing in: password, then a code; slow for guessers; short for the idle; over for the deactivated."""

from datetime import timedelta

import pyotp
import time_machine
from django.test import Client
from django.utils import timezone

from huiyin.desk.jotting import Jotting
from huiyin.people.recovery import SecondFactorRecovery
from tests.desk.signed_in import signed_in
from tests.desk.walking import at, to_accepted

PASSWORD = "qing-shi-yu-zhu-yin"


def with_password(officer, *, factor: bool = True):
    """Give an officer a password of their own and, usually, a phone."""
    officer.set_password(PASSWORD)
    if factor:
        officer.second_factor = pyotp.random_base32()
    officer.save()
    return officer


def first_step(client: Client, officer, password: str = PASSWORD, there: str = ""):
    return client.post("/desk/sign-in/", {"username": officer.username, "password": password, "next": there})


def code(secret: str) -> str:
    return pyotp.TOTP(secret).at(timezone.now())


def test_password_and_code_open_the_desk(village):
    officer, client = with_password(village.handler), Client()
    assert first_step(client, officer, there="/desk/search/").url == "/desk/sign-in/second/"
    answer = client.post("/desk/sign-in/second/", {"code": code(officer.second_factor)})
    assert answer.url == "/desk/search/"
    assert client.get("/desk/").status_code == 200


def test_the_password_alone_opens_nothing(village):
    officer, client = with_password(village.handler), Client()
    first_step(client, officer)
    assert client.get("/desk/").url.startswith("/desk/sign-in/")


def test_a_wrong_name_and_a_wrong_password_sound_the_same(village):
    officer = with_password(village.handler)
    wrong = first_step(Client(), officer, "something else")
    unknown = Client().post("/desk/sign-in/", {"username": "nobody-at-all", "password": "something else"})
    assert wrong.status_code == unknown.status_code == 422
    assert wrong.context["form"].errors == unknown.context["form"].errors


def test_guessing_gets_slow_and_never_locks(village):
    officer = with_password(village.handler)
    for _guess in range(3):
        first_step(Client(), officer, "guess")
    assert "秒再试" in first_step(Client(), officer).content.decode()
    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        assert first_step(Client(), officer).status_code == 302


def test_a_wrong_code_is_refused_and_a_right_one_counts_once(village):
    officer, client = with_password(village.handler), Client()
    first_step(client, officer)
    assert client.post("/desk/sign-in/second/", {"code": "000000"}).status_code == 422
    right = code(officer.second_factor)
    assert client.post("/desk/sign-in/second/", {"code": right}).status_code == 302
    again = Client()
    first_step(again, officer)
    assert again.post("/desk/sign-in/second/", {"code": right}).status_code == 422


def test_the_first_time_a_phone_is_set_up_by_its_qr_code(village):
    officer, client = with_password(village.handler, factor=False), Client()
    first_step(client, officer)
    page = client.get("/desk/sign-in/second/").content.decode()
    assert 'class="qr"' in page
    officer.refresh_from_db()
    assert (
        client.post("/desk/sign-in/second/", {"code": code(officer.second_factor_offered)}).status_code == 302
    )
    officer.refresh_from_db()
    assert officer.has_second_factor


def test_two_administrators_let_an_officer_set_up_a_new_phone(village):
    officer = with_password(village.handler)
    asking, agreeing = signed_in(village.administrator), signed_in(village.other_administrator)
    asking.post("/desk/admin/recoveries/", {"officer": officer.pk, "reason": "手机丢了"})
    asked = SecondFactorRecovery.objects.get()
    alone = asking.post(f"/desk/admin/recoveries/{asked.pk}/agreement/")
    assert alone.status_code == 422
    assert agreeing.post(f"/desk/admin/recoveries/{asked.pk}/agreement/").status_code == 302
    client = Client()
    first_step(client, officer)
    assert 'class="qr"' in client.get("/desk/sign-in/second/").content.decode()


def test_a_first_password_has_to_be_changed_before_anything_else(village):
    village.handler.must_change_password = True
    village.handler.set_password(PASSWORD)
    village.handler.save()
    client = signed_in(village.handler)
    assert client.get("/desk/").url == "/desk/password/"
    new = "一句自己记得住的话，够长了吧"
    answer = client.post("/desk/password/", {"password": PASSWORD, "new_password": new, "again": new})
    assert answer.url == "/desk/"
    assert client.get("/desk/").status_code == 200


def test_half_an_hour_without_a_page_ends_the_session(village):
    client = signed_in(village.handler)
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        assert client.get("/desk/").url.startswith("/desk/sign-in/")


def test_twelve_hours_end_it_however_busy(village):
    officer, client = with_password(village.handler), Client()
    start = timezone.now()
    first_step(client, officer)
    client.post("/desk/sign-in/second/", {"code": code(officer.second_factor)})
    for minutes in range(20, 720, 20):
        with time_machine.travel(start + timedelta(minutes=minutes)):
            assert client.get("/desk/posts/").status_code == 200
    with time_machine.travel(start + timedelta(minutes=721)):
        assert client.get("/desk/posts/").status_code == 302


def test_a_deactivated_officer_is_out_at_once(village):
    client = signed_in(village.handler)
    assert client.get("/desk/").status_code == 200
    village.handler.is_active = False
    village.handler.save()
    assert client.get("/desk/").status_code == 302


def test_what_was_typed_waits_behind_the_sign_in(village, matter):
    to_accepted(village, matter)
    client, address = signed_in(village.handler), at(matter, "extension")
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        answer = client.post(address, {"days": "15", "reason": "写了很久的理由"})
    assert answer.url.startswith("/desk/sign-in/")
    assert Jotting.objects.get().words["reason"] == ["写了很久的理由"]
    assert "写了很久的理由" in signed_in(village.handler).get(address).content.decode()


def test_an_address_elsewhere_is_not_gone_on_to(village):
    officer, client = with_password(village.handler), Client()
    first_step(client, officer, there="https://elsewhere.example/")
    assert client.post("/desk/sign-in/second/", {"code": code(officer.second_factor)}).url == "/desk/"


def test_signing_out_ends_it(village):
    client = signed_in(village.handler)
    client.post("/desk/sign-out/")
    assert client.get("/desk/").status_code == 302
