"""The progress page and what its petitioner may do there, from filing to review."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from huiyin.matters.matter import Matter
from huiyin.matters.receipt import Receipt
from huiyin.portal import visit
from tests.mailroom import story
from tests.portal.walk import WHO, filed, look_up, photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(village, client):
    """A browser whose visit shows a matter filed on the net, to be answered on the net."""
    receipt = filed(client, who={**WHO, "e_delivery": "on"})
    visitor = Client()
    look_up(visitor, receipt.number, receipt.shown)
    return visitor


def matter():
    return Matter.system.get()


def page(browser):
    return browser.get("/track/matter/").content.decode()


def test_the_page_says_the_state_the_days_who_has_it_and_a_telephone(village, browser):
    shown = page(browser)
    for words in ("已收到", "还有 15 天", "前告诉您由谁办理", "明川市信访局", "12345"):
        assert words in shown


def test_it_counts_what_is_sealed_and_what_is_seen(village, browser):
    story.triage(village, matter())
    assert "封存记录 2 条，您这里看到 1 条" in page(browser)


def test_an_internal_note_never_reaches_it(village, browser):
    story.accept(village, matter())
    matter().note(by=village.actor(village.handler), words="CANARY 内部意见")
    assert "CANARY" not in page(browser)


def test_an_accepted_matter_names_its_handler_and_the_longest_date(village, browser):
    story.accept(village, matter())
    shown = page(browser)
    assert "赵立新" in shown and "安平镇人民政府" in shown
    left = (matter().law.due("handling", timezone.localdate()).due - timezone.localdate()).days
    assert f"还有 {left} 天" in shown and "最长可延到" in shown


def test_a_right_not_open_yet_stands_there_with_its_condition(village, browser):
    shown = page(browser)
    assert "收到答复后 30 天内" in shown and "收到答复后可以评" in shown


def test_material_is_added_with_words_and_a_photograph_and_only_once(village, browser):
    for _ in range(2):
        answer = browser.post(
            "/track/matter/supplement/", {"text": "又找到一张收据", "files": [photo("收据.jpg")]}
        )
        assert answer["Location"] == "/track/matter/?done=1"
    assert (matter().supplements.count(), matter().attachments.get().name) == (1, "收据.jpg")
    assert "又找到一张收据" in page(browser)


def test_a_refused_file_of_a_supplement_keeps_the_words(village, browser):
    wrong = photo("a.exe")
    answer = browser.post("/track/matter/supplement/", {"text": "说明一下", "files": [wrong]})
    assert answer.status_code == 422
    assert "说明一下" in answer.content.decode()
    assert matter().supplements.count() == 0


def test_a_question_and_its_answer_stand_in_the_story(village, browser):
    story.accept(village, matter())
    browser.post("/track/matter/question/", {"words": "什么时候来量？"})
    question = matter().questions.get()
    matter().answer_question(by=village.actor(village.handler), question=question, words="下周三上午。")
    shown = page(browser)
    assert "什么时候来量？" in shown and "下周三上午。" in shown


def test_withdrawing_needs_a_tick_and_can_be_taken_back(village, browser):
    assert browser.post("/track/matter/withdrawal/", {}).status_code == 422
    browser.post("/track/matter/withdrawal/", {"certain": "on"})
    assert "已撤回" in page(browser)
    browser.post("/track/matter/reopening/", {"facts": "又占了一块"})
    assert matter().stage == "registered"


def opinion():
    return matter().documents.get(kind="D17")


def test_the_answer_is_collected_on_the_net_and_only_then_can_be_read(village, browser):
    story.sign(village, matter())
    address = f"/track/matter/document/{opinion().pk}/"
    assert browser.get(address).status_code == 404
    assert "领取书面答复" in page(browser)
    browser.post("/track/matter/delivery/", {"agreed": "on"})
    assert matter().stage == "delivered"
    assert browser.get(address).content.startswith(b"%PDF")
    assert browser.get(f"{address}?as=docx").content.startswith(b"PK")


def test_a_delivered_answer_can_be_rated_and_brought_before_the_organ_above(village, browser):
    story.sign(village, matter())
    browser.post("/track/matter/delivery/", {"agreed": "on"})
    assert "申请复查，还有 30 天" in page(browser)
    browser.post("/track/matter/rating/", {"office": "fairly", "organ": "not"})
    assert matter().ratings.get().organ == "not"
    browser.post("/track/matter/review/", {"disputed": "亩数还是不对"})
    assert matter().reviews.get().organ == village.county
    assert "复查中" in page(browser)


def test_a_refused_act_says_why_and_keeps_the_words(village, browser):
    answer = browser.post(
        "/track/matter/rating/", {"office": "fairly", "organ": "not", "words": "还没收到呢"}
    )
    assert answer.status_code == 422
    assert "还没收到呢" in answer.content.decode()


def test_a_transcript_is_confirmed_or_objected_to(village, client):
    client.post("/file/kind/", {"kind": "letter"})
    client.post("/file/letter/", {"phone": "13800000001", "files": [photo()]})
    client.post("/file/check/", {"declared": "on"})
    matter().transcribe(by=village.actor(village.registrar), title="水渠占地", text="去年修水渠□占了半亩。")
    assert "去年修水渠□占了半亩。" in client.get("/track/matter/transcript/").content.decode()
    assert client.post("/track/matter/transcript/", {"agrees": "no"}).status_code == 422
    client.post("/track/matter/transcript/", {"agrees": "no", "words": "是一亩"})
    assert matter().transcripts.get().confirmed is False


def test_a_paper_between_organs_and_a_paper_of_another_matter_are_not_found(village, browser):
    story.forward(village, matter())
    between = matter().documents.exclude(audience="petitioner").first()
    assert browser.get(f"/track/matter/document/{between.pk}/").status_code == 404
    other = story.file(village)
    story.accept(village, other)
    foreign = other.documents.filter(audience="petitioner").first()
    assert browser.get(f"/track/matter/document/{foreign.pk}/").status_code == 404


def test_looking_changes_nothing(village, browser):
    before = matter().version
    for name in (
        "",
        "supplement/",
        "question/",
        "withdrawal/",
        "rating/",
        "review/",
        "delivery/",
        "transcript/",
    ):
        browser.get(f"/track/matter/{name}")
    assert matter().version == before


def test_a_visit_that_ended_gives_the_words_back_after_number_and_code(village, browser, monkeypatch):
    monkeypatch.setattr(visit, "LASTS", timedelta(seconds=-1))
    answer = browser.post("/track/matter/question/", {"words": "写了很久的话"})
    kept = answer.content.decode().split('name="kept" value="')[1].split('"')[0]
    monkeypatch.undo()
    receipt = Receipt.objects.get()
    resumed = look_up(browser, receipt.number, receipt.shown, kept=kept).content.decode()
    assert "写了很久的话" in resumed and 'action="/track/matter/question/"' in resumed


def test_without_a_visit_every_page_of_the_matter_asks_for_the_code(village, browser):
    for name in ("", "supplement/", "withdrawal/", f"document/{matter().pk}/"):
        assert Client().get(f"/track/matter/{name}")["Location"] == "/track/"


def test_leaving_closes_the_matter_on_this_browser(village, browser):
    browser.post("/track/leave/")
    assert browser.get("/track/matter/")["Location"] == "/track/"


def test_the_page_asks_the_database_a_fixed_number_of_times(village, browser, django_assert_max_num_queries):
    story.sign(village, matter())
    with django_assert_max_num_queries(40):
        page(browser)


def test_the_english_page_speaks_english_words_of_the_rule_set(village, browser):
    assert "has received your petition" in browser.get("/en/track/matter/").content.decode()
