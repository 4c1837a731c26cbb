"""The course of one message: the acts that it would have taken under cn-2022, each through the gate.

Facts are the day it was written and the day it was answered. That it was passed on and accepted on the day it was
written is assumed, and the record says so. Nothing is known of a notice before the answer, so the answer is the
notice; it is written down before the acceptance that the Regulation puts behind it, though that is dated earlier.
"""

from django.db import transaction

from huiyin.config.replay.cast import Cast
from huiyin.config.replay.message import Message
from huiyin.matters.clock import Clock
from huiyin.matters.filing import Filing, Person
from huiyin.matters.matter import Matter
from huiyin.matters.registration import register
from huiyin.people.actor import Actor

PASSED_ON = "按假定：留言当日转送承办单位；原数据没有转送日期。"
NOTICE = "按假定：原数据没有单独的告知，以公开答复之日为书面告知之日。"
PLAN = "按假定：留言当日受理，原数据没有受理日期和调查经过；分流为申诉求决、不反映违纪违法，也是假定。"
REASONS = "按假定：原答复没有分项，全文见“查明的事实”。"
BASIS = "按假定：原数据没有单列依据，见答复全文。"
SENT = "按假定：答复在网上公开之日即为送出之日；是否收到，原数据没有记载。"
NO_WORDS = "（原数据没有答复正文）"


def relive(message: Message, cast: Cast) -> Matter:
    """Do every act of one message in one transaction: it is in the record whole, or not at all."""
    with transaction.atomic():
        matter = _received(message, cast)
        _taken(matter, message, cast)
        _answered(matter, message, cast)
    return matter


def _received(message: Message, cast: Cast) -> Matter:
    filing = Filing(
        title=message.subject,
        text=message.body,
        people=(Person(name=message.user),) if message.user.strip() else (),
        key=message.key,
    )
    at = message.created_at
    matter: Matter = register(filing, by=Actor.system("replay"), organ=cast.office, at=at).matter
    matter.triage(by=cast.triager, at=at, kind="appeal_claim", reports_wrongdoing=False)
    matter.forward(by=cast.triager, at=at, to=cast.unit, reason=PASSED_ON)
    return matter


def _taken(matter: Matter, message: Message, cast: Cast) -> None:
    at, handler = message.created_at, cast.handler
    matter.notify(by=handler, at=message.replied_at, route="L6", procedure=NOTICE)
    matter.accept(by=handler, at=at, handler=handler.post)
    due_on = Clock.objects.running().values_list("due_on", flat=True).get(matter=matter, term="handling")
    matter.investigate(by=handler, at=at, plan=PLAN, due_on=due_on)


def _answered(matter: Matter, message: Message, cast: Cast) -> None:
    at, handler = message.replied_at, cast.handler
    words = message.reply if message.reply.strip() else NO_WORDS
    answer = {"opinion": "explained", "facts": words, "reasons": REASONS, "basis": BASIS}
    answers = [answer | {"request": str(request.pk)} for request in matter.requests.all()]
    matter.draft(by=handler, at=at, answers=answers)
    matter.sign(by=cast.head, at=at)
    matter.attempt_delivery(by=handler, at=at, method="electronic", evidence=SENT)
