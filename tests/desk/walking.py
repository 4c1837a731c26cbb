"""Doing acts through their pages: open, check, confirm, as an officer does."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from huiyin.desk.finding import act_address, address_of
from tests.desk.signed_in import signed_in


def day(ahead: int = 0) -> str:
    """An ISO date so many days from today."""
    return str(timezone.localdate() + timedelta(days=ahead))


def at(subject: Any, noun: str) -> str:
    """The address of an act."""
    return act_address(subject, noun)


def page_of(matter: Any) -> str:
    """The address of a matter."""
    return address_of(matter)


def done(officer: Any, subject: Any, noun: str, **said: Any) -> Client:
    """The officer does an act: the check step first, then the same with `confirm`; it has to succeed."""
    client = signed_in(officer)
    seen = type(subject)._base_manager.get(pk=subject.pk).version
    checked = client.post(at(subject, noun), said | {"seen": seen})
    assert checked.status_code in (200, 302), refusal(checked)
    if checked.status_code == 200:
        confirmed = client.post(at(subject, noun), said | {"seen": seen, "confirm": "1"})
        assert confirmed.status_code == 302, refusal(confirmed)
    subject.refresh_from_db()
    return client


def refusal(response: Any) -> str:
    """What a refused page says."""
    form = (response.context or {}).get("form")
    return f"{response.status_code} {response.context and response.context.get('refused')} {form and form.errors}"


def answers(matter: Any, **more: Any) -> dict[str, Any]:
    """A complete draft: every request supported."""
    said = {}
    for request in matter.requests.all():
        mine = {
            "opinion": "supported", "facts": "2026年3月停发，没有通知本人。", "reasons": "没有停发的依据。",
            "basis": "《社会救助暂行办法》", "plan": "由镇民政办恢复发放。", "execute_by": day(20),
        } | more  # fmt: skip
        said |= {f"r{request.position}_{name}": value for name, value in mine.items()}
    return said


def to_accepted(village: Any, matter: Any) -> None:
    """From registration to acceptance at the town."""
    done(village.triager, matter, "triage", kind="appeal_claim", reports_wrongdoing="False",
         title=matter.title, requests="恢复低保\n补发停发的部分")  # fmt: skip
    done(village.triager, matter, "forwarding", to="安平镇人民政府", reason="由镇里办理")
    done(village.handler, matter, "notification", route="L6", procedure="由镇信访干事调查后书面答复。")
    done(village.handler, matter, "acceptance", handler=village.actor(village.handler).post.pk)


def to_delivered(village: Any, matter: Any) -> None:
    """From acceptance to a delivered answer."""
    done(village.handler, matter, "investigation", plan="到村里核实发放记录", due_on=day(10))
    done(village.handler, matter, "draft", **answers(matter))
    done(village.second, matter, "reply")
    done(village.handler, matter, "delivery-attempt", method="in_person", evidence="当面送")
    done(village.handler, matter, "proof-of-delivery", party=matter.parties.get().pk, method="in_person",
         received_on=day(), evidence="本人签字")  # fmt: skip
