"""The roster 花名册: organs, posts and officers from sheets, first as a difference, then for good.

A preview runs the whole load and rolls it back, so it can never promise something else than the load does.
Organs never end through a sheet. Of an organ that a sheet names, the posts and holdings missing there end.
"""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from huiyin.people.cells import Difference
from huiyin.people.refusal import Wrong
from huiyin.people.roster_officers import load_officers
from huiyin.people.roster_organs import load_organs
from huiyin.people.roster_posts import load_posts, retire_posts
from huiyin.people.sheet import Sheet

ORGANS, POSTS, OFFICERS = "机构", "岗位", "人员"
_HEADINGS = {ORGANS: {"名称", "类别"}, POSTS: {"单位", "岗位", "职责"}, OFFICERS: {"用户名", "姓名"}}


class RosterWrong(Wrong):
    """None of the sheets is a roster."""


def preview(sheets: Sequence[Sheet]) -> Difference:
    """What `load` would change and what is wrong, without changing anything; raises RosterWrong."""
    with transaction.atomic():
        difference = _load(sheets)
        transaction.set_rollback(True)
    return difference


def load(sheets: Sequence[Sheet]) -> Difference:
    """Load the sheets, all or, where anything is wrong, nothing; raises RosterWrong."""
    with transaction.atomic():
        difference = _load(sheets)
        transaction.set_rollback(bool(difference.faults))
    return difference


def _load(sheets: Sequence[Sheet]) -> Difference:
    known = {noun: sheet for sheet in sheets if (noun := _noun(sheet))}
    if not known:
        raise RosterWrong(_("没有找到“机构”“岗位”“人员”表，请检查表名或第一行的列名。"))
    difference = Difference()
    if ORGANS in known:
        load_organs(known[ORGANS], difference)
    kept = load_posts(known[POSTS], difference) if POSTS in known else []
    if OFFICERS in known:
        load_officers(known[OFFICERS], difference)
    if POSTS in known:
        retire_posts(known[POSTS], kept, difference)
    return difference


def _noun(sheet: Sheet) -> str | None:
    """Which part of the roster a sheet is, by its headings, else by its name."""
    fitting = [noun for noun, headings in _HEADINGS.items() if headings <= sheet.columns.keys()]
    return fitting[0] if fitting else (sheet.name if sheet.name in _HEADINGS else None)
