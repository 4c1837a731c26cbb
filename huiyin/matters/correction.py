"""Correction 更正: what was written down wrongly at registration is put right; number and code stay, the old words too."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.ledger.entry import canonical
from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed
from huiyin.matters.errors import NotAllowed
from huiyin.matters.receipt import Receipt
from huiyin.matters.search import Words


class Correction(Act):
    """What was corrected, and why; the words before stand in its ledger entry."""

    asks = ("title", "text", "reason")
    quotes = ("title", "text")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="corrections")
    title = EncryptedTextField(gettext_lazy("题目"))
    text = EncryptedTextField(gettext_lazy("内容"))
    reason = EncryptedTextField(gettext_lazy("为什么更正"))
    before: dict[str, str] = {}

    def sections(self) -> dict[str, bytes]:
        words = {"title": self.title, "text": self.text}
        return {
            "act": canonical({"reason": self.reason, "move": self.move_id}),
            "words": canonical(words),
            "before": canonical(self.before),
        }


class Transcript(Act):
    """A photographed letter, written out by staff; the petitioner says yes, or objects."""

    asks = ("title", "text")
    quotes = ("title", "text")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="transcripts")
    title = EncryptedTextField(gettext_lazy("题目"))
    text = EncryptedTextField(
        gettext_lazy("照原信抄录"), help_text=gettext_lazy("照写，不改意思；认不清的字写□")
    )
    confirmed = models.BooleanField(null=True, editable=False)

    def sections(self) -> dict[str, bytes]:
        return {
            "act": canonical({"move": self.move_id}),
            "words": canonical({"title": self.title, "text": self.text}),
        }


class TranscriptAnswer(Act):
    """What the petitioner says of the transcript."""

    asks = ("agrees", "words")
    quotes = ("words",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="transcript_answers")
    transcript = models.ForeignKey(Transcript, models.PROTECT, related_name="answers", editable=False)
    agrees = models.BooleanField(
        gettext_lazy("抄得对不对"),
        choices=[(True, gettext_lazy("对")), (False, gettext_lazy("有不对的地方"))],
    )
    words = EncryptedTextField(gettext_lazy("哪里不对"), blank=True)


class Reissue(Act):
    """A lost receipt is issued anew at a counter; the old code opens nothing from now on."""

    asks = ("identified_by",)

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="reissues")
    receipt = models.ForeignKey(Receipt, models.PROTECT, related_name="+", editable=False)
    identified_by = models.CharField(gettext_lazy("怎么核对的身份"), max_length=60)


class Correctable:
    """What stands in a registration can be put right."""

    @act("correct", Correction)
    def correct(self: Any, deed: Deed, *, title: str, text: str, reason: str) -> Correction:
        """Correct title and words."""
        row = Correction(matter=self, title=title, text=text, reason=reason)
        row.before = {"title": self.title, "text": self.text}
        self._rewrite(title, text)
        return row

    @act("transcribe", Transcript)
    def transcribe(self: Any, deed: Deed, *, title: str, text: str) -> Transcript:
        """Write out a handwritten letter that waits for it; other words are corrected, with a reason."""
        if not self.petitions.filter(awaits_transcript=True).update(awaits_transcript=False):
            raise NotAllowed(_("没有等着抄录的信。要改已登记的内容，请用“更正”。"))
        self._rewrite(title, text)
        return Transcript(matter=self, title=title, text=text)

    @act("confirm_transcript", TranscriptAnswer)
    def confirm_transcript(self: Any, deed: Deed, *, agrees: bool, words: str = "") -> TranscriptAnswer:
        """Say whether the latest transcript is right; a no sends it back to be written again."""
        transcript = self.transcripts.order_by("number").last()
        if transcript is None or transcript.confirmed is not None:
            raise NotAllowed(_("没有等您确认的抄录。"))
        self.transcripts.filter(pk=transcript.pk).update(confirmed=agrees)
        if not agrees:
            self.petitions.update(awaits_transcript=True)
        return TranscriptAnswer(matter=self, transcript=transcript, agrees=agrees, words=words)

    @act("reissue", Reissue)
    def reissue(self: Any, deed: Deed, *, identified_by: str) -> Reissue:
        """Issue a new receipt and revoke those before it; a code that opened more matters is renewed for all of them."""
        codes = list(self.receipts.filter(revoked_at=None).values_list("code_hmac", flat=True))
        Receipt.objects.filter(code_hmac__in=codes, revoked_at=None).update(revoked_at=deed.at, shown=None)
        receipt = Receipt.issue(self, deed.at)
        receipt.open_too(self.halves(), deed.at)
        return Reissue(matter=self, receipt=receipt, identified_by=identified_by)

    def _rewrite(self: Any, title: str, text: str) -> None:
        self.title, self.text = title, text
        self.save(update_fields=["title", "text"])
        Words.index(self)
