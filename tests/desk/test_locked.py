"""A database that another program holds: the form comes back as typed, and sending it again does the act once."""

import sqlite3

import pytest
from django.db import connection

from huiyin.matters.filing import Filing, Person
from huiyin.matters.matter import Matter
from huiyin.matters.registration import register
from tests.desk.signed_in import signed_in
from tests.desk.walking import at
from tests.village import village as found_village


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_an_act_sent_while_the_database_is_held_keeps_its_words():
    village = found_village()
    filing = Filing(title="低保停发", text="去年停发。", people=(Person(name="何大山"),))
    done = register(filing, by=village.actor(village.registrar, "counter"), organ=village.city_office)
    matter, client = Matter.system.get(pk=done.matter_id), signed_in(village.triager)
    said = {
        "kind": "appeal_claim",
        "reports_wrongdoing": "False",
        "title": "写好的题目",
        "confirm": "1",
        "seen": "1",
    }
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 100")
    holder = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    answer = client.post(at(matter, "triage"), said)
    holder.execute("ROLLBACK")
    holder.close()
    assert answer.status_code == 503
    assert "写好的题目" in answer.content.decode()
    assert client.post(at(matter, "triage"), said).status_code == 302
