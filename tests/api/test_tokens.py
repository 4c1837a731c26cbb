"""Tokens: shown once, kept as an HMAC, good for their scopes, their post and their time alone."""

import json
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from huiyin.api.token import Token
from huiyin.people.holding import Holding
from tests.api.client import EVERYTHING, Program, program_of, system_at
from tests.api.test_main_path import PETITION, at_town
from tests.village import Village


def made(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    call_command("token", "create", *words, "--json")
    return json.loads(capsys.readouterr().out)


def test_a_token_made_on_the_command_line_works(village: Village, capsys: pytest.CaptureFixture[str]) -> None:
    told = made(capsys, "triager", "--scope", "read")
    assert Program(told["token"]).get("/matters").status_code == 200


def test_a_token_is_kept_as_a_mark_alone(village: Village) -> None:
    text = program_of(village.triager).token
    kept = Token.objects.get()
    assert text not in str(vars(kept))


def test_a_token_for_a_system_may_only_file(village: Village, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        made(capsys, "--system", "热线", "--organ", "市信访局", "--post", "登记岗", "--scope", "read")
    assert refused.value.code == 2


def test_a_revoked_token_opens_nothing(village: Village, capsys: pytest.CaptureFixture[str]) -> None:
    told = made(capsys, "triager", "--scope", "read")
    call_command("token", "revoke", told["id"])
    assert Program(told["token"]).get("/matters").status_code == 401


def test_a_token_past_its_last_day_opens_nothing(village: Village) -> None:
    program = program_of(village.triager)
    Token.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert program.get("/matters").status_code == 401


def test_an_officer_who_left_the_post_is_no_longer_let_in(village: Village) -> None:
    program = program_of(village.triager)
    Holding.objects.filter(officer=village.triager).update(until_on=date(2024, 1, 1))
    assert program.get("/matters").status_code == 401


def test_an_officer_who_may_not_sign_in_is_not_let_in(village: Village) -> None:
    program = program_of(village.triager)
    type(village.triager).objects.filter(pk=village.triager.pk).update(is_active=False)
    assert program.get("/matters").status_code == 401


def test_who_brings_no_token_is_told_to(village: Village) -> None:
    response = Program().get("/matters")
    assert (response.status_code, response["WWW-Authenticate"]) == (401, 'Bearer realm="huiyin"')


@pytest.mark.parametrize("lacking", EVERYTHING)
def test_without_its_scope_a_token_does_not_reach(village: Village, lacking: str) -> None:
    path = at_town(village)
    program = program_of(village.triager, *(scope for scope in EVERYTHING if scope != lacking))
    asked = {
        "file": lambda: program.post("/petitions", PETITION),
        "read": lambda: program.get(path),
        "act": lambda: program.post(f"{path}/note", {"words": "记一笔"}),
    }
    assert asked[lacking]().status_code == 403


def test_a_system_sees_no_matter(village: Village) -> None:
    system = system_at(village.registrar.actors()[0].post)
    assert system.get("/matters").status_code == 403


def test_the_day_of_use_is_written_down(village: Village) -> None:
    program_of(village.triager).get("/organs")
    assert Token.objects.get().last_used_on == timezone.localdate()
