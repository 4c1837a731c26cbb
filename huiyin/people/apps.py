"""The room of petitioners, officers, posts, organs and regions."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Django's registration of the room."""

    name = "huiyin.people"
    label = "people"
