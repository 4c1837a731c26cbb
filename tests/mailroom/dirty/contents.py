"""Ten workbooks that are dirty by what stands in their cells, and by how a text file was saved."""

import io
import zipfile
from datetime import date, datetime

from tests.mailroom.dirty.cast import FIELDS, Petition, petitions
from tests.mailroom.dirty.draft import Book, Draft, moment

WIDE = str.maketrans("0123456789X-:", "０１２３４５６７８９Ｘ－：")
SHAPES = (
    "2019.2.14", "2019年2月14日", "20190214", "2019/2/14", "2019-02-14", "２０１９年２月１４日",
    "2019年2月14日 8时30分", "2019.2.14 8:30", "2019-02-14T08:30:00", "20190214 08:30", "'2019-2-14", "2019 年 2 月 14 日",
)  # fmt: skip
NO_DAYS = (
    "43510", 43510, "43510.35", "14/2/2019", "19.2.14", "2019年2月", "2019-02-30", "二〇一九年",
    "去年春节后", "", "2090-01-01", "#VALUE!",
)  # fmt: skip


def wide(text: str) -> str:
    """Full-width digits."""
    return text.translate(WIDE)


def full_width_digits() -> Book:
    """Numbers and days typed with full-width digits."""
    draft = Draft()
    draft.heading()
    draft.petitions(petitions(), phone=wide, id_number=wide, received=wide)
    return draft.book("full-width digits", "台账.xlsx", draft.xlsx())


def lost_digits() -> Book:
    """Numbers that a spreadsheet made numbers of: 3.40E+17, phones without their 0, and one that looks whole."""
    draft = Draft()
    draft.heading()
    known = petitions()
    draft.petition(known[0], ["id_number"], id_number=int(known[0]["id_number"].replace("X", "0")))
    draft.petition(known[1], ["id_number", "phone"], id_number="3.40E+17", phone="1.38E+10")
    draft.petition(known[2], ["phone"], phone=int(known[2]["phone"].replace("-", "")))
    draft.petition(known[3], phone=int(known[3]["phone"]))
    draft.petition(known[4], ["phone"], phone="13800000.0")
    draft.petition(known[5], ["phone"], phone=known[5]["phone"].removeprefix("0"))
    draft.petition(known[6], ["phone", "id_number"], phone="1380000000", id_number="３.４０Ｅ+17")
    draft.petition(known[7], ["id_number"], id_number=known[7]["id_number"][:15])
    draft.petition(known[9], ["id_number"], id_number=known[9]["id_number"][:15] + "000")
    draft.petition(known[10], ["id", "phone"], id=date(2019, 1, 1), phone=datetime(2019, 2, 3))
    return draft.book("lost digits", "台账.xlsx", draft.xlsx())


def unseen_spaces() -> Book:
    """Space that nobody sees around every cell, and names widened to the length of the others."""
    draft = Draft()
    draft.heading()
    around = {name: _spaced for name in FIELDS if name not in ("received", "person")}
    draft.petitions(petitions(), **around, person=_widened, received=moment)
    return draft.book("unseen spaces", "台账.xlsx", draft.xlsx())


def days_in_many_shapes() -> Book:
    """One day, and one moment of it, in twelve shapes."""
    draft = Draft()
    draft.heading()
    for means, shape in zip(petitions(), SHAPES, strict=True):
        hour = "08:30" if "8" in shape.replace("２", "") else "00:00"
        draft.petition(means | {"received": f"2019-02-14 {hour}:00"}, received=shape)
    return draft.book("days in many shapes", "台账.xlsx", draft.xlsx())


def days_that_are_none() -> Book:
    """Serial numbers, other countries' order, half dates: not one of them is guessed."""
    draft = Draft()
    draft.heading()
    for means, shape in zip(petitions(), NO_DAYS, strict=True):
        draft.petition(means, ["received"], received=shape)
    return draft.book("days that are none", "台账.xlsx", draft.xlsx())


