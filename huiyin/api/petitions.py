"""POST /petitions: the one way in, for machines. The receipt is in the answer."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema, Status
from pydantic import Field

from huiyin.api import filing_of
from huiyin.api.answered import Answer, mark, once
from huiyin.api.bearer import Bearer, Caller, caller_of
from huiyin.api.shapes import NO_KEY, Day, Id, Key, Line, MaybeLine, MaybeWords, Sent, Small, Words, Yes
from huiyin.api.token import Scope
from huiyin.matters.filing import Channel
from huiyin.matters.petition import Registration
from huiyin.matters.registration import register
from huiyin.people.id_document import IdType

router = Router(tags=["petitions"])

MOST_PEOPLE, MOST_ORGANS, MOST_WISHES = 200, 20, 20


class PersonBody(Sent):
    """One person or organisation among the petitioners; the first is always a contact."""

    name: MaybeLine = ""
    phone: MaybeLine = ""
    address: MaybeLine = ""
    id_type: Literal[("", *IdType.values)] = ""  # type: ignore[valid-type]
    id_number: MaybeLine = ""
    is_organisation: Yes = False
    is_contact: Yes = False


class PetitionBody(Sent):
    """What is said, about what, wanting what; only title and text must be there."""

    title: Line
    text: Words
    wishes: Annotated[list[Line], Field(max_length=MOST_WISHES)] = []
    channel: Literal[tuple(Channel.values)] = "web"  # type: ignore[valid-type]
    people: Annotated[list[PersonBody], Field(max_length=MOST_PEOPLE)] = []
    people_count: Small = 1
    place: Annotated[str | None, Field(pattern=r"^[0-9]{2,12}$", description="region code")] = None
    place_text: MaybeLine = ""
    named: Annotated[list[Id], Field(max_length=MOST_ORGANS, description="organs complained of")] = []
    organs_text: MaybeWords = ""
    postmarked_on: Day | None = None
    addressee: MaybeLine = ""
    hide_identity: Yes = False
    e_delivery: Yes = False
    accusation: Annotated[Yes, Field(description="sealed at once: no number, a code of 20 digits")] = False


class DueDate(Schema):
    """One legal date that is running."""

    term: str
    due_on: date
    provisional: bool


class Registered(Schema):
    """The receipt. `code` can be read here for 24 hours after registering, and never again."""

    matter: UUID
    petition: UUID
    number: str | None
    code: str | None
    registered_at: datetime
    due: list[DueDate]


@router.post("/petitions", response={201: Registered, 200: Registered}, auth=Bearer(Scope.FILE))
def petitions(request: HttpRequest, response: HttpResponse, sent: PetitionBody, key: Key = NO_KEY) -> Any:
    """Register a petition at the organ of the token's post. The same key again answers 200 with the same receipt."""
    caller = caller_of(request)
    filing = filing_of.filing(sent, caller.organ, _filing_key(caller, key))

    def file() -> Answer:
        entered = register(filing, by=caller.actor, organ=caller.organ)
        return Answer(201, {"registration": str(entered.pk)})

    answer = once(caller.token, key, (request.path, sent.model_dump(mode="json")), file)
    mark(response, answer)
    return Status(200 if answer.again else answer.status, _registered(answer.body["registration"]))


def _filing_key(caller: Caller, key: str | None) -> UUID:
    """One key of one token is one filing, for good; nobody else's key can name it."""
    return uuid5(NAMESPACE_URL, f"huiyin:{caller.token.pk}:{key}") if key else uuid4()


def _registered(pk: str) -> dict[str, Any]:
    """A registration as its receipt says it."""
    entered = Registration.objects.select_related("petition", "receipt", "matter").get(pk=pk)
    running = entered.matter.clocks.running().order_by("due_on")
    return {
        "matter": entered.matter_id,
        "petition": entered.petition_id,
        "number": entered.petition.number,
        "code": entered.receipt.shown,
        "registered_at": entered.petition.received_at,
        "due": [
            {"term": clock.term, "due_on": clock.due_on, "provisional": clock.provisional}
            for clock in running
        ],
    }
