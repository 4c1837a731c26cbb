"""Is this installation new? Only then may keys be made: new keys beside old data would make it unreadable."""

from huiyin.config import home, wrong_use

if home.DATABASE_URL:  # loading it takes a fifth of a small command's time
    import psycopg


def is_empty() -> bool:
    """No database of ours exists yet at the place that this installation names."""
    if home.DATABASE_URL:
        return not home.KEYS.exists() and _has_no_tables(home.DATABASE_OWNER_URL)
    return not home.DATABASE_FILE.exists()


def _has_no_tables(url: str) -> bool:
    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            row = connection.execute("SELECT to_regclass('public.django_migrations') IS NULL").fetchone()
    except psycopg.Error as error:
        raise wrong_use.WrongUse(f"PostgreSQL does not answer at HUIYIN_DATABASE_URL: {error}") from error
    return bool(row and row[0])
