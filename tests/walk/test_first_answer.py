"""The first petition gets its answer: a person on a phone without JavaScript, three officers at their desks, one matter."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.walk.desks import Desk
from tests.walk.phone import Phone
from tests.walk.place import founded

pytestmark = pytest.mark.browser
SOON = date.today() + timedelta(days=20)


@pytest.fixture
def city(server):
    """The small city, with passwords and second factors."""
    return founded(server)


@pytest.fixture
def desk(server, chromium, city):
    """Signs an officer in at a desk of their own."""
    opened = []

    def sign_in(username: str) -> Desk:
        opened.append(Desk(chromium, server.url, username))
        opened[-1].signs_in(username, city[username])
        return opened[-1]

    yield sign_in
    for one in opened:
        one.close()


@pytest.fixture
def phone(server, chromium):
    """A phone of 360 pixels on which JavaScript is switched off."""
    phone = Phone(chromium, server.url)
    yield phone
    phone.close()


def test_a_person_files_on_a_phone_and_reads_the_answer(server, phone, desk) -> None:
    number, code = phone.files("修路占了我家的地，量的是 3.2 亩，实际 4.1 亩，请重新量。")

    triager = desk("triager")
    triager.opens(number)
    triager.does(
        "triage", kind="appeal_claim", requests="重新丈量承包地\n按实际面积补偿", reports_wrongdoing=False
    )
    triager.does("forwarding", to="安平镇人民政府", reason="占地的是镇里的路，属镇里职权。")

    handler = desk("handler")
    handler.opens(number)
    handler.does("notification", route="L6", procedure="由安平镇人民政府调查，书面答复您。")
    handler.does("acceptance")
    handler.does("investigation", plan="到现场复量，请村民小组一起看。", due_on=SOON)
    handler.does("draft", **answer(1), **answer(2))

    second = desk("second")
    second.opens(number)
    second.does("reply")
    handler.opens(number)
    handler.does("delivery-attempt", method="electronic", evidence="网上领取")

    phone.looks_up(number, code)
    phone.collects()
    opinion = PdfReader(BytesIO(phone.reads_the_answer()))
    assert "处理意见书" in opinion.pages[0].extract_text()
    phone.rates()
    assert phone.says("已答复")
    for command in ("verify", "audit"):
        done = server.run(command)
        assert done.returncode == 0, done.stdout + done.stderr


def answer(position: int) -> dict[str, object]:
    """What the draft says to one request."""
    told = {
        "opinion": "supported",
        "facts": "2026年11月现场复量，实际占地 4.1 亩。",
        "reasons": "原来少量了 0.9 亩，应当补上。",
        "basis": "《土地管理法》第四十八条",
        "plan": "补发少算的补偿款。",
        "execute_by": SOON + timedelta(days=30),
    }
    return {f"r{position}_{name}": value for name, value in told.items()}
