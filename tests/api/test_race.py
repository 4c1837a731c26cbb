"""One key at the same instant: one petition, one act, and the same answer for everybody who asked."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.http import HttpResponse

from huiyin.matters.note import Note
from huiyin.matters.petition import Petition
from tests.api.client import program_of
from tests.api.test_main_path import PETITION, registered
from tests.village import Village

pytestmark = [pytest.mark.engine, pytest.mark.django_db(transaction=True)]
AT_ONCE = 4


def at_once(ask: Callable[[], HttpResponse]) -> list[HttpResponse]:
    """The same request from several threads, let go together."""
    together = Barrier(AT_ONCE)

    def one(_each: int) -> HttpResponse:
        together.wait()
        try:
            return ask()
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(one, range(AT_ONCE)))


def test_one_key_at_one_instant_is_one_petition(village: Village) -> None:
    program = program_of(village.registrar)
    answers = at_once(lambda: program.post("/petitions", PETITION, key="form-1"))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    assert len({answer.json()["code"] for answer in answers}) == 1
    assert Petition.objects.count() == 1


def test_one_key_at_one_instant_is_one_act(village: Village) -> None:
    path, program = f"/matters/{registered(village)['matter']}", program_of(village.triager)
    answers = at_once(lambda: program.post(f"{path}/note", {"words": "下午去现场"}, key="note-1"))
    assert [answer.status_code for answer in answers] == [201] * AT_ONCE
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert Note.objects.count() == 1
