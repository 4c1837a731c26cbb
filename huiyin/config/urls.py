"""Which door a path opens."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from huiyin.config import home
from huiyin.config.bench.reference import reference
from huiyin.config.health import healthz

handler404 = "huiyin.config.lost.not_found"
handler500 = "huiyin.config.lost.failed"
urlpatterns: list = [
    *([path("bench/reference", reference)] if home.BENCH else []),
    path("healthz", healthz, name="healthz"),
    path("api/", include("huiyin.api.urls")),
    *i18n_patterns(
        path("desk/", include("huiyin.desk.urls")),
        path("", include("huiyin.portal.urls")),
        prefix_default_language=False,
    ),
]
