"""Reads the demo city's files, and knows the order in which acts may follow."""

import tomllib
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "huiyin/config/demo"
TODAY = date(2026, 11, 23)
REST_DAYS = {date(2026, 9, 25)} | {date(2026, 10, day) for day in range(1, 8)}
MAKE_UP_DAYS = {date(2026, 9, 20), date(2026, 10, 10)}
FORBIDDEN = [
    "难缠户",
    "钉子户",
    "缠访",
    "闹访",
    "老户",
    "重访户",
    "上访户",
    "刁民",
    "重点人员",
    "稳控",
    "截访",
    "劝返",
    "无理取闹",
    "非访",
    "息诉",
    "罢访",
    "扬言",
    "销号",
    "越级访",
]

# act: (stages it may start from, stage it leads to); None keeps the stage.
OPEN = [
    "registered",
    "triage",
    "forwarded",
    "assigned",
    "objected",
    "dispute",
    "notified",
    "accepted",
    "investigating",
    "drafted",
    "replied",
    "delivered",
]
AFTER_ANSWER = ["delivered", "suggestion_done", "closed"]
MOVES: dict[str, tuple[list[str], str | None]] = {
    "triage": (["registered"], "triage"),
    "forward": (["triage"], "forwarded"),
    "assign": (["triage"], "assigned"),
    "link": (["triage"], "linked"),
    "refer_judicial": (["triage"], "referred_judicial"),
    "refer_discipline": (["triage"], "referred_discipline"),
    "decline_final": (["triage"], "not_again"),
    "object": (["forwarded", "assigned"], "objected"),
    "agree_objection": (["objected"], "forwarded"),
    "dispute": (["objected"], "dispute"),
    "settle_dispute": (["dispute"], "forwarded"),
    "notify": (["forwarded", "assigned"], "notified"),
    "accept": (["notified"], "accepted"),
    "route_out": (["notified"], "routed_out"),
    "answer_suggestion": (["notified"], "suggestion_done"),
    "decline": (["notified"], "not_accepted"),
    "investigate": (["accepted"], "investigating"),
    "extend": (["accepted", "investigating"], None),
    "draft": (["investigating"], "drafted"),
    "send_back": (["drafted"], "investigating"),
    "sign": (["drafted"], "replied"),
    "attempt_delivery": (["replied"], None),
    "deliver": (["replied"], "delivered"),
    "begin_execution": (["delivered"], None),
    "finish_execution": (["delivered"], None),
    "request_review": (["delivered"], None),
    "decide_review": (["delivered"], None),
    "deliver_review": (["delivered"], None),
    "settle": (["delivered"], None),
    "close": (["delivered"], "closed"),
    "reopen": (["closed"], "accepted"),
    "archive": (["closed"], "archived"),
    "withdraw": (OPEN, "withdrawn"),
    "suspend": (["accepted", "investigating"], None),
    "rate": (AFTER_ANSWER, None),
    "state_view": (AFTER_ANSWER, None),
} | dict.fromkeys(
    ("transcribe", "correct", "note", "instruct", "ask", "answer_question", "supplement", "recuse", "lapse"),
    (OPEN, None),
)


@cache
def read(name: str) -> dict:
    """One file of the demo city, as TOML gives it."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


@cache
def petitions() -> tuple[dict, ...]:
    """All petitions, in order of receipt."""
    files = sorted(FOLDER.glob("petitions-*.toml"))
    found = [petition for file in files for petition in read(file.name)["petitions"]]
    return tuple(sorted(found, key=lambda petition: petition["received"]))


def keys(name: str, table: str, field: str = "key") -> set[str]:
    """The keys of one table."""
    return {row[field] for row in read(name)[table]}


def moment(text: str) -> datetime:
    """A time as the files write it."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M")


def is_working(day: date) -> bool:
    """Whether offices are open on a day of the demo's three months (State Council notice for 2026)."""
    return day in MAKE_UP_DAYS or (day.weekday() < 5 and day not in REST_DAYS)


def due(start: date, days: int) -> date:
    """The last of so many natural days after start, rolled to the next working day."""
    last = start + timedelta(days=days)
    while not is_working(last):
        last += timedelta(days=1)
    return last


def stages(petition: dict) -> list[str]:
    """The stages a course passes through; raises ValueError at the first act out of order."""
    passed = ["registered"]
    for step in petition["course"]:
        starts, leads = MOVES[step["act"]]
        if passed[-1] not in starts:
            raise ValueError(f"{petition['key']}: {step['act']} from {passed[-1]}")
        passed.append(leads or passed[-1])
    return passed


def late(petition: dict) -> set[str]:
    """The terms a petition's officers missed by TODAY: triage, notice, handling, review or execution."""
    missed: set[str] = set()
    clock: dict[str, tuple[date, int]] = {"triage": (moment(petition["received"]).date(), 15)}
    stops = {
        "triage": "link refer_judicial refer_discipline decline_final forward assign",
        "notice": "notify object withdraw",
        "handling": "attempt_delivery deliver withdraw suspend",
        "review": "decide_review",
        "execution": "finish_execution",
    }
    starts = {
        "forward": ("notice", 15),
        "assign": ("notice", 15),
        "agree_objection": ("notice", 15),
        "settle_dispute": ("notice", 15),
        "accept": ("handling", 60),
        "request_review": ("review", 30),
    }
    for step in petition["course"]:
        on = moment(step["on"]).date()
        for term in [term for term in clock if step["act"] in stops[term].split()]:
            missed |= {term} if on > due(*clock.pop(term)) else set()
        if step["act"] in starts:
            clock[starts[step["act"]][0]] = (on, starts[step["act"]][1])
        if step["act"] == "extend":
            begun, days = clock["handling"]
            clock["handling"] = (begun, days + step["days"])
        if step["act"] == "begin_execution":
            clock["execution"] = (date.fromisoformat(step["due_on"]), 0)
    return missed | {term for term, (begun, days) in clock.items() if due(begun, days) < TODAY}
