"""Correction, transcripts, reissued receipts, voided papers, named handlers."""

import json

import pytest

from huiyin.ledger.payload import Payload
from huiyin.matters.filing import Channel
from huiyin.matters.matter import Matter
from huiyin.matters.receipt import Receipt
from huiyin.matters.search import matching
from tests.matters import stages

RIGHT = {"title": "石桥村水渠损坏", "text": "水渠坏了。", "reason": "题目写错一个字"}


def test_a_correction_keeps_number_and_code_and_the_words_before(village):
    done = stages.registration(village)
    matter, digits = done.matter, done.receipt.shown
    number = matter.number
    row = matter.correct(by=village.actor(village.registrar), **RIGHT)
    before = Payload.objects.select_related("entry").get(
        entry__stream=matter.pk, entry__number=row.number, section="before"
    )
    assert json.loads(before.content()) == {"title": stages.TITLE, "text": stages.TEXT}
    assert Receipt.opening(number, digits).matter.title == RIGHT["title"]


def test_corrected_words_are_found_and_wrong_ones_no_longer(village):
    matter = stages.registered_matter(village)
    matter.correct(by=village.actor(village.registrar), **RIGHT)
    visible = Matter.objects.visible_to(village.registrar)
    assert list(matching(visible, "水渠")) == [matter]
    assert list(matching(visible, "灌溉渠")) == []


def test_a_correction_says_why(village, refused):
    matter = stages.registered_matter(village)
    with refused("为什么更正"):
        matter.correct(by=village.actor(village.registrar), **RIGHT | {"reason": ""})
    assert Matter.system.get(pk=matter.pk).title == stages.TITLE


def test_a_transcript_waits_for_the_petitioners_word(village):
    matter = stages.registered_matter(village, channel=Channel.LETTER, awaits_transcript=True)
    matter.transcribe(by=village.actor(village.registrar), title="信", text="照抄的字")
    matter.confirm_transcript(by=stages.PETITIONER, agrees=False, words="第三行不对")
    assert matter.petitions.get().awaits_transcript
    assert matter.transcripts.get().confirmed is False


def test_words_that_need_no_transcript_are_not_rewritten_as_one(village, refused):
    matter = stages.registered_matter(village)
    with refused("没有等着抄录"):
        matter.transcribe(by=village.actor(village.registrar), title="换一个", text="换一段")
    assert Matter.system.get(pk=matter.pk).text == stages.TEXT


def test_a_confirmed_transcript_is_not_confirmed_again(village, refused):
    matter = stages.registered_matter(village, channel=Channel.LETTER, awaits_transcript=True)
    matter.transcribe(by=village.actor(village.registrar), title="信", text="照抄的字")
    matter.confirm_transcript(by=stages.PETITIONER, agrees=True)
    with refused("没有等您确认"):
        matter.confirm_transcript(by=stages.PETITIONER, agrees=True)


def test_a_reissued_receipt_revokes_the_one_before(village):
    done = stages.registration(village)
    old = done.receipt.shown
    new = done.matter.reissue(by=village.actor(village.registrar), identified_by="身份证原件").receipt
    assert Receipt.opening(done.matter.number, old) is None
    assert Receipt.opening(done.matter.number, new.shown) == new


def test_a_receipt_is_not_reissued_without_knowing_who_asks(village, refused):
    done = stages.registration(village)
    with refused("核对的身份"):
        done.matter.reissue(by=village.actor(village.registrar), identified_by="")
    assert Receipt.opening(done.matter.number, done.receipt.shown) == done.receipt


@pytest.mark.parametrize("part", ["handler", "supervisor", "administrator"])
def test_only_a_counter_reissues(village, refused, part):
    matter = stages.accepted_matter(village)
    with refused("登记"):
        matter.reissue(by=village.actor(getattr(village, part)), identified_by="身份证")


def test_a_voided_paper_keeps_its_number(village):
    matter = stages.forwarded_matter(village)
    letter = matter.documents.get(kind="D03")
    matter.void_document(by=village.actor(village.handler), document=letter, reason="写错单位")
    letter.refresh_from_db()
    assert letter.voided_on is not None
    assert letter.number == "明信〔2026〕1号"


def test_a_paper_is_voided_once(village, refused):
    matter = stages.forwarded_matter(village)
    letter = matter.documents.get(kind="D03")
    matter.void_document(by=village.actor(village.handler), document=letter, reason="写错单位")
    with refused("已经作废"):
        matter.void_document(by=village.actor(village.handler), document=letter, reason="写错单位")


def test_the_paper_of_another_matter_is_not_voided_here(village, refused):
    matter, other = stages.forwarded_matter(village), stages.forwarded_matter(village)
    letter = other.documents.get(kind="D03")
    with refused("不是这一件的"):
        matter.void_document(by=village.actor(village.handler), document=letter, reason="写错单位")
    letter.refresh_from_db()
    assert letter.voided_on is None


def test_the_head_names_another_handler(village):
    matter = stages.accepted_matter(village)
    head = village.actor(village.head)
    head.post.duties = ["head", "sign", "handle"]
    head.post.save()
    matter.designate(by=head, handler=head.post)
    assert matter.lead.handler == head.post
