"""What a matter may answer instead of doing as asked; each carries a sentence that the reader can act on."""


class Refused(Exception):
    """An act that was not done. `sentence` says why, and what to do instead."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class NotAllowed(Refused):
    """The law, the stage or the duty does not let this actor do this now."""


class Overtaken(Refused):
    """Somebody else acted first; the page in hand no longer shows how things stand."""


class UnscopedQuery(RuntimeError):
    """Code asked for matters without saying on whose behalf: a defect, never shown to anyone."""
