"""Loading regions from rows of codes and names, as the yearly published tables have them."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from huiyin.people.refusal import Wrong
from huiyin.people.region import CODE_LENGTHS, Region

BATCH = 500


class RegionWrong(Wrong):
    """A row of the table cannot be a region."""


def load_regions(rows: Iterable[Mapping[str, str]]) -> tuple[int, int]:
    """Add or rename the regions of rows with `code` and `name`; the numbers added and renamed.

    Codes may be short (34, 3401) or filled up with zeros (340000, 340100, 340101001000). A region's parent is
    the longest known code it begins with. Nothing is ever removed. Raises RegionWrong.
    """
    named = dict(_read(number, row) for number, row in enumerate(rows, start=2))
    with transaction.atomic():
        known = dict(Region.objects.values_list("code", "name"))
        renamed = [code for code, name in named.items() if known.get(code, name) != name]
        added = sorted(named.keys() - known.keys(), key=lambda code: (len(code), code))
        codes = named.keys() | known.keys()
        Region.objects.bulk_create((_region(code, named[code], codes) for code in added), batch_size=BATCH)
        for code in renamed:
            Region.objects.filter(code=code).update(name=named[code])
    return len(added), len(renamed)


def short_code(code: str) -> str:
    """A code without the zeros that fill it up."""
    if len(code) == 12 and code.endswith("000"):
        code = code[:9]
    if len(code) == 9 and code.endswith("000"):
        code = code[:6]
    if len(code) == 6 and code.endswith("0000"):
        return code[:2]
    return code[:4] if len(code) == 6 and code.endswith("00") else code


def _read(number: int, row: Mapping[str, str]) -> tuple[str, str]:
    code, name = short_code((row.get("code") or "").strip()), (row.get("name") or "").strip()
    if not (code.isascii() and code.isdigit() and len(code) in CODE_LENGTHS):
        raise RegionWrong(
            _("第 %(number)d 行的区划代码“%(code)s”应为 2、4、6、9 或 12 位数字。")
            % {"number": number, "code": code}
        )
    if not name:
        raise RegionWrong(_("第 %(number)d 行没有名称，请补上。") % {"number": number})
    return code, name


def _region(code: str, name: str, codes: Iterable[str]) -> Region:
    around = (code[:length] for length in reversed(CODE_LENGTHS) if length < len(code))
    return Region(code=code, name=name, parent_id=next((each for each in around if each in codes), None))
