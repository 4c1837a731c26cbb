"""The desk as a Django app: what officers have begun to write goes when its matter is sealed."""

from django.apps import AppConfig

from huiyin.matters import copies


class DeskConfig(AppConfig):
    """Pages for officers."""

    name = "huiyin.desk"
    label = "desk"

    def ready(self) -> None:
        """Keep no unsent words about a matter that is sealed."""
        copies.removed_by(self.get_model("Jotting").drop_about)
