"""The parts into which answers, what they promise, ratings and petitions are sorted (see parts.py for how)."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from huiyin.insight.parts import ENDED_OTHERWISE, REPEAT, Part, any_of, of
from huiyin.matters.assignment import Assignment
from huiyin.matters.clock import Clock
from huiyin.matters.closure import Reopening
from huiyin.matters.delivery import Delivery
from huiyin.matters.execution import Execution
from huiyin.matters.matter import Matter
from huiyin.matters.petition import Petition
from huiyin.matters.rating import Rating
from huiyin.matters.review import Review
from huiyin.matters.withdrawal import Withdrawal

QUIET_DAYS = 180
"""How long nothing may come back before a matter counts as solved the first time (DOMAIN §2.7; no law says it)."""

_RUNNING = {"ended_on": None, "assignment__isnull": False}
_REACHED = of(Delivery, review=None, completed_on__isnull=False)
_ALL_REACHED = _REACHED & ~of(Delivery, review=None, completed_on=None)
_AGAIN = {"matter": OuterRef("of"), "occurred_at__gt": OuterRef("closed_at")}
_QUIET_UNTIL = OuterRef("closed_at") + timedelta(days=QUIET_DAYS)

# ── Answers, and what they promise ──

RECEIVED = Part("received", _("已送达"), _("有送达凭据"), Q(completed_on__isnull=False))
NOT_RECEIVED = Part("not_received", _("还没有送达"), _("已签发，还没有送达凭据"), Q())
DONE = Part("done", _("按期落实"), _("在答复写的日期前落实"), Q(done_on__lte=F("due_on")))
DONE_LATE = Part("done_late", _("超期落实"), _("落实了，晚于答复写的日期"), Q(done_on__gt=F("due_on")))
UNDONE = Part("undone", _("超期未落实"), _("日期已过，还没有落实"), Q(due_on__lt=F("today")))
BROKEN = Part(
    "broken", _("说没做到"), _("报了落实，之后因没有落实或新的事实重新办理"),
    Q(done_on__isnull=False) & of(Reopening, occurred_at__date__gte=OuterRef("done_on")),
)  # fmt: skip

ANSWERED = Part(
    "answered", _("有回音"), _("答复已送到每一位，或已依法书面告知别的结果"),
    any_of([_ALL_REACHED, *map(of, ENDED_OTHERWISE)]) & ~of(Clock, term="handling", ended_on=None),
)  # fmt: skip
TAKEN_BACK = Part(
    "taken_back", _("已撤回"), _("信访人自己撤回，没有再提"),
    of(Withdrawal) & ~of(Assignment, ended_on=None),
)  # fmt: skip
UNANSWERED = Part(
    "unanswered", _("超期没有回音"), _("有期限已过，还没有答复"),
    of(Clock, due_on__lt=OuterRef("today"), **_RUNNING),
)  # fmt: skip
ON_ITS_WAY = Part(
    "on_its_way", _("送出没送到"), _("答复已送出，还没有送达凭据"),
    of(Delivery, review=None, attempted_on__isnull=False, completed_on=None),
)  # fmt: skip
STILL_TIME = Part("still_time", _("期限内"), _("还没有答复，期限也还没有到"), of(Clock, **_RUNNING))
SILENT = Part("silent", _("没有期限在走"), _("没有答复，也没有期限在走"), Q())

CARRIED_OUT = Part(
    "carried_out", _("全部落实"), _("支持的每一项都报了落实"),
    of(Execution) & ~of(Execution, done_on=None),
)  # fmt: skip
CARRIED_OUT_LATE = Part(
    "behind", _("落实超期"), _("有支持的事项过了日期还没有落实"),
    of(Execution, done_on=None, due_on__lt=OuterRef("today")),
)  # fmt: skip
UNDER_WAY = Part("under_way", _("正在落实"), _("有单位在落实，日期还没有到"), of(Execution, done_on=None))
NOT_BEGUN = Part("not_begun", _("没有开始落实"), _("答复支持了，没有写下由谁落实"), Q(has_waiting=True))
NOTHING_OWED = Part("nothing_owed", _("没有要落实的"), _("答复里没有支持的事项"), Q())

# ── Ratings: never while they can still be changed ──

CAN_STILL = Part(
    "can_still",
    _("还能评价"),
    _("评价期没有过，评没评、怎么评都不显示"),
    of(Clock, term="rating", ended_on=None),
)
BY_STAFF = Part(
    "by_staff", _("工作人员代填"), _("不是信访人自己评的，另列，不计"), of(Rating, by_post__isnull=False)
)
RATED = Part("rated", _("已评价"), _("信访人自己评了"), of(Rating))
UNRATED = Part("unrated", _("到期没有评价"), _("评价期过了，没有评"), Q())
TYPED_IN = Part("by_staff", BY_STAFF.label, BY_STAFF.says, Q(by_post__isnull=False))


def graded(owner: str) -> tuple[Part, Part, Part]:
    """满意, 基本满意, 不满意 as the petitioner rated this owner ("office" or "organ"), each apart."""
    return (
        Part("satisfied", _("满意"), _("选了“满意”"), Q(**{owner: "satisfied"})),
        Part("fairly", _("基本满意"), _("选了“基本满意”"), Q(**{owner: "fairly"})),
        Part("dissatisfied", _("不满意"), _("选了“不满意”"), Q()),
    )


# ── Petitions ──

SAME_AGAIN = Part(
    "same_again", _("重复件次"), REPEAT.says,
    REPEAT.where | Exists(Petition.objects.filter(matter=OuterRef("of"), pk__lt=OuterRef("pk"))),
)  # fmt: skip
FIRST = Part("first", _("初次件次"), _("其余的"), Q())
BY_WEB = Part("by_web", _("网上"), _("从网上提的"), Q(channel="web"))
BY_OTHER = Part("by_other", _("其他形式"), _("来信、来访、来电等"), Q())

REVIEWED = Part("reviewed", _("申请过复查"), _("信访人申请过复查"), of(Review))
CAME_BACK = Part(
    "came_back", _("又提出来"), _("办结后 180 天内重新办理，或同一件事又提了出来"),
    Exists(Reopening.objects.filter(**_AGAIN, occurred_at__lte=_QUIET_UNTIL))
    | Exists(Matter.system.filter(linked_to=OuterRef("of"), registered_at__gt=OuterRef("closed_at"),
                                  registered_at__lte=_QUIET_UNTIL)),
)  # fmt: skip
SOLVED = Part("solved", _("一次办好"), _("办结后 180 天没有再提，也没有申请复查"), Q())
