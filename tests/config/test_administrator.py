"""`huiyin administrator`: an empty installation gets its first administrator, and no second one this way."""

import io
import json

import pytest
from django.core.management import call_command

from huiyin.config.wrong_use import WrongUse
from huiyin.people.duty import Duty
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ
from huiyin.people.region import Region

pytestmark = pytest.mark.django_db
WORDS = ("--name", "钱一", "--organ", "明川市信访局", "--region", "990100=明川市")


def made(username="Qian.Yi", words=WORDS):
    said = io.StringIO()
    call_command("administrator", username, *words, "--json", stdout=said)
    return json.loads(said.getvalue())


def test_the_first_administrator_signs_in_and_administers(client):
    told = made()
    officer = Officer.objects.get(username="qian.yi")
    assert officer.check_password(told["password"]) and officer.must_change_password
    assert [(actor.organ.name, actor.has(Duty.ADMINISTER)) for actor in officer.actors()] == [
        ("明川市信访局", True)
    ]
    signed = client.post("/desk/sign-in/", {"username": "qian.yi", "password": told["password"]})
    assert signed.status_code == 302


def test_there_is_no_second_one_this_way(village, capsys):
    before = Officer.objects.count()
    with pytest.raises(WrongUse):
        made()
    assert "/desk/admin/officers/" in capsys.readouterr().err
    assert Officer.objects.count() == before


@pytest.mark.parametrize("region", ["明川市", "99x=明川市", "9901=", "990100"])
def test_a_region_that_is_none_is_said_and_nothing_is_left(region, capsys):
    with pytest.raises(WrongUse):
        made(words=(*WORDS[:-1], region))
    assert "990100=明川市" in capsys.readouterr().err
    assert not Officer.objects.exists() and not Organ.objects.exists()


def test_what_is_wrong_with_a_name_is_said_and_nothing_is_left(capsys):
    with pytest.raises(WrongUse):
        made(words=("--name", "", *WORDS[2:]))
    assert capsys.readouterr().err
    assert not Region.objects.exists()
