"""Filing on the net: five light pages, a receipt, and nothing lost on the way."""

import pytest

from huiyin.matters.matter import Matter
from huiyin.portal.draft import Draft

STORY = {"text": "去年 9 月修环镇路，占了我家水田，少量了 1.3 亩。", "wishes": "重新量一次\n按实际亩数补"}
WHO = {"name": "㛃·阿依", "phone": "138 0000 0003"}


def walk(client, story=STORY, place=None, who=WHO):
    client.post("/file/kind/", {"kind": "claim"})
    client.post("/file/story/", story)
    client.post("/file/place/", place or {"place_text": "石桥村"})
    return client.post("/file/who/", who)


def hand_in(client):
    return client.post("/file/check/", {"declared": "on"})


@pytest.mark.django_db
def test_a_walk_through_the_pages_registers_one_matter_with_everything_said(village, client):
    assert walk(client)["Location"] == "/file/check/"
    assert hand_in(client)["Location"] == "/file/receipt/"
    matter = Matter.system.get()
    assert matter.title == "去年 9 月修环镇路，占了我家水田，少量了 1.3 亩"
    assert [request.text for request in matter.requests.all()] == ["重新量一次", "按实际亩数补"]
    assert matter.parties.get().petitioner.name == "㛃·阿依"
    assert Draft.objects.get().words == {}


@pytest.mark.django_db
def test_the_receipt_shows_number_code_and_the_dates_of_the_law(village, client):
    walk(client)
    hand_in(client)
    page = client.get("/file/receipt/").content.decode()
    receipt = Matter.system.get().receipts.get()
    assert receipt.number in page
    assert " ".join(receipt.shown[i : i + 4] for i in range(0, 16, 4)) in page
    assert "受理后 60 天内" in page
