"""All sides of a matter: each is named, heard, weighed with a reason, answered and delivered to."""

from datetime import date

import pytest

from huiyin.ledger.entry import Entry
from huiyin.ledger.payload import Payload
from huiyin.ledger.verify import walk
from huiyin.mailroom.occasion import Occasion
from huiyin.matters.filing import Person
from huiyin.matters.party import Side
from tests.desk.signed_in import signed_in
from tests.desk.walking import at, page_of
from tests.matters import stages

pytestmark = pytest.mark.django_db

VILLAGES = tuple(
    Person(name=f"安平镇{name}村", phone=f"1390000001{place}", is_organisation=True)
    for place, name in enumerate("甲乙丙")
)
MINE = {
    "side": "other",
    "name": "明川市青岩矿业集团",
    "is_organisation": True,
    "phone": "0550-6000000",
    "address": "城南县矿山路 1 号",
    "wishes": "确认 2003 年的征用协议有效",
}
BOTH = [
    {
        "side": "petitioner",
        "evidence": "1983年承包登记表，3页",
        "weight": "accepted",
        "why": "原件，有公社印章",
    },
    {"side": "other", "evidence": "2003年征用协议，12页", "weight": "refused", "why": "没有村民代表签字"},
]


@pytest.fixture
def dispute(village):
    """Three villages against a mining company, the company made a party."""
    matter = stages.investigated_matter(
        village, people=VILLAGES, wishes=("甲村要回八十亩", "乙村要回三十亩", "丙村要回十亩")
    )
    matter.name_party(by=village.actor(village.handler), at=stages.START, **MINE)
    return matter


def established(village, matter, **told):
    asked = {
        "fact": "争议的一百二十亩地 1983 年登记在三个村名下",
        "happened_on": date(1983, 4, 2),
        "sides": BOTH,
    }
    return matter.establish(by=village.actor(village.handler), at=stages.START, **asked | told)


@pytest.mark.seed("S055")
def test_three_villages_and_a_company_are_parties_each_with_its_request(dispute):
    assert dispute.sides() == ["petitioner", "other"]
    assert dispute.parties.petitioners().count() == 3
    mine = dispute.parties.get(side=Side.OTHER)
    assert [request.text for request in mine.requests.all()] == ["确认 2003 年的征用协议有效"]
    assert dispute.requests.filter(party=None).count() == 3


@pytest.mark.seed("S056")
def test_no_opinion_before_each_side_is_weighed_with_a_reason(village, dispute, refused):
    handler = village.actor(village.handler)
    with refused("还没有记下信访人、对方的证据"):
        dispute.draft(by=handler, answers=stages.answers(dispute, "explained"))
    established(village, dispute, sides=BOTH[:1])
    with refused("还没有记下对方的证据"):
        dispute.draft(by=handler, answers=stages.answers(dispute, "explained"))
    established(village, dispute)
    dispute.draft(by=handler, answers=stages.answers(dispute, "explained"))


@pytest.mark.parametrize("lacking", ["evidence", "weight", "why"])
def test_what_a_side_put_forward_is_accepted_or_refused_and_the_reason_written(
    village, dispute, refused, lacking
):
    with refused("的证据还缺内容、采信不采信，或理由") as told:
        established(village, dispute, sides=[BOTH[0] | {lacking: ""}])
    assert told.value.field == "sides"


@pytest.mark.parametrize("sides", [[], [*BOTH, BOTH[0]], [BOTH[0] | {"side": "third"}]])
def test_a_fact_weighs_each_side_that_is_there_at_most_once(village, dispute, refused, sides):
    with refused("至少写一方的证据"):
        established(village, dispute, sides=sides)


@pytest.mark.seed("S011")
def test_a_third_party_whose_interest_is_touched_is_heard_before_the_opinion(village, dispute, refused):
    established(village, dispute)
    handler = village.actor(village.handler)
    dispute.name_party(by=handler, side="third", name="承租户岳平", is_organisation=False)
    with refused("还没有记下利益相关的第三方的证据"):
        dispute.draft(by=handler, answers=stages.answers(dispute, "explained"))


