"""The mailroom as a Django app: it follows the record, and forgets with it."""

from django.apps import AppConfig

from huiyin.ledger import readers
from huiyin.matters import copies

READER = "mailroom"


class MailroomConfig(AppConfig):
    """What arrives and what leaves."""

    name = "huiyin.mailroom"
    label = "mailroom"

    def ready(self) -> None:
        """Follow every entry that may be told outside, and remove what was written of a matter that is sealed."""
        readers.subscribe(READER, outward=True)
        copies.removed_by(self.forget)

    def forget(self, matter: object) -> None:
        """Take back what was not sent, and erase the words of what was."""
        self.get_model("Notice").objects.forget(matter)
        self.get_model("DigestLine").objects.forget(matter)
