"""On PostgreSQL the application works as a role that cannot change the record."""

import pytest
from django.db import ProgrammingError, connection, transaction

from huiyin.config import home, roles

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def ledger():
    """A table by the name of the ledger's, where the ledger itself has not been built."""
    with roles.as_owner(), connection.cursor() as cursor:
        stands = "ledger_entry" in connection.introspection.table_names(cursor)
        if not stands:
            cursor.execute("CREATE TABLE ledger_entry (id bigint PRIMARY KEY)")
        roles.grant(connection)
    yield
    if not stands:
        with roles.as_owner(), connection.cursor() as cursor:
            cursor.execute("DROP TABLE ledger_entry")


def answer(sql: str, *values: object) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


def test_the_tests_work_as_the_application_and_not_as_the_owner():
    assert answer("SELECT current_user") == home.database(home.DATABASE_URL)["USER"]
    assert answer("SELECT tableowner FROM pg_tables WHERE tablename = 'django_migrations'") != answer(
        "SELECT current_user"
    )


@pytest.mark.parametrize("right", ["UPDATE", "DELETE", "TRUNCATE", "TRIGGER"])
def test_the_application_has_no_right_to_change_the_record(ledger, right):
    assert answer("SELECT has_table_privilege('ledger_entry', %s)", right) is False


@pytest.mark.parametrize("right", ["SELECT", "INSERT"])
def test_the_application_may_read_the_record_and_add_to_it(ledger, right):
    assert answer("SELECT has_table_privilege('ledger_entry', %s)", right) is True


def test_a_deletion_from_the_record_is_refused(ledger):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute("DELETE FROM ledger_entry")


def test_the_application_cannot_make_a_table():
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute("CREATE TABLE public.stray (id bigint)")
