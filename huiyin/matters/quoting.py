"""Where the words of a matter are quoted in its own rows and record; sealing takes them out of the open half."""

from typing import Any

from huiyin.ledger.entry import Entry
from huiyin.ledger.fields import EncryptedJSONField, EncryptedTextField
from huiyin.ledger.payload import Payload
from huiyin.matters.act import kinds, words_in
from huiyin.matters.request import Request

# Acts that write down what the petitioner said, or what was written in reading it.
QUOTING = (
    "triage",
    "supplement",
    "ask",
    "answer_question",
    "ask_clarification",
    "clarify",
    "ask_assistance",
    "assist",
    "call_off",
    "name_party",
    "establish",
    "check_list",
    "inquire",
    "report_urgent",
    "supervise",
    "answer_supervision",
    "request_recusal",
    "refuse_recusal",
    "state_view",
    "rate",
    "note",
    "instruct",
    "correct",
    "transcribe",
    "confirm_transcript",
    "request_review",
    "request_final_review",
    "reopen",
    "withdraw",
    "link",
    "unlink",
    "split",
    "join",
    "unjoin",
    "take_in",
    "let_go",
)

EMPTY: dict[type, Any] = {EncryptedTextField: "", EncryptedJSONField: []}


def of(matter: Any) -> set[str]:
    """The sentences by which a paper would quote the matter: its titles, its text and what it asks for."""
    told = {matter.title, matter.text, *(request.text for request in matter.requests.all())}
    return (told | {petition.title for petition in matter.petitions.all()}) - {""}


def move_papers(matter: Any, sealed: Any, quotes: set[str]) -> None:
    """Put with the sealed matter every paper that says one of these sentences."""
    quoting = [
        paper.pk
        for paper in matter.documents.all()
        if any(quote in "\n".join(words_in(paper.fields)) for quote in quotes)
    ]
    matter.documents.filter(pk__in=quoting).update(matter=sealed)


def erase(matter: Any) -> None:
    """Erase the quoting payloads from the matter's record, whose chain still verifies, and blank the rows."""
    streams = [matter.pk, *matter.reviews.values_list("pk", flat=True)]
    entries = Entry.objects.filter(stream__in=streams)
    Payload.objects.filter(entry__in=entries, section__in=("words", "before")).delete()
    Payload.objects.filter(entry__in=entries.filter(kind__in=QUOTING)).delete()
    for name in set(QUOTING) & set(
        entries.values_list("kind", flat=True)
    ):  # every row has its line in the record
        row = kinds[name].row
        columns = [(field, row._meta.get_field(field)) for field in row.asks]
        blank = {field: EMPTY[type(column)] for field, column in columns if type(column) in EMPTY}
        row._default_manager.filter(matter=matter).update(**blank)


def rewrite(matter: Any) -> None:
    """Let petitions and requests of an open half say what the matter says now."""
    matter.petitions.update(
        title=matter.title, text=matter.text, organs_text="", addressee="", told_by_source=None
    )
    requests = list(matter.requests.all())
    for request in requests:
        request.text = matter.title if request.position == 1 else f"{matter.title}（{request.position}）"
    Request.objects.bulk_update(requests, ["text"])
