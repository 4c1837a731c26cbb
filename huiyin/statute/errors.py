"""The statute's own few errors; each carries one sentence that its reader can act on."""


class StatuteError(ValueError):
    """A rule file says something that cannot be: names the file, the entry and the cure."""

    def __init__(self, file: str, entry: str, cure: str) -> None:
        self.file, self.entry, self.cure = file, entry, cure
        super().__init__(f"{file}: {entry}: {cure}")


class CannotCount(ValueError):
    """A due date was asked for that the Regulation does not allow; `zh` and `en` say why."""

    def __init__(self, zh: str, en: str) -> None:
        self.zh, self.en = zh, en
        super().__init__(en)


class ExtensionTooLong(CannotCount):
    """The extensions together exceed what the term allows, or one of them is not a whole day or more."""


class PauseNotAllowed(CannotCount):
    """The term knows no pause, or the pause lies outside the time in which the term runs."""


class DaysUnknown(CannotCount):
    """The term's length is set case by case and was not given, or was given where the Regulation sets it."""


class UnknownTerm(CannotCount):
    """No term of that name stands in the rule set."""


class UnknownRuleSet(CannotCount):
    """No rule set of that name is installed, or none was in force on the day."""
