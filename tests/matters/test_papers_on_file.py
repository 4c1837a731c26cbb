"""Papers between organs and in the file: each says what its article wants, and none of them is the petitioner's."""

from huiyin.matters.tick import tick
from tests.matters import stages


def test_an_objection_goes_to_the_sender_with_its_reasons(village):
    matter = stages.forwarded_matter(village)
    matter.object(
        by=village.actor(village.handler), at=stages.START, reason="渠归水利局管", suggested=village.bureau
    )
    paper = matter.documents.get(kind="D09")
    assert (paper.audience, paper.fields["addressee"]) == ("organ", village.city_office.name)
    assert "渠归水利局管" in str(paper.fields) and village.bureau.name in str(paper.fields)


def test_a_refused_objection_is_answered_with_reasons(village):
    matter = stages.forwarded_matter(village)
    matter.object(by=village.actor(village.handler), at=stages.START, reason="不归我们")
    matter.refuse_objection(by=village.actor(village.triager), at=stages.START, reason="三定方案写明归镇里")
    paper = matter.documents.get(kind="D10")
    assert paper.fields["addressee"] == village.town.name
    assert "不同意异议" in str(paper.fields) and "三定方案" in str(paper.fields)


def test_an_agreed_objection_names_who_takes_it(village):
    matter = stages.forwarded_matter(village)
    matter.object(by=village.actor(village.handler), at=stages.START, reason="不归我们")
    matter.agree_objection(
        by=village.actor(village.triager), at=stages.START, reason="属实", to=village.bureau
    )
    paper = matter.documents.get(kind="D10")
    assert paper.fields["addressee"] == village.town.name and village.bureau.name in str(paper.fields)


def test_the_approval_of_an_extension_names_both_officers(village):
    matter = stages.investigated_matter(village)
    handler, head = village.actor(village.handler), village.actor(village.head)
    matter.extend(by=handler, approved=head, at=stages.START, days=10, reason="要等检测")
    paper = matter.documents.get(kind="D13")
    assert paper.audience == "internal"
    assert all(name in str(paper.fields) for name in (village.handler.name, village.head.name, "要等检测"))


def test_a_recusal_is_decided_on_paper(village):
    matter = stages.accepted_matter(village)
    matter.recuse(by=village.actor(village.head), at=stages.START, officer=village.handler, reason="亲戚")
    assert village.handler.name in str(matter.documents.get(kind="D35").fields)


def test_the_contents_of_a_file_list_every_paper_in_order(village):
    matter = stages.closed_matter(village)
    tick(stages.after(60).date())
    matter.archive(by=village.actor(village.handler), at=stages.after(61), keeping="ten_years")
    listed = str(matter.documents.get(kind="D36").fields)
    others = list(matter.documents.exclude(kind="D36").order_by("issued_on", "pk"))
    places = [listed.index(paper.number) for paper in others]
    assert len(others) >= 4 and places == sorted(places)
