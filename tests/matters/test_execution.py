"""Execution: what was supported gets an organ and a day, is reported once, and the petitioner is asked."""

from datetime import date

from tests.matters import stages


def test_each_supported_request_becomes_an_execution_with_its_day(village):
    matter = stages.delivered_matter(village, wishes=("修渠", "赔种子"))
    matter.begin_execution(by=village.actor(village.handler), organ=village.town)
    assert list(matter.executions.values_list("due_on", flat=True)) == [date(2026, 6, 30)] * 2


def test_an_explanation_has_nothing_to_carry_out(village, refused):
    matter = stages.delivered_matter(village, opinion="explained")
    with refused("不需要落实"):
        matter.begin_execution(by=village.actor(village.handler), organ=village.town)


def test_beginning_twice_opens_nothing_twice(village):
    matter = stages.delivered_matter(village)
    matter.begin_execution(by=village.actor(village.handler), organ=village.town)
    matter.begin_execution(by=village.actor(village.handler), organ=village.town)
    assert matter.executions.count() == 1


def test_one_request_is_reported_once(village, refused):
    matter = stages.delivered_matter(village)
    handler = village.actor(village.handler)
    matter.begin_execution(by=handler, organ=village.town)
    execution = matter.executions.get()
    matter.finish_execution(by=handler, execution=execution, evidence="照片")
    with refused("已经报过落实"):
        matter.finish_execution(by=handler, execution=execution, evidence="照片")


def test_the_execution_of_another_matter_is_not_reported_here(village, refused):
    matter, other = stages.delivered_matter(village), stages.delivered_matter(village)
    handler = village.actor(village.handler)
    other.begin_execution(by=handler, organ=village.town)
    with refused("已经报过落实"):
        matter.finish_execution(by=handler, execution=other.executions.get(), evidence="照片")


def test_a_report_says_what_shows_it(village, refused):
    matter = stages.delivered_matter(village)
    handler = village.actor(village.handler)
    matter.begin_execution(by=handler, organ=village.town)
    with refused("凭据"):
        matter.finish_execution(by=handler, execution=matter.executions.get(), evidence="")
    assert matter.executions.get().done_on is None


def test_execution_goes_on_after_closing(village):
    matter = stages.closed_matter(village)
    matter.finish_execution(
        by=village.actor(village.handler), execution=matter.executions.get(), evidence="照片"
    )
    assert matter.executions.get().done_on is not None
