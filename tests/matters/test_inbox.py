"""What an inbox reads to show what is in hand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from huiyin.matters import inbox
from tests.matters import stages

pytestmark = pytest.mark.django_db


@pytest.mark.sqlite
def test_an_inbox_looks_at_what_is_in_hand_and_never_at_every_matter(village):
    stages.forwarded_matter(village)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        counts = inbox.counts(village.handler, timezone.localdate())
        rows = inbox.inbox(village.handler, timezone.localdate())
    assert counts["all"] == len(rows) == 1
    assert [line for line in map(_plan, asked) if "SCAN" in line] == []


def _plan(query):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
        return "\n".join(row[3] for row in cursor.fetchall())
