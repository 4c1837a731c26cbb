"""Walks drive the browser and the database from one thread; the browser's own loop would forbid that to Django."""

import os

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
