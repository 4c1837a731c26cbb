"""A provider of short messages as they really are: it times out, errs, and recognises a reference."""

from huiyin.mailroom.channels.envelope import Envelope, Outcome, Permanent, Sent, Temporary

heard: list[str] = []  # what reached a phone, in order
behaviours: list[str] = []  # what happens at the next calls; then all goes well


class Killed(BaseException):
    """The worker's process ends here, as kill -9 would end it."""


class Provider:
    """Delivers each reference once, whatever it answers."""

    def send(self, envelope: Envelope) -> Outcome:
        """Do the next behaviour."""
        behaviour = behaviours.pop(0) if behaviours else "sent"
        if behaviour == "down":
            return Temporary("provider: 500")
        if behaviour == "unknown number":
            return Permanent("provider: no such number")
        if behaviour == "killed before":
            raise Killed
        if envelope.reference not in heard:
            heard.append(envelope.reference)
        if behaviour == "killed after":
            raise Killed
        return Temporary("provider: timeout") if behaviour == "accepts and times out" else Sent()
