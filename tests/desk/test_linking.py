"""A link at the desk: seen from both ends by whom may see, and undone on its page."""

import pytest

from tests.desk.signed_in import signed_in
from tests.desk.walking import at, done, page_of, to_accepted
from tests.matters import stages

pytestmark = pytest.mark.seed("S046")


@pytest.fixture
def again(village, matter):
    to_accepted(village, matter)
    repeat = stages.triaged_matter(village, title="低保还是没有")
    done(village.triager, repeat, "linking", live=matter.number, reason="同一户的低保")
    return repeat


def side_of(officer, matter):
    sides = signed_in(officer).get(page_of(matter)).context["sides"]
    return [row["link"] for side in sides if side["heading"] == "同一件事" for row in side["rows"]]


@pytest.mark.parametrize("part", ["triager", "handler"])
def test_each_page_leads_to_the_other(village, matter, again, part):
    officer = getattr(village, part)
    assert side_of(officer, again) == [matter.number]
    assert side_of(officer, matter) == [again.number]


def test_it_is_undone_on_its_page(village, matter, again):
    done(village.triager, again, "unlinking", reason="是另一户")
    assert again.stage == "triage"
    assert side_of(village.triager, matter) == []
    page = signed_in(village.triager).get(page_of(again)).content.decode()
    assert "不是同一件事，取消并入" in page
    assert "是另一户" in page


def test_what_raises_two_matters_is_split_on_its_page(village, matter):
    done(village.triager, matter, "triage", kind="appeal_claim", reports_wrongdoing="False", title=matter.title,
         requests="恢复低保\n修路")  # fmt: skip
    form = signed_in(village.triager).get(at(matter, "splitting")).context["form"]
    assert form.fields["positions"].choices == [("1", "恢复低保"), ("2", "修路")]
    done(
        village.triager,
        matter,
        "splitting",
        positions=["2"],
        title="村路坏了",
        text="村路坏了。",
        reason="两件事",
    )
    other = matter.halves().get()
    assert other.number in side_of(village.triager, matter)
    assert matter.number in side_of(village.triager, other)


def test_only_visits_are_batches_and_their_people_heads(village):
    letter = stages.triaged_matter(village, channel="letter", people_count=9)
    visit = stages.triaged_matter(village, channel="visit", people_count=9)
    told = [signed_in(village.triager).get(page_of(one)).context for one in (letter, visit)]
    assert [(one["groups"], one["people"]) for one in told] == [(0, 0), (1, 9)]
