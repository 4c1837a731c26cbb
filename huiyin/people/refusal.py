"""How the domain says no: an error that carries one sentence its reader can act on."""

from django.utils.functional import Promise


class Refusal(Exception):
    """Something was refused; `sentence` says, in the reader's language, what to do now."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


class NotAllowed(Refusal):
    """This person may not do this, or not now."""


class Wrong(Refusal, ValueError):
    """A value that was written down cannot be right; `sentence` says how to mend it."""
