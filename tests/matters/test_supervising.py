"""An organ that fails is told so in writing and answers by a day; the petitioner reads that somebody watches."""

from datetime import timedelta

from huiyin.matters.clock import Clock
from huiyin.matters.tick import tick
from huiyin.matters.timeline import timeline
from tests.matters import stages

FOUND = {"failing": "T6", "facts": "受理以后十五天没有去看渠。", "demand": "三天内到现场，答复进度。"}
WHEN = stages.after(20)
BY = (WHEN + timedelta(days=5)).date()


def supervised_matter(village):
    matter = stages.investigated_matter(village)
    matter.supervise(by=village.actor(village.supervisor), at=WHEN, answer_by=BY, **FOUND)
    return matter


def test_the_organ_owes_an_answer_by_that_day_and_its_legal_limit_stays(village):
    matter = stages.investigated_matter(village)
    legal = Clock.objects.running().get(matter=matter, term="handling").due_on
    matter.supervise(by=village.actor(village.supervisor), at=WHEN, answer_by=BY, **FOUND)
    clock = Clock.objects.running().get(matter=matter, term="supervision")
    assert (clock.raw_on, clock.assignment) == (BY, matter.lead)
    assert Clock.objects.running().get(matter=matter, term="handling").due_on == legal


def test_the_letter_says_what_was_found_what_is_demanded_and_by_when(village):
    matter = supervised_matter(village)
    paper = matter.documents.get(kind="D24")
    said = dict(paper.fields["blocks"][0][1])
    assert said["查到的事实"] == FOUND["facts"] and said["要求"] == FOUND["demand"]
    assert "《信访工作条例》第四十条" in said["依据"]
    assert paper.organ != matter.lead.organ and paper.fields["addressee"] == matter.lead.organ.name


def test_the_answer_stops_the_clock_late_or_not(village):
    matter = supervised_matter(village)
    matter.answer_supervision(by=village.actor(village.handler), at=stages.after(40), words="已经去看过。")
    assert not Clock.objects.running().filter(matter=matter, term="supervision").exists()
    assert matter.supervision_answers.get().supervision == matter.supervisions.get()


def test_one_demand_is_answered_before_the_next(village, refused):
    matter = supervised_matter(village)
    with refused("还没有回复"):
        matter.supervise(by=village.actor(village.supervisor), at=WHEN, answer_by=BY, **FOUND)


def test_silence_is_told_like_any_limit_that_passed(village):
    matter = supervised_matter(village)
    assert tick(stages.after(30).date())["lapsed"] >= 1
    assert matter.lapses.filter(clock__term="supervision").exists()


def test_the_organ_does_not_supervise_itself(village, refused):
    matter = stages.investigated_matter(village)
    with refused("督办"):
        matter.supervise(by=village.actor(village.handler), at=WHEN, answer_by=BY, **FOUND)


def test_the_petitioner_reads_that_somebody_asked(village):
    says = [
        line.says for line in timeline(supervised_matter(village), public=True) if line.act == "supervise"
    ]
    assert says and "已督办" in says[0]
