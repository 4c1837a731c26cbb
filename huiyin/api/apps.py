"""The door for machines."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Django's registration of the room."""

    name = "huiyin.api"
    label = "api"
