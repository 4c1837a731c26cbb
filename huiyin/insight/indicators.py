"""The indicators (DOMAIN §2.7): what each counts, by which day, how its rows are sorted, and which share it states.

A row belongs to the first of its parts that fits, so that nothing is counted twice. A rate is one group of parts over
another; parts in no denominator are what is left out, and stand beside it with their number. Where a formula in use
elsewhere keeps what is not yet due in the denominator, both are stated, each under its own name.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from huiyin.insight import counted, outcomes, parts
from huiyin.insight.counted import Counted
from huiyin.insight.parts import Part


@dataclass(frozen=True)
class Rate:
    """A share, in percent: the rows of some parts among those of some others."""

    label: str | Promise
    numerator: tuple[Part, ...]
    denominator: tuple[Part, ...]


@dataclass(frozen=True)
class Indicator:
    """One indicator: whose it is, what it counts by which day, its parts in the order in which they are asked, its rates.

    `later` days after its day a row counts. `source` is law, or who else counts like this.
    """

    name: str
    label: str | Promise
    of: str | Promise
    by: str | Promise
    rows: Counted
    parts: tuple[Part, ...]
    rates: tuple[Rate, ...]
    source: str | Promise
    note: str | Promise = ""
    later: int = 0

    @property
    def left_out(self) -> tuple[Part, ...]:
        """The parts that no rate counts."""
        counted_ones = {part for rate in self.rates for part in rate.denominator}
        return tuple(part for part in self.parts if part not in counted_ones)


OFFICE, UNIT = _("信访部门"), _("办理单位")
DUE = _("期限的最后一天在这些日子里")
FIELD = _("各地系统通用的口径；未到期的另算")
OURS = _("本系统的约定，不是法条")
_OUT = (parts.JUDICIAL, parts.REPEAT, parts.WITHDRAWN, parts.VOID)
_KEPT = (parts.IN_TIME, parts.LATE, parts.OVERDUE)
_TAKEN = (parts.ACCEPTED, parts.ACCEPTED_LATE, parts.NOT_ACCEPTED)
_PROMISED = (outcomes.DONE, outcomes.DONE_LATE, outcomes.UNDONE)


def _both(label: str | Promise, corrected: str | Promise, due: tuple[Part, ...]) -> tuple[Rate, Rate]:
    """The formula in use, and the one that leaves out what is not yet due."""
    return Rate(label, due[:1], (*due, parts.NOT_DUE)), Rate(corrected, due[:1], due)


INDICATORS = (
    Indicator(
        "answered", _("事事有回音"), _("全部"), _("登记日期在这些日子里"), counted.registered,
        (outcomes.ANSWERED, outcomes.TAKEN_BACK, outcomes.UNANSWERED, outcomes.ON_ITS_WAY, outcomes.STILL_TIME, outcomes.SILENT),
        (Rate(_("有回音的占比"), (outcomes.ANSWERED,),
              (outcomes.ANSWERED, outcomes.UNANSWERED, outcomes.ON_ITS_WAY, outcomes.SILENT)),),
        OURS, _("应当是 100%。没有到 100% 的，点开看是哪几件。"),
    ),
    Indicator(
        "carried_out", _("件件有落实"), _("全部"), _("答复最近送到的日期在这些日子里"), counted.answered,
        (outcomes.CARRIED_OUT, outcomes.CARRIED_OUT_LATE, outcomes.UNDER_WAY, outcomes.NOT_BEGUN, outcomes.NOTHING_OWED),
        (Rate(_("有落实的占比"), (outcomes.CARRIED_OUT, outcomes.UNDER_WAY),
              (outcomes.CARRIED_OUT, outcomes.UNDER_WAY, outcomes.CARRIED_OUT_LATE, outcomes.NOT_BEGUN)),),
        OURS, _("支持了的，要么已经落实，要么有单位在办、没过日子。"),
    ),
    Indicator(
        "passed_on", _("及时受理率"), OFFICE, DUE, counted.clocks("triage"),
        (*_OUT, *_KEPT, parts.NOT_DUE),
        _both(_("及时受理率(含未到期)"), _("及时受理率(已到期)"), _KEPT),
        FIELD, _("信访部门在 15 天内转送、交办或书面告知（第22条、第23条）。"),
    ),
    Indicator(
        "accepted", _("及时受理率"), UNIT, DUE, counted.clocks("notice-direct", "notice-forwarded"),
        (*_OUT, *_TAKEN[:2], parts.OTHER_WAY, parts.NOT_ACCEPTED, parts.NOT_DUE),
        _both(_("及时受理率(含未到期)"), _("及时受理率(已到期)"), _TAKEN),
        FIELD, _("到了办理单位的，在告知期限内决定受理（第23条）。"),
    ),
    Indicator(
        "notified", _("告知率"), UNIT, DUE, counted.clocks("notice-direct", "notice-forwarded"),
        (*_OUT, *_KEPT, parts.NOT_DUE), (Rate(_("告知率"), _KEPT[:1], _KEPT),), OURS,
        _("应当书面告知的，在 15 天内告知（第23条）。"),
    ),
    Indicator(
        "replied", _("按期答复率"), UNIT, DUE, counted.clocks("handling"),
        (*_OUT, *_KEPT, parts.NOT_DUE),
        _both(_("按期答复率(含未到期)"), _("按期答复率(已到期)"), _KEPT),
        FIELD, _("只算初次信访；延期经过批准的，算到延期后的日期（第34条）。期限在第一次送达的那天停。"),
    ),
    Indicator(
        "extended", _("延期率"), UNIT, DUE, counted.clocks("handling"),
        (parts.EXTENDED, parts.NOT_EXTENDED),
        (Rate(_("延期率"), (parts.EXTENDED,), (parts.EXTENDED, parts.NOT_EXTENDED)),), OURS,
        _("超过 20% 的，要看一看为什么。"),
    ),
    Indicator(
        "delivered", _("送达率"), UNIT, _("签发日期在这些日子里"), counted.deliveries,
        (outcomes.RECEIVED, outcomes.NOT_RECEIVED),
        (Rate(_("送达率"), (outcomes.RECEIVED,), (outcomes.RECEIVED, outcomes.NOT_RECEIVED)),), OURS,
        _("一份答复送给几位，算几份。"),
    ),
    Indicator(
        "executed", _("执行率"), UNIT, _("答复写的落实日期在这些日子里"), counted.executions,
        (*_PROMISED, parts.NOT_DUE), (Rate(_("执行率"), _PROMISED[:1], _PROMISED),), OURS,
        _("支持的每一项算一项。"),
    ),
    Indicator(
        "promises", _("承诺兑现率"), UNIT, _("答复写的落实日期在这些日子里"), counted.executions,
        (outcomes.BROKEN, *_PROMISED, parts.NOT_DUE),
        (Rate(_("承诺兑现率"), _PROMISED[:1], (outcomes.BROKEN, *_PROMISED)),), OURS,
        _("承诺还没有单独登记，先用答复里写了日期的落实事项；报了落实、之后又重新办理的，算没有兑现。"),
    ),
    Indicator(
        "first_unit", _("首接首办率"), UNIT, _("第一个单位收到的日期在这些日子里"), counted.reached_a_unit,
        (parts.JUDICIAL, parts.REPEAT, parts.KEPT, parts.REROUTED, parts.NOT_TAKEN_YET),
        (Rate(_("首接首办率"), (parts.KEPT,), (parts.KEPT, parts.REROUTED)),), OURS,
    ),
    Indicator(
        "solved_once", _("一次性化解率"), UNIT, _("办结满 180 天的那天在这些日子里"), counted.closed,
        (parts.JUDICIAL, parts.REPEAT, outcomes.REVIEWED, outcomes.CAME_BACK, outcomes.SOLVED),
        (Rate(_("一次性化解率"), (outcomes.SOLVED,), (outcomes.REVIEWED, outcomes.CAME_BACK, outcomes.SOLVED)),), OURS,
        later=outcomes.QUIET_DAYS,
    ),
    *(
        Indicator(
            f"participation_{owner}", _("群众参评率"), whose, _("评价期的最后一天在这些日子里"),
            counted.rating_windows(owner),
            (outcomes.CAN_STILL, outcomes.BY_STAFF, outcomes.RATED, parts.WITHDRAWN, outcomes.UNRATED),
            (Rate(_("群众参评率"), (outcomes.RATED,), (outcomes.RATED, outcomes.UNRATED)),), FIELD,
        )
        for owner, whose in (("office", OFFICE), ("unit", UNIT))
    ),
    *(
        Indicator(
            f"satisfaction_{owner}", _("群众满意率"), whose, _("评价期的最后一天在这些日子里"),
            counted.ratings(owner), (outcomes.TYPED_IN, *grades),
            (Rate(_("群众满意率(满意)"), grades[:1], grades), Rate(_("群众满意率(满意和基本满意)"), grades[:2], grades)), FIELD,
            _("“满意”和“基本满意”分开列。评价期没有过的，谁也看不到。"),
        )
        for owner, whose, grades in (
            ("office", OFFICE, outcomes.graded("office")), ("unit", UNIT, outcomes.graded("organ")),
        )
    ),
    Indicator(
        "repeats", _("重复信访率"), OFFICE, _("信访日期在这些日子里"), counted.petitions,
        (outcomes.SAME_AGAIN, outcomes.FIRST),
        (Rate(_("重复信访率"), (outcomes.SAME_AGAIN,), (outcomes.SAME_AGAIN, outcomes.FIRST)),), FIELD,
        _("只看变化，不用来给地方、单位或个人打分。"),
    ),
    Indicator(
        "web", _("网信占比"), OFFICE, _("信访日期在这些日子里"), counted.petitions,
        (outcomes.BY_WEB, outcomes.BY_OTHER),
        (Rate(_("网信占比"), (outcomes.BY_WEB,), (outcomes.BY_WEB, outcomes.BY_OTHER)),), FIELD,
    ),
)  # fmt: skip
NAMED = {indicator.name: indicator for indicator in INDICATORS}
