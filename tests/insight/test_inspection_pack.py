"""巡视巡察资料: asked for by one keeper, approved by another, taken once; watermarked; no trace for the organ accused."""

import io
import json
from datetime import date

import docx
import pytest
import time_machine

from huiyin.insight import pack_record
from huiyin.ledger.entry import Entry
from huiyin.matters.access import offices_that_looked
from huiyin.matters.errors import NotAllowed, Overtaken
from huiyin.matters.exporting import stream_of
from huiyin.people.post import Post
from tests.desk.signed_in import signed_in
from tests.matters import stages
from tests.village import CAST

pytestmark = pytest.mark.django_db
WORDS = "镇长用修渠的钱买了车，廖秀英亲眼见过。"
HERE = "/desk/inspection-packs/"
KEEPERS = {"keeper", "other_keeper"}


@pytest.fixture
def accused(village):
    """A sealed accusation that names 安平镇, in the spring that is asked about."""
    with time_machine.travel(stages.after(30)):
        yield stages.registered_matter(
            village, title="修渠款", text=WORDS, accusation=True, named=(village.town,)
        )


def asked(village, organ=None, by=None, **more):
    told = {"organ": organ or village.town, "since": date(2026, 1, 1), "until": date(2026, 6, 30)}
    told |= {"reason": "市委第二巡察组来函", "at": stages.after(30)}
    stream = pack_record.ask(village.actor(by or village.keeper), **told | more)
    return pack_of(village, stream)


def pack_of(village, stream):
    return next(one for one in pack_record.packs_of(village.discipline) if one.stream == stream)


def approved(village, **told):
    pack = asked(village, **told)
    pack_record.approve(pack, village.actor(village.other_keeper), at=stages.after(30))
    return pack_of(village, pack.stream)


def taken(village, pack, officer=None):
    return signed_in(officer or village.keeper).post(f"{HERE}{pack.stream}/taking/")


def lines_of(answer):
    return [one.text for one in docx.Document(io.BytesIO(answer.content)).paragraphs if one.text]


def test_a_pack_holds_the_accusations_and_says_who_took_it_on_every_page(village, accused):
    answer = taken(village, approved(village))
    assert answer.status_code == 200
    said = "\n".join(lines_of(answer))
    assert "修渠款" in said
    assert [line[:2] for line in said.splitlines() if line[1:2] == "、" and line[0] in "一二三四"] == [
        "一、", "二、", "三、", "四、",
    ]  # fmt: skip
    heads = docx.Document(io.BytesIO(answer.content)).sections[0]
    for head in (heads.header, heads.even_page_header):
        assert "巡视巡察专用　蒋正　2026年4月1日" in head.paragraphs[0].text
        assert 'string="巡视巡察专用' in head._element.xml


def test_who_wrote_it_is_not_named_in_it(village, accused):
    said = "\n".join(lines_of(taken(village, approved(village))))
    assert "廖秀英" not in said
    assert "廖**亲眼见过" in said


def test_the_second_time_nothing_is_given_and_asking_again_needs_a_new_reason(village, accused):
    pack = approved(village)
    assert taken(village, pack).status_code == 200
    again = taken(village, pack)
    assert again.status_code == 409
    assert "已经导出过一次" in again.content.decode()
    assert (
        signed_in(village.keeper)
        .post(HERE, {"organ": village.town.pk, "since": "2026-01-01", "until": "2026-06-30", "reason": " "})
        .status_code
        == 422
    )
    assert taken(village, approved(village, reason="补充核对")).status_code == 200


def test_of_two_who_take_at_once_one_gets_it(village, accused):
    pack, keeper = approved(village), village.actor(village.keeper)
    made = {"at": stages.after(30), "made": lambda: (b"pack", "0" * 64, 1)}
    assert pack_record.take(pack, keeper, **made) == b"pack"
    with pytest.raises(Overtaken):
        pack_record.take(pack, keeper, **made)  # as the page knew it: not yet taken
    assert Entry.objects.filter(stream=stream_of(village.discipline.pk)).count() == 1


def test_whoever_asks_cannot_approve_and_nobody_takes_what_is_not_approved_or_not_theirs(village, accused):
    pack = asked(village)
    with pytest.raises(NotAllowed, match="不能是同一个人"):
        pack_record.approve(pack, village.actor(village.keeper), at=stages.after(30))
    assert taken(village, pack).status_code == 422
    assert taken(village, approved(village), officer=village.other_keeper).status_code == 422


def test_only_keepers_ask_and_an_assistant_does_not(village, accused):
    with pytest.raises(NotAllowed):
        asked(village, by=village.head)
    village.keeper.current_holdings().update(capacity="assistant")
    with pytest.raises(NotAllowed):
        asked(village)