@pytest.mark.seed("S057")
def test_the_answer_goes_to_every_party_with_what_was_found_and_why(village, dispute, refused):
    established(village, dispute)
    handler = village.actor(village.handler)
    dispute.draft(by=handler, answers=stages.answers(dispute, "explained"))
    dispute.sign(by=village.actor(village.second))
    assert dispute.deliveries.count() == 4
    paper = str(dispute.documents.get(kind="D17").fields)
    for words in (
        "1983年4月2日",
        "原件，有公社印章",
        "没有村民代表签字",
        "依法申请行政复议",
        "明川市青岩矿业集团提出",
        "丙村、明川市青岩矿业集团",
    ):
        assert words in paper
    mine = dispute.parties.get(side=Side.OTHER)
    dispute.deliver(by=handler, party=mine, method="post", evidence="快递单 1")
    assert not dispute.clocks.filter(term="review-window").exists()
    dispute.deliver(by=handler, party=dispute.parties.contacts()[0], method="in_person", evidence="签字")
    assert dispute.clocks.filter(term="review-window").count() == 1
    with refused("复查由信访人申请"):
        dispute.request_review(by=stages.PETITIONER, party=mine, disputed="不服")


def test_another_side_hears_of_no_step_that_is_the_petitioners(village, dispute):
    occasion = Occasion.of(Entry.objects.filter(stream=dispute.pk, kind="name_party").get())
    told = {party.petitioner.name for party in occasion.concerned()}
    assert told == {"安平镇甲村", "安平镇乙村", "安平镇丙村"}


@pytest.mark.seed("S053")
def test_an_opinion_names_at_least_one_day(village, refused):
    matter, handler = stages.investigated_matter(village), village.actor(village.handler)
    undated = [answer | {"facts": "渠身塌了。"} for answer in stages.answers(matter)]
    with refused("至少写明一件事是哪一年") as told:
        matter.draft(by=handler, answers=undated)
    assert told.value.field == "answers"
    established(village, matter, sides=BOTH[:1])
    matter.draft(by=handler, answers=undated)


def test_nothing_happened_tomorrow(village, dispute, refused):
    with refused("不能在今天之后") as told:
        established(village, dispute, happened_on=date(2030, 1, 1))
    assert told.value.field == "happened_on"


def test_facts_stand_in_the_order_of_their_days_and_a_wrong_one_is_replaced_in_the_open(village, dispute):
    later = established(village, dispute, fact="2003 年签了协议", happened_on=date(2003, 5, 1))
    first = established(village, dispute)
    assert dispute.facts_found() == [first, later]
    better = established(
        village, dispute, fact="2003 年签了草案", happened_on=date(2003, 5, 1), instead_of=later
    )
    assert dispute.facts_found() == [first, better]
    assert dispute.facts.count() == 3


def test_sealing_takes_what_was_found_out_of_the_open_half(village, dispute):
    established(village, dispute, fact="征地款进了夜鹭七七的口袋")
    dispute.seal(by=village.actor(village.triager), at=stages.START, extract="三个村要求确认地权。")
    assert dispute.facts_found() == []
    assert dispute.facts.get().sides == []
    assert not Payload.objects.filter(entry__stream=dispute.pk, entry__kind="establish").exists()
    assert walk().breaks == []


def test_a_fact_is_written_on_its_page_side_by_side_and_read_on_the_matters(village, dispute):
    officer = signed_in(village.handler)
    page = officer.get(at(dispute, "fact")).content.decode()
    assert page.index("信访人的证据") < page.index("对方的证据")
    assert "可以不填" not in page.partition("信访人的证据")[2]
    said = {
        "fact": "地在三个村名下", "happened_on": "1983-04-02", "seen": dispute.version,
        "petitioner_evidence": "登记表", "petitioner_weight": "accepted", "petitioner_why": "原件",
    }  # fmt: skip
    assert "登记表" in officer.post(at(dispute, "fact"), said).content.decode()
    assert officer.post(at(dispute, "fact"), said | {"confirm": "1"}).status_code == 302
    shown = officer.get(page_of(dispute)).content.decode()
    for words in ("地在三个村名下", "登记表", "采信", "明川市青岩矿业集团", "对方"):
        assert words in shown


def test_a_party_is_named_on_its_page(village):
    matter = stages.investigated_matter(village)
    said = MINE | {"is_organisation": "True", "confirm": "1", "seen": matter.version}
    assert signed_in(village.handler).post(at(matter, "party-naming"), said).status_code == 302
    assert matter.parties.get(side=Side.OTHER).petitioner.kind == "organisation"
