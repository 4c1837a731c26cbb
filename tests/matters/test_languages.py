"""What an officer reads follows the officer; what a petitioner gets on paper is in Chinese."""

from django.utils.translation import override

from huiyin.matters.act import kinds
from tests.matters import stages


def test_a_letter_is_in_chinese_although_the_officer_reads_english(village):
    matter = stages.investigated_matter(village)
    with override("en"):
        matter.draft(by=village.actor(village.handler), answers=stages.answers(matter))
        matter.sign(by=village.actor(village.second))
    (paper,) = matter.documents.filter(kind="D17")
    (answer,) = [block for name, block in paper.fields["blocks"] if name == "answer"]
    assert answer["opinion"] == "支持"


def test_the_questions_of_an_act_are_asked_in_the_officers_language():
    days = kinds["extend"].row._meta.get_field("days")
    with override("en"):
        assert str(days.verbose_name) == "Days to add"
    with override("zh-hans"):
        assert str(days.verbose_name) == "延长几天"
