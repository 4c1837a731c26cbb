"""The command `huiyin statute`: count a term, check rule sets, simulate their dates, draw their moves.

Exit codes: 0 all is right; 1 a finding, named; 2 wrong use, one sentence on stderr.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from huiyin.statute import calendar, checking, diagram, rules, simulate
from huiyin.statute.counting import Due
from huiyin.statute.errors import CannotCount, StatuteError
from huiyin.statute.reading import read

RIGHT, FINDING, WRONG_USE = 0, 1, 2
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class WrongUse(Exception):
    """The command line cannot be understood."""


class Parser(argparse.ArgumentParser):
    """A parser that answers wrong use with one sentence and no page of usage."""

    def error(self, message: str) -> NoReturn:
        raise WrongUse(message)


def run(argv: Sequence[str]) -> int:
    """Run one subcommand with its arguments and answer the exit code; reports go to stdout."""
    try:
        options = parser().parse_args(argv)
        answer: Callable[[argparse.Namespace], int] = options.answer
        return answer(options)
    except SystemExit as left:  # --help
        return RIGHT if left.code is None else int(left.code)
    except StatuteError as error:
        print(error, file=sys.stderr)
        return FINDING
    except (WrongUse, CannotCount) as error:
        print(error, file=sys.stderr)
        return WRONG_USE


def parser() -> argparse.ArgumentParser:
    """The command's arguments."""
    top = Parser(prog="huiyin statute", description="The Regulation as tables: dates, checks, pictures.")
    commands = top.add_subparsers(required=True, metavar="{due,check,simulate,diagram}", parser_class=Parser)
    due = _command(commands, "due", _due, "the last day of a term")
    due.add_argument("--term", required=True, help="a term's name, such as handling")
    due.add_argument("--start", required=True, type=_date, help="day 0, as 2026-01-05")
    due.add_argument(
        "--extend", action="append", default=[], type=_days, metavar="DAYS", help="may be repeated"
    )
    due.add_argument(
        "--pause", action="append", default=[], type=_pause, metavar="FIRST:LAST", help="repeatable"
    )
    due.add_argument("--days", type=_days, help="the length, only for a term that is set case by case")
    _command(commands, "check", _check, "whether the rule sets make sense").set_defaults(rules=None)
    plan = _command(commands, "simulate", _simulate, "every term from one day, and the longest way")
    plan.add_argument("--start", required=True, type=_date, help="day 0, as 2026-01-05")
    _command(commands, "diagram", _diagram, "the moves as Mermaid text")
    return top


def _command(commands: Any, name: str, answer: Callable[[argparse.Namespace], int], help: str) -> Any:
    command = commands.add_parser(name, help=help, description=help)
    command.add_argument("--rules", default="cn-2022", help="the rule set's name")
    command.add_argument("--dir", type=_folder, help="a folder with local rule sets and holidays")
    command.add_argument("--json", action="store_true", help="answer in JSON")
    command.set_defaults(answer=answer)
    return command


def _due(options: argparse.Namespace) -> int:
    found = rules.load(options.rules, options.dir).due(
        options.term, options.start, options.extend, options.pause, options.days
    )
    if options.json:
        return _print_json(_dates(found) | {"steps": list(found.steps)})
    print("\n".join(found.steps))
    return RIGHT


def _check(options: argparse.Namespace) -> int:
    known = calendar.national(options.dir)
    names = [options.rules] if options.rules else rules.available(options.dir)
    findings = {name: list(_findings(name, options.dir)) for name in names}
    if options.json:
        years = sorted(known.years)
        _print_json({"findings": findings, "calendar": {"first": years[0], "last": years[-1]}})
    else:
        for name, rows in findings.items():
            print("\n".join(f"{name}: {row['entry']}: {row['cure']}" for row in rows) or f"{name}: right")
    return FINDING if any(findings.values()) else RIGHT


def _findings(name: str, folder: Path | None) -> Iterator[dict[str, str]]:
    try:
        ruleset = read(rules.path(name, folder), calendar.national(folder))
    except StatuteError as error:
        yield {"entry": error.entry, "cure": error.cure}
    else:
        for entry, cure in checking.findings(ruleset):
            yield {"entry": entry, "cure": cure}


def _simulate(options: argparse.Namespace) -> int:
    ruleset = rules.load(options.rules, options.dir)
    terms = [_row(deadline) for deadline in simulate.deadlines(ruleset, options.start)]
    way = [
        {
            "act": step.move.act,
            "id": step.move.id,
            "on": step.on.isoformat(),
            "starts": [*map(_row, step.starts)],
        }
        for step in simulate.longest(ruleset, options.start)
    ]
    if options.json:
        return _print_json({"rules": ruleset.id, "terms": terms, "longest": way})
    for row in terms:
        extended = f" (extended {row['extended']})" if row["extended"] else ""
        print(f"{row['clock']} {row['term']}: {row['due']}{extended}{' provisional' * row['provisional']}")
    print("\n".join(f"{step['on']} {step['id']} {step['act']}" for step in way))
    return RIGHT


def _diagram(options: argparse.Namespace) -> int:
    ruleset = rules.load(options.rules, options.dir)
    drawn = {track: diagram.mermaid(ruleset, track) for track in checking.TRACKS}
    if options.json:
        return _print_json(drawn)
    print("\n".join(drawn.values()), end="")
    return RIGHT


def _row(deadline: simulate.Deadline) -> dict[str, Any]:
    term = deadline.term
    return {
        "term": term.name,
        "clock": term.clock,
        "days": term.days,
        "unit": term.unit,
        "owed_by": term.owed_by,
        "article": term.article,
        "start": deadline.start.isoformat(),
        **_dates(deadline.due),
        "extended": deadline.extended.due.isoformat() if deadline.extended else None,
    }


def _dates(found: Due) -> dict[str, Any]:
    return {"raw": found.raw.isoformat(), "due": found.due.isoformat(), "provisional": found.provisional}


def _print_json(answer: dict[str, Any]) -> int:
    print(json.dumps(answer, ensure_ascii=False, indent=2))
    return RIGHT


def _date(text: str) -> date:
    try:
        if ISO_DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text} is not a date; write it as 2026-01-05.")


def _days(text: str) -> int:
    if not re.fullmatch(r"-?\d{1,6}", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"{text} is not a number of days.")
    return int(text)


def _pause(text: str) -> tuple[date, date]:
    first, colon, last = text.partition(":")
    if not colon:
        raise argparse.ArgumentTypeError(
            f"{text} is not a pause; write first and last day as 2026-05-10:2026-05-19."
        )
    return _date(first), _date(last)


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not a folder.")
    return Path(text).resolve()
