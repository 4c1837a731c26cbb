"""Who assigned a matter gets its report; who asked for a review is told that it was taken up."""

from huiyin.matters.tick import tick
from huiyin.people.organ import Organ
from tests.matters import stages


def test_an_assigned_matter_ends_with_a_report_to_who_assigned_it(village):
    matter = stages.assigned_matter(village)
    handler = village.actor(village.handler)
    matter.notify(by=handler, at=stages.START, route="L1", procedure="到法院起诉。")
    matter.route_out(
        by=handler, at=stages.after(2), route="L1", body="城南县人民法院", basis="《行政诉讼法》",
        act_by=stages.after(90).date(),
    )  # fmt: skip
    report = matter.documents.get(kind="D23")
    assert report.fields["addressee"] == village.city_office.name
    assert dict(report.fields["blocks"][0][1])["处理意见"] == "导入其他途径"


def test_a_forwarded_one_owes_none(village):
    assert not stages.closed_matter(village).documents.filter(kind="D23").exists()


def test_numbers_of_papers_have_no_gap_where_a_paper_was_not_owed(village):
    matter = stages.closed_matter(village)
    tick(stages.after(60).date())
    matter.archive(by=village.actor(village.handler), at=stages.after(61), keeping="ten_years")
    assert matter.documents.filter(kind="D36").exists()
    for organ in Organ.objects.filter(pk__in=matter.documents.values("organ")):
        numbers = matter.documents.filter(organ=organ).order_by("sequence").values_list("sequence", flat=True)
        assert list(numbers) == list(range(1, len(numbers) + 1))


def test_who_asked_for_a_review_is_told_who_deals_with_it_and_by_when(village):
    review = stages.requested_review(village)
    reviewer = village.actor(village.reviewer)
    review.take_review(by=reviewer, handler=reviewer.post)
    paper = review.matter.documents.get(kind="D19")
    said = dict(paper.fields["blocks"][1][1])
    due = review.clocks.get(term="review").due_on
    assert said["书面答复"] == f"{due.year}年{due.month}月{due.day}日前"
    assert paper.audience == "petitioner"
    review.refresh_from_db()
    assert review.handler == reviewer.post


def test_it_is_told_once(village, refused):
    review = stages.requested_review(village)
    reviewer = village.actor(village.reviewer)
    review.take_review(by=reviewer, handler=reviewer.post)
    with refused("已经告知过"):
        review.take_review(by=reviewer, handler=reviewer.post)
