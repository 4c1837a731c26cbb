"""Three villages and a company, both with papers: each is heard, weighed, and gets the same answer with its reasons."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from huiyin.matters.party import Side
from tests.matters import stages
from tests.matters.test_sides import VILLAGES

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.django_db(transaction=True)]
WISHES = ("甲村要回八十亩", "乙村要回三十亩", "丙村要回十亩")


def test_a_land_dispute_is_weighed_side_by_side_and_answered_to_each(village, seat, now) -> None:
    matter = stages.investigated_matter(village, at=now, people=VILLAGES, wishes=WISHES)
    town = seat(village.handler)
    town.opens(matter.number)
    town.does(
        "party-naming",
        side="other",
        name="明川市青岩矿业集团",
        is_organisation=True,
        phone="0550-6000000",
        address="城南县矿山路 1 号",
        wishes="确认 2003 年的协议有效",
    )
    refusal = town.is_refused("draft", **answers(matter))
    assert "还没有记下信访人、对方的证据" in refusal
    town.opens(matter.number)
    town.does(
        "fact",
        fact="争议地 1983 年登记在三个村名下",
        happened_on=date(1983, 4, 2),
        petitioner_evidence="承包登记表，3页",
        petitioner_weight="accepted",
        petitioner_why="原件，有公社印章",
        other_evidence="2003年征用协议，12页",
        other_weight="refused",
        other_why="没有村民代表签字",
    )
    assert town.sees("没有村民代表签字")
    town.does("draft", **answers(matter))
    second = seat(village.second)
    second.opens(matter.number)
    second.does("reply")
    with second.page.expect_download() as coming:
        second.page.get_by_role("link", name="信访事项处理意见书").first.click()
    paper = "".join(
        page.extract_text() for page in PdfReader(BytesIO(Path(coming.value.path()).read_bytes())).pages
    )
    for words in ("甲村", "青岩矿业", "不采信", "行政复议"):
        assert words in paper.replace("\n", "")
    town.opens(matter.number)
    town.does("delivery-attempt", method="in_person", evidence="当面送四方")
    for party in matter.parties.order_by("pk"):
        town.opens(matter.number)
        town.does(
            "proof-of-delivery", party=party.pk, method="in_person", evidence=f"{party.petitioner.name}签收"
        )
    assert not matter.deliveries.filter(completed_on=None).exists()
    windows = matter.clocks.filter(term="review-window")
    assert windows.count() == 3
    assert not windows.filter(delivery__party__side=Side.OTHER).exists()


def answers(matter) -> dict[str, str]:
    """Every request of both sides explained."""
    told = {
        "opinion": "explained",
        "facts": "1983年登记，2003年签过协议，争议还没有确权。",
        "reasons": "权属要先由政府确认，信访不能代替裁决。",
        "basis": "《土地管理法》第十四条",
    }
    return {
        f"r{request.position}_{name}": words
        for request in matter.requests.all()
        for name, words in told.items()
    }
