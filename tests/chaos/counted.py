"""Run inside an installation: every registered petition's title and number, as JSON; the database first says it is whole."""

import json

from huiyin.config import start

start.ready()

from django.db import connection  # noqa: E402

from huiyin.matters.petition import Petition  # noqa: E402


def main() -> None:
    """Check, count, print."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            assert cursor.fetchone() == ("ok",)
    print(json.dumps([[petition.title, petition.number] for petition in Petition.objects.all()]))


if __name__ == "__main__":
    main()
