"""Filing on the net: a few light pages, one receipt, and nothing lost on the way."""

import pytest

from huiyin.matters.attachment import Attachment
from huiyin.matters.matter import Matter
from huiyin.people.petitioner import Petitioner
from huiyin.portal.draft import Draft
from huiyin.portal.leaf import Leaf
from tests.portal.walk import STORY, WHO, filed, fill_in, hand_in, photo

pytestmark = pytest.mark.django_db


def text_of(response):
    return response.content.decode()


def test_a_walk_through_the_pages_registers_one_matter_with_everything_said(village, client):
    assert fill_in(client)["Location"] == "/file/check/"
    assert hand_in(client)["Location"] == "/file/receipt/"
    matter = Matter.system.get()
    assert matter.title == "去年 9 月修环镇路，占了我家水田，少量了 1.3 亩"
    assert [request.text for request in matter.requests.all()] == ["重新量一次", "按实际亩数补"]
    assert matter.place_id == "990101001"
    assert matter.mentions.get().organ == village.town
    assert matter.parties.get().petitioner.phone == "13800000003"


def test_the_receipt_shows_number_code_and_the_dates_of_the_law(village, client):
    receipt = filed(client)
    page = text_of(client.get("/file/receipt/"))
    assert receipt.number in page
    assert " ".join(receipt.shown[i : i + 4] for i in range(0, 16, 4)) in page
    assert "受理后 60 天内" in page


def test_the_receipt_prints_on_one_page(village, client):
    filed(client)
    answer = client.get("/file/receipt.pdf")
    assert answer.content.startswith(b"%PDF")


def test_the_words_of_a_draft_are_gone_once_they_are_in_the_record(village, client):
    client.post("/file/kind/", {"kind": "claim"})
    client.post("/file/story/", {**STORY, "files": [photo()]})
    path = Leaf.objects.get().path
    client.post("/file/place/", {})
    client.post("/file/who/", WHO)
    hand_in(client)
    assert (Draft.objects.get().words, Leaf.objects.count(), path.exists()) == ({}, 0, False)
    assert Attachment.objects.get().name == "手写信.jpg"


def test_a_photograph_of_a_letter_and_a_telephone_number_are_a_complete_filing(village, client):
    client.post("/file/kind/", {"kind": "letter"})
    assert (
        client.post("/file/letter/", {"phone": "13800000001", "files": [photo()]})["Location"]
        == "/file/check/"
    )
    hand_in(client)
    matter = Matter.system.get()
    assert (matter.title, matter.petitions.get().awaits_transcript) == ("手写来信（待抄录）", True)


def test_a_letter_without_its_picture_is_asked_for_it_and_keeps_the_number(village, client):
    client.post("/file/kind/", {"kind": "letter"})
    answer = client.post("/file/letter/", {"phone": "13800000001"})
    assert answer.status_code == 422
    assert "拍一张信的照片传上来" in text_of(answer)
    assert "13800000001" in text_of(answer)


def test_the_same_page_sent_twice_gives_one_matter_and_the_same_receipt(village, client):
    receipt = filed(client)
    assert hand_in(client)["Location"] == "/file/receipt/"
    assert Matter.system.count() == 1
    assert receipt.number in text_of(client.get("/file/receipt/"))


def test_seven_ticked_contacts_refuse_nothing_and_the_first_five_are_contacts(village, client):
    names = "何大山\t13800000002\n李一\n李二\n李三\n李四\n李五"
    assert fill_in(client, who={**WHO, "names": names})["Location"] == "/file/contacts/"
    client.post("/file/contacts/", {"contacts": [str(place) for place in range(7)]})
    assert "联系人最多 5 位" in text_of(client.get("/file/check/"))
    hand_in(client)
    matter = Matter.system.get()
    assert (matter.parties.count(), matter.parties.filter(is_contact=True).count()) == (7, 5)
    assert matter.petitions.get().people_count == 7


def test_who_asks_to_stay_hidden_and_to_collect_on_the_net_has_both_kept(village, client):
    filed(client, who={**WHO, "hide_identity": "on", "e_delivery": "on"})
    party = Matter.system.get().parties.get()
    assert party.identity_hidden
    assert party.petitioner.e_delivery_consent_at is not None


def test_a_wrong_identity_number_is_told_which_digit_and_keeps_every_field(village, client):
    answer = fill_in(client, who={**WHO, "id_number": "990101195603120021"})
    page = text_of(answer)
    assert answer.status_code == 422
    assert page.count("身份证号第 18 位应为") == 2
    assert "<title>错误：" in page
    assert "990101195603120021" in page and "㛃·阿依" in page


def test_a_refused_file_is_named_and_the_others_and_the_words_are_kept(village, client):
    client.post("/file/kind/", {"kind": "claim"})
    wrong = photo("程序.jpg")
    wrong.file.seek(0)
    wrong.file.write(b"MZ\x90\x00")
    wrong.file.seek(0)
    answer = client.post("/file/story/", {**STORY, "files": [photo(), wrong]})
    page = text_of(answer)
    assert "“程序.jpg”：这个文件打不开" in page
    assert STORY["text"] in page and "手写信.jpg" in page


def test_a_file_can_be_taken_away_again(village, client):
    client.post("/file/kind/", {"kind": "claim"})
    client.post("/file/story/", {**STORY, "files": [photo()]})
    client.post("/file/story/", {**STORY, "remove": str(Leaf.objects.get().pk)})
    assert Leaf.objects.count() == 0
    assert Draft.objects.get().said("story")["text"] == STORY["text"]


def test_rare_characters_stay_exact_and_nul_bytes_go(village, client):
    filed(client, story={"text": "𠮷姓\0人家，𫟹字。"})
    assert Matter.system.get().text == "𠮷姓人家，𫟹字。"


def test_nothing_is_left_in_the_open_in_the_draft(village, client, django_db_blocker):
    fill_in(client, story={"text": "CANARY 水田"})
    stored = Draft.objects.raw("SELECT id, words AS sealed FROM portal_draft")[0].sealed
    assert b"CANARY" not in bytes(stored)


def test_a_joint_list_makes_each_name_a_party_of_its_own(village, client):
    fill_in(client, who={**WHO, "names": "1. 何大山 13800000002\n2、李一"})
    hand_in(client)
    names = {party.petitioner.name for party in Matter.system.get().parties.all()}
    assert names == {"㛃·阿依", "何大山", "李一"}
    assert Petitioner.objects.found_by_phone("13800000002").filter(name__isnull=False).count() == 2
