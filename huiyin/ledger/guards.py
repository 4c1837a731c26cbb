"""The triggers that refuse UPDATE and DELETE on entries, and UPDATE on payloads, on both engines."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_SQLITE = {
    "ledger_entry_no_update": "BEFORE UPDATE ON ledger_entry",
    "ledger_entry_no_delete": "BEFORE DELETE ON ledger_entry",
    "ledger_payload_no_update": "BEFORE UPDATE ON ledger_payload",
}
_POSTGRESQL = {**_SQLITE, "ledger_entry_no_truncate": "BEFORE TRUNCATE ON ledger_entry"}
_REFUSAL = "the record is only ever added to"


def install(editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers."""
    if editor.connection.vendor == "postgresql":
        editor.execute(
            "CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
        )
        for name, event in _POSTGRESQL.items():
            editor.execute(
                f"CREATE TRIGGER {name} {event} FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
            )
    else:
        for name, event in _SQLITE.items():
            editor.execute(f"CREATE TRIGGER {name} {event} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END")


def remove(editor: BaseDatabaseSchemaEditor) -> None:
    """Drop the triggers: for going back before the first migration, and for emptying a test database."""
    on_table = editor.connection.vendor == "postgresql"
    for name, event in (_POSTGRESQL if on_table else _SQLITE).items():
        editor.execute(
            f"DROP TRIGGER IF EXISTS {name}" + (f" ON {event.rsplit(' ', 1)[1]}" if on_table else "")
        )
