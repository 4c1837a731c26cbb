"""/healthz: is the web up, does the database answer, when did the worker last beat."""

from django.apps import apps
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

SILENT = 300
"""Seconds after which a worker that once beat counts as gone."""


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while everything answers; 503 where the database does not, or a worker fell silent."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        told = {"web": "ok", "database": "ok", "worker": _worker()}
    except DatabaseError:
        told = {"web": "ok", "database": "down", "worker": None}
    worker = told["worker"]
    is_well = told["database"] == "ok" and (worker is None or worker["seconds_ago"] <= SILENT)  # type: ignore[index]
    return JsonResponse(told, status=200 if is_well else 503)


def _worker() -> dict[str, object] | None:
    """The last beat; None in an installation whose worker has never beaten."""
    try:
        beat = apps.get_model("mailroom", "Beat").objects.filter(name="worker", at__isnull=False).first()
    except LookupError:
        return None
    if beat is None:
        return None
    return {"last_beat": beat.at.isoformat(), "seconds_ago": int((timezone.now() - beat.at).total_seconds())}
