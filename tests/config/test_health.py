"""/healthz."""

import pytest


@pytest.mark.django_db
def test_health_tells_web_database_and_worker(client):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"web": "ok", "database": "ok", "worker": None}
