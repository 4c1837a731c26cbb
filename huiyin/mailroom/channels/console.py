"""The console channel: says on stdout that a message went out, and to nobody in particular."""

from huiyin.mailroom.channels.envelope import Envelope, Outcome, Sent


class Console:
    """For trying things out; shows reference and length, never an address or a word of the message."""

    def __init__(self, name: str) -> None:
        self.name = name

    def send(self, envelope: Envelope) -> Outcome:
        """Print one line."""
        print(f"{self.name} {envelope.reference} {len(envelope.text)} characters", flush=True)
        return Sent()
