"""The command `huiyin statute`: count a term, check rule sets, simulate their dates, draw their moves.

Exit codes: 0 all is right; 1 a finding, named; 2 wrong use, one sentence on stderr.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from huiyin.statute import calendar, checking, diagram, rules, simulate
from huiyin.statute.counting import Due
from huiyin.statute.errors import CannotCount, StatuteError
from huiyin.statute.inspecting import chosen, inspect

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
    look = _command(commands, "check", _check, "whether rule sets make sense")
    look.set_defaults(rules=None)
    look.add_argument("files", nargs="*", type=_file, metavar="FILE", help="rule files, installed or not")
    look.add_argument("--diagram", action="store_true", help="draw what is right as Mermaid text")
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
    ruleset = rules.load(options.rules, options.dir)
    term, found = ruleset.counted(options.term, options.start, options.extend, options.pause, options.days)
    if options.json:
        by = {"zh": ruleset.cite(term.article), "en": ruleset.cite(term.article, "en")}
        return _print_json(_dates(found) | {"steps": list(found.steps), "by": by})
    print("\n".join((f"{ruleset.cite(term.article)} ({term.name}, {ruleset.id})", *found.steps)))
    return RIGHT


def _check(options: argparse.Namespace) -> int:
    years = sorted(calendar.national(options.dir).years)
    found = [inspect(*each, options.dir) for each in chosen(options.files, options.rules, options.dir)]
    drawn = {each.name: each.drawn() for each in found} if options.diagram else {}
    if options.json:
        findings = {
            each.name: [{"entry": entry, "cure": cure} for entry, cure in each.findings] for each in found
        }
        answer = {"findings": findings, "calendar": {"first": years[0], "last": years[-1]}}
        _print_json(answer | ({"diagrams": drawn} if options.diagram else {}))
    else:
        print("\n".join(line for each in found for line in each.lines()))
        print("".join(text for tracks in drawn.values() for text in tracks.values()), end="")
    return FINDING if any(each.findings for each in found) else RIGHT


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


def _file(text: str) -> Path:
    if not Path(text).is_file():
        raise argparse.ArgumentTypeError(f"{text} is not a file.")
    return Path(text).resolve()


def _folder(text: str) -> Path:
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not a folder.")
    return Path(text).resolve()
