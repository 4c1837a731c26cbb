"""Which engine's way of saving and bringing back this home needs."""

from huiyin.config import home

if home.DATABASE_URL:  # loading psycopg takes a fifth of a small command's time
    from huiyin.config.backup import postgresql as database
else:
    from huiyin.config.backup import sqlite as database  # type: ignore[no-redef]

NAME = "postgresql" if home.DATABASE_URL else "sqlite"

__all__ = ["NAME", "database"]
