"""The trigger that keeps an ended notice ended, on both engines."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_NAME = "mailroom_notice_ends_once"
_EVENT = "BEFORE UPDATE OF state, ended_at ON mailroom_notice"
_REFUSAL = "a notice that has ended stays ended"


def install(editor: BaseDatabaseSchemaEditor) -> None:
    """Create it."""
    if editor.connection.vendor == "postgresql":
        editor.execute(
            "CREATE OR REPLACE FUNCTION mailroom_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
        )
        editor.execute(
            f"CREATE TRIGGER {_NAME} {_EVENT} FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL)"
            " EXECUTE FUNCTION mailroom_refuse()"
        )
    else:
        editor.execute(
            f"CREATE TRIGGER {_NAME} {_EVENT} WHEN OLD.ended_at IS NOT NULL"
            f" BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        )


def remove(editor: BaseDatabaseSchemaEditor) -> None:
    """Drop it."""
    on_table = " ON mailroom_notice" if editor.connection.vendor == "postgresql" else ""
    editor.execute(f"DROP TRIGGER IF EXISTS {_NAME}{on_table}")
