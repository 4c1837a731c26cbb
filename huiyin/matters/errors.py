"""What a matter may answer instead of doing as asked; each carries a sentence that the reader can act on."""

from huiyin.people import refusal


class NotAllowed(refusal.NotAllowed):
    """The law, the stage or the duty does not let this actor do this now; `field` names what to mend, if one thing."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class Overtaken(NotAllowed):
    """Somebody else acted first; the page in hand no longer shows how things stand."""


class UnscopedQuery(RuntimeError):
    """Code asked for matters without saying on whose behalf: a defect, never shown to anyone."""
