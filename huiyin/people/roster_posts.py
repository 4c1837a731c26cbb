"""The posts of a roster sheet: 单位 岗位 职责 层级."""

from django.utils.translation import gettext_lazy as _

from huiyin.people.cells import Cells, Difference, words_of
from huiyin.people.duty import Duty
from huiyin.people.holding import Holding
from huiyin.people.organ import Organ
from huiyin.people.post import Post, Rank
from huiyin.people.roster_organs import standing_organs
from huiyin.people.sheet import Sheet


def load_posts(sheet: Sheet, difference: Difference) -> list[Post]:
    """Add and change posts; the posts that the sheet names."""
    organs = standing_organs()
    posts = {(post.organ_id, post.title): post for post in Post.objects.active()}
    rows = (Cells(sheet, row, difference) for row in sheet.rows)
    return [post for cells in rows if (post := _load_post(cells, organs, posts))]


def retire_posts(sheet: Sheet, kept: list[Post], difference: Difference) -> None:
    """Retire posts that the sheet no longer names, in organs that it does; nobody may still have them."""
    organs = {post.organ_id for post in kept}
    gone = Post.objects.active().filter(organ__in=organs).exclude(pk__in=[post.pk for post in kept])
    for post in gone.select_related("organ"):
        if holding := Holding.objects.on().filter(post=post).select_related("officer").first():
            cells = Cells(sheet, sheet.rows[0], difference)
            names = {"post": post, "officer": holding.officer}
            cells.fault("", _("表里没有“%(post)s”，但%(officer)s还在任，请先在“人员”表里调整。") % names)
            continue
        Post.objects.filter(pk=post.pk).update(is_active=False)
        difference.note("−", _("岗位"), post)


def _load_post(cells: Cells, organs: dict[str, Organ], posts: dict) -> Post | None:
    cells.required("单位")
    organ, title = cells.one_of("单位", organs), cells.required("岗位")
    duties = cells.many_of("职责", words_of(Duty))
    rank = cells.one_of("层级", words_of(Rank), Rank.STAFF)
    if not cells.is_sound:
        cells.spoil("岗位")
        return None
    post = posts.get((organ.pk, title))
    if post and (set(post.duties), post.rank) == (set(duties), rank):
        return post
    cells.difference.note("~" if post else "+", _("岗位"), f"{organ} {title}")
    post = post or Post(organ=organ, title=title)
    post.duties, post.rank = duties, rank
    post.save()
    posts[organ.pk, title] = post
    return post
