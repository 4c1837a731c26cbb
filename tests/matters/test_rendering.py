"""Papers: rendered once, hashed in the record, kept sealed; and each says what the law wants it to say."""

import hashlib
import io
import json

import pypdf
import pytest

from huiyin.ledger.cipher import WrongSeal
from huiyin.ledger.entry import Entry
from huiyin.ledger.payload import Payload
from huiyin.matters import rendering
from huiyin.matters.rendering import bytes_of
from huiyin.people.organ import Organ
from tests.matters import stages


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def said(document) -> str:
    """The text of a document's PDF, without spaces and line ends."""
    pages = pypdf.PdfReader(io.BytesIO(bytes_of(document))).pages
    return "".join("".join(page.extract_text() for page in pages).split())


def paper_of(matter, kind):
    return matter.documents.filter(kind=kind).latest("sequence")


def routed_out(village):
    matter = stages.notified_matter(village, route="L1")
    matter.route_out(
        by=village.actor(village.handler),
        at=stages.START,
        route="L1",
        body="城南县人民法院",
        basis="《行政诉讼法》第四十六条",
        act_by=stages.after(150).date(),
    )
    return matter


def declined(village):
    matter = stages.notified_matter(village)
    matter.decline(
        by=village.actor(village.handler),
        at=stages.START,
        reason_code="already_accepted",
        basis="《信访工作条例》第十九条",
        where_to="城南县水利局",
        remedy="可以向县政府反映",
    )
    return matter


def extended(village):
    matter = stages.accepted_matter(village)
    people = {"by": village.actor(village.handler), "approved": village.actor(village.head)}
    matter.extend(**people, at=stages.START, days=10, reason="要等土壤检测")
    return matter


def linked(village):
    live, again = stages.accepted_matter(village), stages.triaged_matter(village)
    again.link(by=village.actor(village.triager), at=stages.START, live=live, reason="同一条渠")
    return again


def referred(village):
    court = Organ.objects.create(name="城南县人民法院", kind="court", region_id="990101", phone="12368")
    matter = stages.triaged_matter(village, kind="judicial")
    matter.refer_judicial(by=village.actor(village.triager), at=stages.START, to=court, reason="对判决不服")
    return matter


def reviewed(village):
    return stages.decided_review(village).matter


def finally_reviewed(village):
    post = village.leader.actors()[0].post
    post.duties = ["review"]
    post.save()
    first = stages.delivered_review(village)
    final = first.request_final_review(by=stages.PETITIONER, at=stages.START, disputed="不服").review
    final.decide_final_review(by=village.actor(village.leader), at=stages.START, **stages.DECISION)
    return final.matter


PAPERS = [
    (
        "D03",
        stages.forwarded_matter,
        ["明信〔2026〕1号", "明川市信访局", "安平镇人民政府", "2026年3月9日", "2026年3月17日"],
    ),
    ("D04", stages.assigned_matter, ["明信〔2026〕1号", "安平镇人民政府", "2026年4月11日", "办结报告"]),
    (
        "D05",
        stages.forwarded_matter,
        ["明信〔2026〕2号", "廖秀英", "安平镇人民政府", "2026年3月17日", "12345"],
    ),
    (
        "D06",
        stages.accepted_matter,
        ["安政〔2026〕2号", "廖秀英", "安平镇人民政府", "2026年5月6日", "申请回避"],
    ),
    ("D07", declined, ["安政〔2026〕2号", "廖秀英", "第十九条", "城南县水利局", "可以向县政府反映"]),
    ("D07", linked, ["廖秀英", "安平镇人民政府", "2026年5月6日", "第十九条", "重新核对"]),
    ("D11", routed_out, ["廖秀英", "城南县人民法院", "第四十六条", "2026年7月30日", "重新办理"]),
    ("D11", referred, ["廖秀英", "城南县人民法院", "12368", "法定程序"]),
    ("D12", extended, ["廖秀英", "2026年5月6日", "2026年5月11日", "要等土壤检测", "镇长"]),
    (
        "D17",
        stages.replied_matter,
        [
            "廖秀英",
            "安平镇人民政府",
            "塌了四十米",
            "农田水利条例",
            "支持",
            "30天内",
            "城南县人民政府",
            "申请复查",
        ],
    ),
    ("D20", reviewed, ["南政〔2026〕1号", "廖秀英", "维持", "30天内", "明川市人民政府", "申请复核"]),
    ("D21", finally_reviewed, ["明政〔2026〕1号", "廖秀英", "维持", "最终意见", "新的事实"]),
    ("D28", stages.delivered_matter, ["廖秀英", "当面签收", "2026年3月2日", "本人签字"]),
]


@pytest.mark.parametrize(
    ("kind", "built", "words"), PAPERS, ids=lambda part: getattr(part, "__name__", str(part)[:3])
)
def test_each_paper_says_what_it_must(village, kind, built, words):
    text = said(paper_of(built(village), kind))
    assert [word for word in words if word not in text] == []


def test_a_paper_is_rendered_once(village, monkeypatch):
    paper = paper_of(stages.forwarded_matter(village), "D03")
    first = bytes_of(paper)
    monkeypatch.setattr(rendering.pdf, "render_pdf", lambda paper: b"something else")
    assert bytes_of(paper) == first


def test_of_two_renderings_the_first_stays(village):
    paper = paper_of(stages.forwarded_matter(village), "D03")
    first = bytes_of(paper)
    rendering.render(paper)
    assert bytes_of(paper) == first
    assert Entry.objects.filter(stream=paper.pk).count() == 1


def test_the_record_holds_the_hash_of_the_bytes(village):
    paper = paper_of(stages.forwarded_matter(village), "D03")
    digest = hashlib.sha256(bytes_of(paper)).hexdigest()
    payload = Payload.objects.select_related("entry").get(entry__stream=paper.pk)
    assert json.loads(payload.content()) == {"sha256": digest, "number": paper.number}
    assert paper.digest == digest


def test_bytes_that_were_touched_do_not_open(village):
    paper = paper_of(stages.forwarded_matter(village), "D03")
    bytes_of(paper)
    path = rendering._path(paper)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(WrongSeal):
        bytes_of(paper)


def test_the_bytes_of_one_paper_do_not_open_as_another(village):
    matter = stages.forwarded_matter(village)
    one, other = matter.documents.order_by("sequence")
    bytes_of(one), bytes_of(other)
    rendering._path(other).write_bytes(rendering._path(one).read_bytes())
    with pytest.raises(WrongSeal):
        bytes_of(other)


def test_the_docx_says_the_same_words(village):
    paper = paper_of(stages.forwarded_matter(village), "D05")
    assert bytes_of(paper, kind="docx")[:2] == b"PK"


def test_what_nobody_may_read_stands_in_no_file(village):
    paper = paper_of(stages.forwarded_matter(village), "D05")
    content = bytes_of(paper)
    assert content not in rendering._path(paper).read_bytes()
