"""Where tokens are kept: the one place in the house where the two engines differ, because full text differs.

SQLite: an FTS5 table asked for phrases. PostgreSQL: the token string as a text[] under GIN; a phrase is first asked for
as a set and then as a substring of the ordered tokens.
"""

from typing import Any

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def create(editor: BaseDatabaseSchemaEditor) -> None:
    """Create the table (migration)."""
    if editor.connection.vendor == "postgresql":
        editor.execute("CREATE TABLE matters_tokens (rowid bigint PRIMARY KEY, tokens text NOT NULL)")
        editor.execute(
            "CREATE INDEX matters_tokens_gin ON matters_tokens USING gin (string_to_array(tokens, ' '))"
        )
    else:
        editor.execute(
            "CREATE VIRTUAL TABLE matters_tokens USING fts5(tokens, tokenize=\"unicode61 tokenchars '-'\")"
        )


def drop(editor: BaseDatabaseSchemaEditor) -> None:
    """Drop the table (migration, backwards)."""
    editor.execute("DROP TABLE matters_tokens")


def write(row: int, tokens: str) -> None:
    """Put the tokens of one row in."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO matters_tokens (rowid, tokens) VALUES (%s, %s)", [row, tokens])


def erase(row: int) -> None:
    """Take the tokens of one row out."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM matters_tokens WHERE rowid = %s", [row])


def read(rows: list[int]) -> list[tuple[int, str]]:
    """The tokens of these rows, as they were written."""
    if not rows:
        return []
    marks = ", ".join(["%s"] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid, tokens FROM matters_tokens WHERE rowid IN ({marks})", rows)  # noqa: S608
        return list(cursor.fetchall())


def any_sql(wanted: list[str]) -> tuple[str, list[Any]]:
    """SQL and parameters that select the rows containing at least one of these tokens."""
    if connection.vendor == "postgresql":
        return "SELECT rowid FROM matters_tokens WHERE string_to_array(tokens, ' ') && %s", [wanted]
    match = " OR ".join(f'"{token}"' for token in wanted)
    return "SELECT rowid FROM matters_tokens WHERE matters_tokens MATCH %s", [match]


def search_sql(phrases: list[list[str]]) -> tuple[str, list[Any]]:
    """SQL and parameters that select the rows containing every phrase, each a list of neighbouring tokens."""
    if connection.vendor == "postgresql":
        conditions = ["string_to_array(tokens, ' ') @> %s"]
        parameters: list[Any] = [sorted({token for phrase in phrases for token in phrase})]
        for phrase in phrases:
            if len(phrase) > 1:
                conditions.append("strpos(tokens, %s) > 0")
                parameters.append(" ".join(phrase))
        return f"SELECT rowid FROM matters_tokens WHERE {' AND '.join(conditions)}", parameters  # noqa: S608
    match = " AND ".join('"' + " ".join(phrase) + '"' for phrase in phrases)
    return "SELECT rowid FROM matters_tokens WHERE matters_tokens MATCH %s", [match]
