"""信访情况年度报告 (Art. 41): four parts over a year of one office's matters, as a paper that the office signs and sends.

A paper between organs, and so in Chinese like every paper. It ranks nothing: places, topics and organs stand in the
order of their codes.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import override

from huiyin.insight import annual_numbers as numbers
from huiyin.insight.counted import Days
from huiyin.insight.counting import counts, counts_by
from huiyin.insight.few import FEW
from huiyin.insight.figures import Asked
from huiyin.insight.recommended import recommended
from huiyin.insight.said import at_organs, causes, done_said, grades, rates, table, whole_said
from huiyin.matters.assignment import Assignment
from huiyin.matters.filing import Channel
from huiyin.matters.triage import Triage
from huiyin.papers.paper import Block, Heading, Items, Paper, Paragraph
from huiyin.people.organ import Organ
from huiyin.people.region import Region

CAVEAT = (
    "被反映得多少，和这个单位办件多少、服务的人多少有关；被反映的内容也还没有逐件查实。"
    "所以只列名单，不排名次，不作考核依据。"
)
PASSED = (("forward", "转送"), ("assign", "交办"), ("refer_judicial", "转政法部门"))
SUPERVISED = (("urge", "催办"), ("supervise", "督办"), ("instruct", "领导批示"), ("take_over", "提级办理"))
LOOKED_BACK = (("look_back", "回头看"), ("follow_up", "回访"))


def of_office(matters: QuerySet, office: Organ) -> QuerySet:
    """Of these matters those that passed through the office."""
    return matters.filter(pk__in=Assignment.objects.filter(organ=office).values("matter"))


def annual_report(matters: QuerySet, office: Organ, year: int, today: date) -> Paper:
    """The report of a year on those of `matters` that passed through the office; unsigned, for the office to complete."""
    days = Days(date(year, 1, 1), date(year, 12, 31))
    asked = Asked(of_office(matters, office).filter(sealed=False), days, today)
    with override("zh-hans"):
        blocks = (
            *_beginning(asked, office),
            *_first(asked),
            *_second(asked),
            *_third(asked, office),
            *_fourth(asked),
        )
    return Paper(
        kind="annual",
        title=f"{office.name}{year}年度信访情况报告",
        organ=office.name,
        addressee="本级党委、人民政府，上一级信访部门",
        blocks=blocks,
        style="official_doc",
    )


def _beginning(asked: Asked, office: Organ) -> Iterable[Block]:
    days, until = asked.days, min(asked.days.until, asked.today)
    yield Paragraph(
        f"依照《信访工作条例》第四十一条，报告{days.since.year}年1月1日至{until.month}月{until.day}日"
        f"经{office.name}登记、转送、交办的信访情况。检举控告封存办理，不在本报告内。"
        f"各表按代码排列；涉及群众的数不满{FEW}的不写出。"
    )


def _first(asked: Asked) -> Iterable[Block]:
    matters, days = asked.matters, (asked.days.since, asked.days.until)
    channels, purposes = dict(Channel.choices), dict(Triage._meta.get_field("purpose").flatchoices)
    yield Heading("一、信访事项的数据统计、涉及领域和被反映较多的单位")
    whole, by_channel = counts(matters, *days), counts_by(matters, *days, "channel")
    yield Paragraph(f"共登记{whole_said(whole, by_channel)}。{whole.day_used}统计，含重复信访。")
    yield Heading("（一）按信访形式", 2)
    yield table(by_channel, channels)
    yield Heading("（二）按信访目的", 2)
    yield table(counts_by(matters, *days, "matter__purpose"), purposes)
    yield Heading("（三）按内容分类", 2)
    yield table(counts_by(matters, *days, "matter__topic"), {})
    yield Heading("（四）按问题属地", 2)
    places = counts_by(matters, *days, "matter__place")
    yield table(places, {one.pk: one.full_name() for one in Region.objects.filter(pk__in=[*places])})
    yield Heading("（五）被反映较多的机关、单位", 2)
    yield from _complained(asked)


def _complained(asked: Asked) -> Iterable[Block]:
    most = numbers.most_complained_of(asked.matters, asked.days)
    if not most:
        yield Paragraph(f"没有被{FEW}件以上信访事项反映的单位。")
        return
    yield Items(
        tuple((one.organ.name, f"被{one.matters}件事项反映；同期承办{one.handled}件") for one in most)
    )
    yield Paragraph(CAVEAT)


def _second(asked: Asked) -> Iterable[Block]:
    done = numbers.acts(asked.matters, asked.days)
    yield Heading("二、转送、交办和督办情况")
    yield Paragraph(f"{done_said(done, PASSED)}。{done_said(done, SUPERVISED)}。")
    yield Heading("（一）按期情况", 2)
    yield Items(
        tuple(row for name in ("passed_on", "accepted", "notified", "replied") for row in rates(asked, name))
    )
    yield Heading("（二）各单位超期未答复的", 2)
    yield from at_organs(asked, "replied", ("overdue", "late"))
    yield Heading("（三）各单位延期的", 2)
    yield from at_organs(asked, "extended", ("extended",))


def _third(asked: Asked, office: Organ) -> Iterable[Block]:
    yield Heading("三、提出改进工作、完善政策、追究责任建议以及采纳情况")
    yield from recommended(office, asked.days)


def _fourth(asked: Asked) -> Iterable[Block]:
    yield Heading("四、其他情况")
    yield Heading("（一）办结时单位说的原因", 2)
    yield causes(asked)
    yield Heading("（二）落实和承诺", 2)
    yield Items(tuple(row for name in ("carried_out", "executed", "promises") for row in rates(asked, name)))
    yield Heading("（三）群众评价", 2)
    yield grades(asked)
    yield Heading("（四）回头看", 2)
    yield Paragraph(f"{done_said(numbers.acts(asked.matters, asked.days), LOOKED_BACK)}。")
