"""The public's pages as a Django app."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Filing, tracking and what is kept for them: drafts and the count of tries."""

    name = "huiyin.portal"
    label = "portal"