def errors_and_formulas() -> Book:
    """#REF! and its kin, a formula that nobody worked out, and formulas that are fine."""
    draft = Draft()
    draft.heading()
    draft.petitions(petitions(), received=moment)
    draft.spoilt |= {(2, "person"), (3, "phone"), (4, "place"), (5, "body"), (6, "id_number")}

    def more(book, page):
        page.write_formula(1, draft.at("person"), "=VLOOKUP(1,A9,1)", None, "#N/A")
        page.write_formula(2, draft.at("phone"), "=#REF!", None, "#REF!")
        page.write_formula(3, draft.at("place"), "=1/0", None, "#DIV/0!")
        page.write_string(4, draft.at("body"), "#NAME?")
        page.write_formula(5, draft.at("id_number"), '=A6&"1"', None, 987654321)
        page.write_formula(6, draft.at("place"), "=I9", None, draft.truth[7]["place"])

    return draft.book("errors and formulas", "台账.xlsx", _without(draft.xlsx(more), b"<v>987654321</v>"))


def several_people() -> Book:
    """Two people, two telephones, and others in one cell."""
    draft = Draft()
    draft.heading()
    known = petitions()
    names = (
        "陈桂花、李守田",
        "欧阳明川\n李守田",
        "李守田 王满满",
        "王满/赵铁柱",
        "赵铁柱等5人",
        "阿依，阿里",
    )
    for means, name in zip(known, names, strict=False):
        draft.petition(means, ["person"], person=name)
    draft.petition(known[6], ["phone"], phone="13800000006、13900000006")
    draft.petition(known[7], ["phone"], phone="13800000007 0550-6255107")
    draft.petition(known[8], ["id_number"], id_number=f"{known[8]['id_number']}\n{known[9]['id_number']}")
    draft.petition(known[9] | {"phone": "", "id_number": ""}, phone="无", id_number="——")
    return draft.book("several people", "台账.xlsx", draft.xlsx())


def gb18030() -> Book:
    """A text file from a Chinese spreadsheet, with a title, a total and a rare character."""
    draft = Draft()
    draft.line("安平镇信访台账", *[""] * 9)
    draft.heading()
    draft.petitions([means | {"title": "𠮷野家门口的路"} for means in petitions()])
    draft.line("合计", "", "12件", left_out=True)
    return draft.book("gb18030", "台账.csv", draft.text("gb18030"))


def utf_16() -> Book:
    """`Unicode text` of a spreadsheet: UTF-16 with tabs, below a title; commas stand in what people wrote."""
    draft = Draft()
    draft.line("安平镇, 清溪乡, 2019年, 信访台账")
    draft.heading()
    draft.petitions(petitions(), person=_widened)
    draft.heading(left_out=True)
    return draft.book("utf-16", "台账.txt", draft.text("utf-16", "\t"))


def text_in_armour() -> Book:
    """Numbers behind apostrophes and ="…", line breaks within cells, lost digits, semicolons."""
    draft = Draft()
    draft.heading()
    known = petitions()
    armour = {
        "id_number": lambda text: f'="{text}"',
        "phone": lambda text: f"'{text}",
        "id": lambda text: f"'{text}",
    }
    draft.petitions([_of_two_lines(means) for means in known[:10]], **armour)
    draft.petition(known[10], ["id_number", "phone"], id_number="3.40123E+17", phone="13800000010.0")
    draft.petition(known[11], ["id_number"], id_number="\u200b".join(known[11]["id_number"]))
    return draft.book("text in armour", "台账.csv", draft.text("utf-8-sig", ";"))


def _spaced(text: str) -> str:
    return f"\u3000{text}\u00a0\u200b \u3000"


def _widened(name: str) -> str:
    return "\u3000".join(name) if len(name) == 2 else f"{name}\u00a0"


def _of_two_lines(means: Petition) -> Petition:
    return means | {"body": f"{means['body']}\n“请给个说法”, 谢谢。"}


def _without(content: bytes, words: bytes) -> bytes:
    """The same workbook without these words in its sheets."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(words, b""))
    return file.getvalue()


CONTENTS = (
    full_width_digits,
    lost_digits,
    unseen_spaces,
    days_in_many_shapes,
    days_that_are_none,
    errors_and_formulas,
    several_people,
    gb18030,
    utf_16,
    text_in_armour,
)