def test_it_is_on_record_with_its_digest_and_with_a_look_at_each_accusation(village, accused):
    pack = approved(village)
    taken(village, pack)
    kinds = list(Entry.objects.filter(stream=pack.stream).order_by("number").values_list("kind", flat=True))
    assert kinds == ["ask_inspection_pack", "approve_inspection_pack", "take_inspection_pack"]
    last = Entry.objects.get(stream=pack.stream, number=3).payloads.get()
    assert json.loads(last.content())["matters"] == 1
    (export,) = Entry.objects.filter(stream=stream_of(village.discipline.pk))
    assert json.loads(export.payloads.get().content())["what"] == "inspection_pack"
    assert [office for office, _at in offices_that_looked(accused)] == [village.discipline.name]


def test_an_accusation_of_another_organ_or_without_the_grant_is_not_in_it(village, accused):
    stages.registered_matter(village, title="另一件", accusation=True, named=(village.bureau,))
    assert "另一件" not in "\n".join(lines_of(taken(village, approved(village))))
    accused.grants.filter(post=village.actor(village.other_keeper).post).delete()
    assert "修渠款" not in "\n".join(lines_of(taken(village, approved(village))))
    assert "另一件" in "\n".join(lines_of(taken(village, approved(village, organ=village.bureau))))


def test_an_organ_above_is_asked_about_with_those_below_it(village, accused):
    assert "修渠款" in "\n".join(lines_of(taken(village, approved(village, organ=village.county))))


def test_what_the_keeper_may_see_of_open_matters_is_told_without_names_or_words(village, accused):
    Post.objects.filter(holdings__officer=village.triager).update(duties=["triage", "seal_keeper"])
    Post.objects.filter(holdings__officer=village.supervisor).update(duties=["seal_keeper"])
    late = stages.accepted_matter(village)
    with time_machine.travel(stages.after(75)):
        stream = pack_record.ask(
            village.actor(village.triager), organ=village.town, since=date(2026, 1, 1),
            until=date(2026, 6, 30), reason="来函", at=stages.after(75),
        )  # fmt: skip
        (pack,) = pack_record.packs_of(village.city_office)
        pack_record.approve(pack, village.actor(village.supervisor), at=stages.after(75))
        answer = signed_in(village.triager).post(f"{HERE}{stream}/taking/")
    said = "\n".join(lines_of(answer))
    assert late.number in said
    assert "超期没有回音" in said
    assert stages.TITLE not in said
    assert "廖" not in said


@pytest.mark.parametrize("part", sorted(set(CAST) - KEEPERS))
def test_nobody_else_finds_a_trace_of_it(village, accused, part):
    pack = approved(village)
    taken(village, pack)
    client = signed_in(getattr(village, part))
    assert client.get(HERE).status_code == 404
    assert client.post(f"{HERE}{pack.stream}/taking/").status_code == 404
    assert client.post(f"{HERE}{pack.stream}/approval/").status_code == 404
    for page in ("", "search/?q=镇长", "book/?since=2026-01-01", "figures/?since=2026-01-01"):
        assert "修渠款" not in client.get(f"/desk/{page}").content.decode()
        assert "巡视巡察" not in client.get(f"/desk/{page}").content.decode()


def test_keepers_of_another_organ_do_not_see_who_asked(village, accused):
    pack = approved(village)
    post = village.actor(village.stranger).post
    post.duties = [*post.duties, "seal_keeper"]
    post.save()
    client = signed_in(village.stranger)
    assert "第二巡察组" not in client.get(HERE).content.decode()
    assert client.post(f"{HERE}{pack.stream}/approval/").status_code == 404


def test_two_keepers_go_the_whole_way_by_the_pages(village, accused):
    keeper, other = signed_in(village.keeper), signed_in(village.other_keeper)
    told = {"organ": village.town.pk, "since": "2026-01-01", "until": "2026-06-30", "reason": "来函"}
    assert keeper.post(HERE, told).status_code == 302
    (pack,) = pack_record.packs_of(village.discipline)
    assert "批准导出" not in keeper.get(HERE).content.decode()
    assert "批准导出" in other.get(HERE).content.decode()
    assert other.post(f"{HERE}{pack.stream}/approval/").status_code == 302
    assert "导出（只有一次）" in keeper.get(HERE).content.decode()
    assert keeper.post(f"{HERE}{pack.stream}/taking/").status_code == 200
    assert "导出（只有一次）" not in keeper.get(HERE).content.decode()
    assert keeper.get(f"{HERE}{pack.stream}/taking/").status_code == 405
