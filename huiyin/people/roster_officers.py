"""The officers of a roster sheet, one row per officer and post: 用户名 姓名 单位 岗位 方式 自 至."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from huiyin.people.cells import Cells, Difference, words_of
from huiyin.people.holding import Capacity, Holding
from huiyin.people.name import NameWrong, check
from huiyin.people.officer import Officer, normal_username
from huiyin.people.organ import Organ
from huiyin.people.post import Post
from huiyin.people.roster_organs import standing_organs
from huiyin.people.sheet import Sheet


@dataclass(frozen=True)
class Wanted:
    """A holding as a row asks for it."""

    cells: Cells
    officer: Officer
    post: Post
    capacity: str
    since_on: date | None
    until_on: date | None


def load_officers(sheet: Sheet, difference: Difference) -> None:
    """Add and rename officers, then end the holdings that are gone, then begin those that are new."""
    rows = [Cells(sheet, row, difference) for row in sheet.rows]
    officers = {officer.username: officer for officer in Officer.objects.all()}
    organs = standing_organs()
    posts = {(post.organ_id, post.title): post for post in Post.objects.active().select_related("organ")}
    wanted = [each for cells in rows if (each := _load_row(cells, officers, organs, posts))]
    _end_the_others(wanted, difference)
    _begin(wanted)


def _load_row(cells: Cells, officers: dict, organs: dict, posts: dict) -> Wanted | None:
    officer = _load_officer(cells, officers)
    if not officer or not (cells.text("单位") or cells.text("岗位")):
        return None
    cells.required("单位")
    post = _post(cells, cells.one_of("单位", organs), posts)
    capacity = cells.one_of("方式", words_of(Capacity), Capacity.HOLDER)
    since_on, until_on = cells.day("自"), cells.day("至")
    if since_on and until_on and until_on < since_on:
        cells.fault("至", _("“至”早于“自”，请调换。"))
    return Wanted(cells, officer, post, capacity, since_on, until_on) if cells.is_sound else None


def _load_officer(cells: Cells, officers: dict) -> Officer | None:
    username = normal_username(cells.required("用户名"))
    name = _name(cells)
    if not cells.is_sound:
        return None
    officer = officers.get(username)
    if officer is None:
        officers[username] = officer = Officer.objects.create_user(username, name=name)
        cells.difference.note("+", _("人员"), name)
    elif officer.name != name:
        officer.name = name
        officer.save(update_fields=["name"])
        cells.difference.note("~", _("人员"), name)
    return officer


def _name(cells: Cells) -> str:
    try:
        return check(cells.text("姓名"))
    except NameWrong as wrong:
        cells.fault("姓名", wrong.sentence)
        return ""


def _post(cells: Cells, organ: Organ | None, posts: dict) -> Post | None:
    cells.required("岗位")
    if organ is None:
        return None
    of_organ = {title: post for (organ_id, title), post in posts.items() if organ_id == organ.pk}
    return cells.one_of("岗位", of_organ)


def _end_the_others(wanted: list[Wanted], difference: Difference) -> None:
    """Holdings in the organs that the sheet names, of whoever it no longer names for that post."""
    today = timezone.localdate()
    named = {(each.post.pk, each.officer.pk) for each in wanted}
    organs = {each.post.organ_id for each in wanted}
    lasting = Q(until_on=None) | Q(until_on__gt=today)
    there = Holding.objects.filter(lasting, post__organ__in=organs)
    for holding in there.select_related("post__organ", "officer"):
        if (holding.post_id, holding.officer_id) not in named:
            holding.until_on = max(holding.since_on, today - timedelta(days=1))
            holding.save(update_fields=["until_on"])
            difference.note("−", _("任职"), holding)


def _begin(wanted: list[Wanted]) -> None:
    """New and changed holdings; those that end first, so that a post never has two holders."""
    holders: dict = {}
    for each in wanted:
        is_holder = each.capacity == Capacity.HOLDER and each.until_on is None
        first = holders.setdefault(each.post.pk, each.officer) if is_holder else each.officer
        if first.pk != each.officer.pk:
            names = {"post": each.post, "officer": first}
            each.cells.fault("岗位", _("“%(post)s”已写给%(officer)s，请改成代理或协助。") % names)
    sound = [each for each in wanted if each.cells.is_sound]
    for each in sorted(sound, key=lambda each: each.capacity == Capacity.HOLDER and each.until_on is None):
        _settle(each)


def _settle(each: Wanted) -> None:
    now = Holding.objects.filter(post=each.post, officer=each.officer, until_on=None).first()
    since_on = each.since_on or (now.since_on if now else timezone.localdate())
    if now is None and each.until_on:
        now = Holding.objects.filter(post=each.post, officer=each.officer, since_on=since_on).first()
    asked = (each.capacity, since_on, each.until_on)
    if now and (now.capacity, now.since_on, now.until_on) == asked:
        return
    each.cells.difference.note("~" if now else "+", _("任职"), f"{each.post} {each.officer}")
    holding = now or Holding(post=each.post, officer=each.officer)
    holding.capacity, holding.since_on, holding.until_on = asked
    holding.save()
