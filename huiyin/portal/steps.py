"""The way through 反映问题: which pages, in which order, for what was said so far."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from huiyin.portal.draft import Draft
from huiyin.portal.forms.contacts import ContactsForm
from huiyin.portal.forms.kind import KindForm
from huiyin.portal.forms.place import PlaceForm
from huiyin.portal.forms.plain import PlainForm
from huiyin.portal.forms.story import LetterForm, StoryForm
from huiyin.portal.forms.who import WhoForm
from huiyin.portal.office import office
from huiyin.portal.people import names_on


@dataclass(frozen=True)
class Step:
    """One page: its address, its question, its form and what the form has to know."""

    slug: str
    question: str | Promise
    form: type[PlainForm]
    says: str | Promise = ""
    large_field: str = ""
    knows: Callable[[Draft | None], dict[str, Any]] = lambda draft: {}

    @property
    def takes_files(self) -> bool:
        """Pictures and papers can be handed in here."""
        return "files" in self.form.base_fields


def _leaves(draft: Draft | None) -> dict[str, Any]:
    return {"leaves": draft.leaves.count() if draft else 0}


KIND = Step("kind", _("您要办什么"), KindForm, large_field="kind")
STORY = Step(
    "story",
    _("发生了什么事"),
    StoryForm,
    _("时间、地点、涉及谁、您找过谁。用自己的话写，不用讲究格式。"),
    "text",
    _leaves,
)
LETTER = Step(
    "letter",
    _("把信拍下来"),
    LetterForm,
    _("一页拍一张，字看得清就行。我们抄录好，请您核对。"),
    knows=_leaves,
)
PLACE = Step(
    "place",
    _("在哪里，和谁有关"),
    PlaceForm,
    _("不清楚的不用填，由我们来找该办的单位。"),
    knows=lambda draft: {"office": office()},
)
WHO = Step("who", _("您是谁"), WhoForm, _("留个名字和联系方式，好答复您。"))
CONTACTS = Step(
    "contacts",
    _("请谁来联系"),
    ContactsForm,
    _("大家的事，请推选一至五位联系人，由他们和我们联系、领取答复。其余各位照样登记在册。"),
    "contacts",
    lambda draft: {"names": names_on(draft)},
)
ALL = {step.slug: step for step in (KIND, STORY, LETTER, PLACE, WHO, CONTACTS)}


def way(draft: Draft | None) -> list[Step]:
    """The pages before the check page, as far as what was said decides them."""
    if draft and draft.said("kind").get("kind") == "letter":
        return [KIND, LETTER]
    if draft and len(names_on(draft)) > 1:
        return [KIND, STORY, PLACE, WHO, CONTACTS]
    return [KIND, STORY, PLACE, WHO]


def bound(step: Step, draft: Draft) -> PlainForm:
    """The form of a page over what was typed, to be judged."""
    return step.form(draft.said(step.slug), **step.knows(draft))


def shown(step: Step, draft: Draft | None) -> PlainForm:
    """The form of a page as it was left."""
    if draft is None:
        return step.form(**step.knows(None))
    return step.form.showing(draft.said(step.slug), **step.knows(draft))


def judged(draft: Draft) -> dict[str, PlainForm]:
    """The forms of all pages over what was typed, by slug."""
    return {step.slug: bound(step, draft) for step in way(draft)}


def first_open(forms: dict[str, PlainForm]) -> str:
    """The first page that still lacks something, or "" when all is there."""
    return next((slug for slug, form in forms.items() if not form.is_valid()), "")
