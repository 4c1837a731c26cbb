"""The trigger that keeps a cited version of a policy as it was cited, on both engines; only its end may still be said."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_NAME = "matters_policyversion_stays"
_EVENT = "BEFORE UPDATE OF policy_id, label, since_on, text, source, cited_on ON matters_policyversion"
_REFUSAL = "a version of a policy that was cited stays as it was"


def install(editor: BaseDatabaseSchemaEditor) -> None:
    """Create it."""
    if editor.connection.vendor == "postgresql":
        editor.execute(
            "CREATE OR REPLACE FUNCTION matters_policy_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
        )
        editor.execute(
            f"CREATE TRIGGER {_NAME} {_EVENT} FOR EACH ROW WHEN (OLD.cited_on IS NOT NULL)"
            " EXECUTE FUNCTION matters_policy_refuse()"
        )
    else:
        editor.execute(
            f"CREATE TRIGGER {_NAME} {_EVENT} WHEN OLD.cited_on IS NOT NULL"
            f" BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        )


def remove(editor: BaseDatabaseSchemaEditor) -> None:
    """Drop it."""
    on_table = " ON matters_policyversion" if editor.connection.vendor == "postgresql" else ""
    editor.execute(f"DROP TRIGGER IF EXISTS {_NAME}{on_table}")
