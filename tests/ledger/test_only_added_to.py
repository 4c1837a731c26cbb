"""guard_append_only: whoever holds the database's own hand finds that the record is only ever added to."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.matters import stages

pytestmark = [pytest.mark.django_db, pytest.mark.engine]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ledger_entry SET kind = 'note'",
        "DELETE FROM ledger_entry",
        "UPDATE ledger_payload SET section = 'other'",
    ],
)
def test_the_database_itself_refuses_to_change_what_is_on_record(village, sql):
    stages.registered_matter(village)
    refused = pytest.raises(DatabaseError, match="only ever added to|permission denied")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
