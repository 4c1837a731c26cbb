"""Roads beside the main one, each walked in a real browser: who asks on a phone, who answers at a desk."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.addresses.world import SEALED
from tests.matters import stages

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.django_db(transaction=True)]
TOWN = "安平镇人民政府"


def told(matter) -> str:
    """The look-up code of a matter."""
    return str(matter.receipts.get().shown)


def test_a_suggestion_is_adopted(village, seat, mobile) -> None:
    number, code = mobile.files("建议把镇上的末班车改到晚上九点。", kind="提意见、提建议")
    office = seat(village.triager)
    office.opens(number)
    office.does("triage", kind="suggestion", requests="末班车改到九点", reports_wrongdoing=False)
    office.does("forwarding", to=TOWN, reason="镇里和公交公司商定班次。")
    town = seat(village.handler)
    town.opens(number)
    town.does("notification", route="L6", procedure="由镇里研究，书面答复您。")
    town.does("suggestion-reply", adopted="adopted", reply="从下月起末班车改到二十一点。")
    mobile.looks_up(number, code)
    assert mobile.says("采纳：从下月起末班车改到二十一点。")


def test_an_accusation_is_found_nowhere_by_the_organ_that_it_names(village, seat, mobile) -> None:
    page = mobile.page
    page.goto(f"{mobile.url}/report/")
    for name in ("text", "organs_text", "name", "phone"):
        page.locator(f'main [name="{name}"]').first.fill(SEALED[name])
    mobile.album.shoot(page, "report")
    page.get_by_role("button", name="封存，交上去").click()
    expect(page).to_have_url(f"{mobile.url}/report/receipt/")
    mobile.album.shoot(page, "receipt")
    accused = seat(village.head)
    assert not accused.finds("夜鹭七七")
    assert not accused.finds("凤尾账本")
    accused.page.goto(f"{accused.url}/desk/?view=all")
    assert not accused.sees("夜鹭七七")
    accused.page.goto(f"{accused.url}/desk/book/")
    assert accused.sees("没有登记的事项")
    keeper = seat(village.keeper)
    keeper.page.goto(f"{keeper.url}/desk/?view=all")
    keeper.page.locator("main a[data-row]").first.click()
    expect(keeper.page.get_by_text("封存的检举控告").first).to_be_visible()
    keeper.album.shoot(keeper.page, "sealed")


def test_an_accusation_noticed_late_disappears_from_the_organ_that_had_it(village, seat, now) -> None:
    matter = stages.accepted_matter(village, at=now, text="修渠的钱被镇里的人拿去买了车。")
    number = matter.number
    town = seat(village.handler)
    town.opens(number)
    assert town.sees("买了车")
    office = seat(village.triager)
    office.opens(number)
    office.does("sealing", extract="去年汛期后灌溉渠一直没有修，请修好。", reason="办到一半才看出有举报")
    town.opens(number)
    assert not town.sees("买了车")
    assert town.sees("请修好")
    assert not town.finds("买了车")


def test_an_objection_is_refused_and_buys_no_time(village, seat, now) -> None:
    matter = stages.forwarded_matter(village, at=now)
    before = matter.clocks.running().get(term="notice-forwarded").due_on
    town = seat(village.handler)
    town.opens(matter.number)
    town.does("objection", reason="水渠归自然资源局管，依据三定方案。", suggested="明川市自然资源局")
    office = seat(village.triager)
    office.opens(matter.number)
    office.does("refused-objection", reason="渠在镇里的管护范围，见管护协议。")
    town.opens(matter.number)
    assert matter.clocks.running().get(term="notice-forwarded").due_on == before
    assert not town.page.locator('a[href$="/objection/"]').count()


def test_a_hearing_pauses_the_final_review(village, seat, now) -> None:
    review = stages.requested_final_review(village, at=now)
    before = review.clocks.running().get().due_on
    city = seat(village.leader)
    city.opens(review.matter.number)
    city.does(
        "hearing",
        ground="complex",
        held_on=date.today() + timedelta(days=10),
        starts_at="上午 9:30",
        place="市政府三楼会议室",
        host=village.leader.pk,
        panel="罗兰，人大代表\n邓平，律师",
    )
    assert review.clocks.running().get().due_on > before
    city.page.goto(f"{city.url}/desk/matters/{review.matter.number}/clocks/")
    city.album.shoot(city.page, "clocks")
    assert city.sees("不计算的时间")


def test_a_review_sends_a_matter_back_and_the_same_answer_is_refused(village, seat, now) -> None:
    review = stages.requested_review(village, at=now)
    matter = review.matter
    county = seat(village.reviewer)
    county.opens(matter.number)
    county.does(
        "review-decision",
        result="remanded",
        facts="没有到现场。",
        reasons="没有丈量就下了结论，应当重新办。",
        basis="《信访工作条例》第三十五条",
    )
    town = seat(village.handler)
    town.opens(matter.number)
    same = stages.answers(matter)[0]
    asked = {name: same[name] for name in ("opinion", "facts", "reasons", "basis", "plan", "execute_by")}
    refusal = town.is_refused("draft", **{f"r1_{name}": value for name, value in asked.items()})
    assert "不能以同样的事实再作同样的意见" in refusal


def test_a_group_of_twelve_is_registered_and_five_speak(village, seat) -> None:
    counter = seat(village.registrar)
    page = counter.page
    page.goto(f"{counter.url}/desk/counter/")
    page.locator("#register [name=people]").fill("12")
    speakers = "\n".join(f"村民{place} 1390000002{place}" for place in range(5))
    page.locator("#register [name=speakers]").fill(speakers)
    page.locator("#register [name=summary]").fill("十二户的承包地被占，没有补偿。")
    page.get_by_label("念给本人听过，本人说对").check()
    counter.album.shoot(page, "counter")
    page.get_by_role("button", name="登记并打印回执").click()
    expect(page).to_have_url(f"{counter.url}/desk/counter/receipts/{page.url.split('/')[-2]}/")
    counter.album.shoot(page, "receipt")
    assert counter.sees("12")
    assert counter.sees("推选不超过 5 名代表")
    page.goto(f"{counter.url}/desk/counter/")
    assert counter.sees("1 批 12 人")


def test_a_withdrawal_is_taken_up_again_by_the_petitioner_alone(village, seat, mobile, now) -> None:
    matter = stages.accepted_matter(village, at=now)
    mobile.looks_up(matter.number, told(matter))
    mobile.page.get_by_role("link", name="改主意了，撤回").click()
    mobile.page.get_by_label("我想好了，撤回这件事").check()
    mobile.album.shoot(mobile.page, "withdraw")
    mobile.page.get_by_role("main").get_by_role("button", name="撤回").click()
    assert mobile.says("已撤回")
    town = seat(village.handler)
    town.opens(matter.number)
    assert not town.page.locator('a[href$="/withdrawal/"]').count()
    mobile.page.goto(f"{mobile.url}/track/matter/")
    mobile.does("重新提出来", "重新提出来", facts="渠又塌了一段。")
    assert not mobile.says("已撤回")
