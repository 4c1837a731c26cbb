"""Whom one asked is on record, in a paper of its own and in the report on the facts."""

from datetime import date

from tests.matters import stages

TALK = {
    "standing": "witness",
    "name": "何大山",
    "held_on": date(2026, 3, 4),
    "place": "柳湾村村委会",
    "words": "渠是去年八月塌的，我看着塌的。",
    "read_back": True,
}


def asked_matter(village):
    matter = stages.investigated_matter(village)
    matter.inquire(by=village.actor(village.handler), at=stages.after(3), **TALK)
    return matter


def test_an_interview_is_a_paper_that_stays_in_the_file(village):
    paper = asked_matter(village).documents.get(kind="D14")
    assert (paper.audience, paper.fields["title"]) == ("internal", "调查笔录")
    assert ["笔录", TALK["words"]] in paper.fields["blocks"][0][1]


def test_the_report_on_the_facts_names_who_was_asked_and_what_was_found(village):
    matter = asked_matter(village)
    handler = village.actor(village.handler)
    matter.establish(
        by=handler,
        at=stages.after(4),
        fact="渠塌了四十米",
        happened_on=date(2025, 8, 1),
        sides=[{"side": "petitioner", "evidence": "照片", "weight": "accepted", "why": "和现场一样"}],
    )
    matter.draft(by=handler, at=stages.after(5), answers=stages.answers(matter))
    report = matter.documents.filter(kind="D14").order_by("sequence").last()
    said = dict(report.fields["blocks"][0][1])
    assert report.fields["title"] == "核查报告"
    assert TALK["name"] in said["询问 1"] and said["事实 1"] == "2025年8月1日，渠塌了四十米"
    assert "采信：和现场一样" in said["信访人"]


def test_nobody_is_asked_tomorrow(village, refused):
    matter = stages.investigated_matter(village)
    with refused("今天之后"):
        matter.inquire(by=village.actor(village.handler), at=stages.START, **TALK)
