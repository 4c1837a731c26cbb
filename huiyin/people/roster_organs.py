"""The organs of a roster sheet: 名称 简称 机关代字 类别 区划代码 上级单位 垂直管理条线 电话 地址 办公时间."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from huiyin.people.cells import Cells, Difference, words_of
from huiyin.people.organ import Organ
from huiyin.people.organ_kind import OrganKind
from huiyin.people.region import Region
from huiyin.people.sheet import Sheet

TEXTS = {
    "short_name": "简称",
    "letters": "机关代字",
    "superior_line": "垂直管理条线",
    "phone": "电话",
    "address": "地址",
    "office_hours": "办公时间",
}


def standing_organs() -> dict[str, Organ]:
    """Every organ that has not ended, by its name and its short name."""
    organs = list(Organ.objects.open_on())
    return {organ.short_name: organ for organ in organs if organ.short_name} | {
        organ.name: organ for organ in organs
    }


def load_organs(sheet: Sheet, difference: Difference) -> None:
    """Add and change organs; superiors in a second pass, so that a sheet may name them in any order."""
    organs, regions = standing_organs(), {region.code: region for region in Region.objects.all()}
    rows = [Cells(sheet, row, difference) for row in sheet.rows]
    loaded = [(cells, *_load_organ(cells, organs, regions)) for cells in rows]
    organs = standing_organs()
    for cells, organ, sign in loaded:
        moved = _place(cells, organ, organs) if organ else ""
        if cells.is_sound and (sign or moved):
            difference.note(sign or moved, _("机构"), organ.name)


def _load_organ(
    cells: Cells, organs: dict[str, Organ], regions: dict[str, Region]
) -> tuple[Organ | None, str]:
    """The organ of a row, saved, and `+`, `~` or nothing for what happened to it."""
    name = cells.required("名称")
    known = organs.get(name)
    organ = known or Organ(name=name)
    before = _values(organ)
    _fill(cells, organ, regions)
    if not cells.is_sound or not _is_valid(cells, organ):
        cells.spoil("名称", "简称")
        return None, ""
    if known and before == _values(organ):
        return organ, ""
    organ.save()
    return organ, "~" if known else "+"


def _fill(cells: Cells, organ: Organ, regions: dict[str, Region]) -> None:
    organ.kind = cells.one_of("类别", words_of(OrganKind), organ.kind)
    organ.region = cells.one_of("区划代码", regions, organ.region if organ.region_id else None)
    for attribute, heading in TEXTS.items():
        if heading in cells.sheet.columns:
            setattr(organ, attribute, cells.text(heading))


def _place(cells: Cells, organ: Organ, organs: dict[str, Organ]) -> str:
    """Put the organ under its superior; `~` if that moved it."""
    if "上级单位" not in cells.sheet.columns:
        return ""
    superior = cells.one_of("上级单位", organs)
    if not cells.is_sound or organ.superior_id == (superior.pk if superior else None):
        return ""
    organ.superior = superior
    if not _is_valid(cells, organ):
        return ""
    organ.save(update_fields=["superior"])
    return "~"


def _is_valid(cells: Cells, organ: Organ) -> bool:
    try:
        organ.full_clean()
    except ValidationError as error:
        headings = {"superior": "上级单位", "kind": "类别", "name": "名称", "region": "区划代码"} | TEXTS
        for attribute, sentences in error.message_dict.items():
            cells.fault(headings.get(attribute, ""), "".join(sentences))
        return False
    return True


def _values(organ: Organ) -> tuple:
    return tuple(getattr(organ, name) for name in ("kind", "region_id", *TEXTS))
