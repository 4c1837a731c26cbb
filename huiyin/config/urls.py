"""Which door a path opens."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns: list = [
    path("api/", include("huiyin.api.urls")),
    *i18n_patterns(path("", include("huiyin.portal.urls")), prefix_default_language=False),
]
