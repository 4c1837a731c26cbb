"""A database that another program holds: the form comes back with its key, and sending it again files it once."""

import sqlite3

import pytest
from django.db import connection

from huiyin.matters.matter import Matter
from huiyin.portal.draft import Draft
from tests.portal.walk import fill_in
from tests.village import village as found_village


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_a_filing_sent_while_the_database_is_held_is_kept_and_filed_on_the_next_click(client):
    found_village()
    fill_in(client)
    said = {"declared": "on", "key": str(Draft.objects.get().key)}
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 100")
    holder = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    answer = client.post("/file/check/", said)
    holder.execute("ROLLBACK")
    holder.close()
    assert answer.status_code == 503
    assert said["key"] in answer.content.decode()
    assert client.post("/file/check/", said)["Location"] == "/file/receipt/"
    assert Matter.system.count() == 1
