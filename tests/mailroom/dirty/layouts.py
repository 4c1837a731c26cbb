"""Ten workbooks that are dirty by how they are laid out: titles, groups, merges, totals, sheets."""

from tests.mailroom.dirty.cast import FIELDS, petitions
from tests.mailroom.dirty.draft import Book, Draft, moment

DATES = {"received": moment}


def titles_above() -> Book:
    """Two titles and an empty line above the headings, a remark over all columns below."""
    draft = Draft()
    draft.line("安平镇二〇一九年信访台账")
    draft.line("单位：安平镇人民政府", "", "", "", "填表日期：2020年1月3日")
    draft.line()
    draft.heading()
    draft.petitions(petitions(), **DATES)
    last = draft.line("填表人：赵小满    审核人：钱守正", left_out=True)

    def merge(book, page):
        page.merge_range(0, 0, 0, 9, draft.lines[0][0])
        page.merge_range(last - 1, 0, last - 1, 9, draft.lines[last - 1][0])

    return draft.book("titles above", "台账.xlsx", draft.xlsx(merge))


def two_lines_of_headings() -> Book:
    """信访人 stands over three columns; the other headings are merged over both lines."""
    draft = Draft()
    draft.line("编号", "标题", "内容", "收到时间", "信访人", "", "", "", "地点", "来件方式")
    draft.line("", "", "", "", "姓名", "联系电话", "住址", "身份证号")
    draft.petitions(petitions(), **DATES)

    def merge(book, page):
        page.merge_range(0, 4, 0, 7, "信访人")
        for column in (0, 1, 2, 3, 8, 9):
            page.merge_range(0, column, 1, column, draft.lines[0][column])

    return draft.book("two lines of headings", "台账.xlsx", draft.xlsx(merge), person="信访人姓名")


def same_headings_in_two_groups() -> Book:
    """姓名 and 电话 stand under 信访人 and under 承办人; only the group tells them apart."""
    draft = Draft(fields=("id", "body", "received", "person", "phone"))
    draft.line("编号", "内容", "收到时间", "信访人", "", "承办人", "")
    draft.line("", "", "", "姓名", "联系电话", "姓名", "联系电话")
    for means in petitions():
        row = draft.petition(means, received=moment(means["received"]))
        draft.lines[row - 1] += ["何承办", "13900000000"]
    names = {"person": "信访人姓名", "phone": "信访人联系电话"}
    return draft.book("same headings in two groups", "台账.xlsx", draft.xlsx(), **names)


def merged_cells() -> Book:
    """Places and days are merged down the rows; a household is merged under its head; two columns in one."""
    draft = Draft()
    draft.heading()
    draft.petitions(petitions(), **DATES)
    place, day, person, title = (draft.at(name) for name in ("place", "received", "person", "title"))
    for row in (9, 10):
        draft.truth[row] = draft.truth[row] | {"received": draft.truth[8]["received"]}
    draft.spoilt |= {(4, "person"), (13, "title"), (13, "body")}

    def merge(book, page):
        page.merge_range(1, place, 6, place, "安平镇")
        days = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        page.merge_range(7, day, 9, day, "", days)
        page.write_datetime(7, day, moment(draft.truth[8]["received"]), days)
        page.merge_range(2, person, 3, person, draft.truth[3]["person"])
        page.merge_range(12, title, 12, title + 1, draft.truth[13]["title"])

    return draft.book("merged cells", "台账.xlsx", draft.xlsx(merge))


def ditto_marks() -> Book:
    """同上 and 〃, also several below each other, also beside another person."""
    draft = Draft()
    draft.heading()
    known = petitions()
    same = {"place": "安平镇", "channel": "来信", "received": known[0]["received"]}
    draft.petition(known[0])
    draft.petition(known[1] | same, place="同上", channel="〃", received="同　上")
    draft.petition(known[2] | same, place="〃", channel="（同上）", received="″")
    draft.petition(known[3], ["address", "person"], address="同上", person="〃")
    draft.petition(known[4], ["id_number", "phone"], id_number="同上", phone='"')
    return draft.book("ditto marks", "台账.xlsx", draft.xlsx())


def totals_and_pasted_pages() -> Book:
    """Subtotals, page totals, and each page with its title and headings again."""
    draft = Draft()
    draft.line("安平镇信访台账")
    draft.heading()
    known = petitions()
    draft.petitions(known[:4], **DATES)
    draft.line("小 计", "", "4件", left_out=True)
    draft.line("安平镇信访台账", left_out=True)
    draft.heading(left_out=True)
    draft.petitions(known[4:8], **DATES)
    draft.line("", "本页合计：4", left_out=True)
    draft.line()
    draft.heading(left_out=True)
    draft.petitions(known[8:], **DATES)
    draft.line("总　计", "", "12件", "", "", "", "", "", "", "", left_out=True)
    return draft.book("totals and pasted pages", "台账.xlsx", draft.xlsx())


def broken_headings() -> Book:
    """Headings with line breaks, spaces, a star and full-width brackets; the map names them plainly."""
    said = {"id": "编\n号", "title": "标　题", "body": "*内容", "phone": "联系\r\n电话（手机）"}
    draft = Draft(headings=FIELDS | said)
    draft.heading()
    draft.petitions(petitions(), **DATES)
    plain = {"id": "编号", "title": "标题", "body": "内容", "phone": "联系电话(手机)"}
    return draft.book("broken headings", "台账.xlsx", draft.xlsx(), **plain)


def several_sheets() -> Book:
    """A hidden old copy, a sheet of notes and an empty one before and behind; two columns are hidden."""
    draft = Draft()
    draft.heading()
    draft.petitions(petitions(), **DATES)

    def more(book, page):
        page.set_column("G:H", None, None, {"hidden": True})
        old = book.get_worksheet_by_name("旧稿")
        old.write_row(0, 0, list(FIELDS.values()))
        old.write_row(1, 0, ["旧1", "旧标题", "旧内容", "2018-01-01"])
        book.get_worksheet_by_name("说明").write("A1", "内容请填写完整")
        book.add_worksheet("Sheet3")
        page.activate()
        old.hide()

    return draft.book("several sheets", "台账.xlsx", draft.xlsx(more, before=("旧稿", "说明", "空表")))


def empty_lines_and_columns() -> Book:
    """The table begins at D4, every second line is empty, one column has no heading, another no cells."""
    draft = Draft(
        fields=(*FIELDS, "empty", "remark"), headings=FIELDS | {"empty": "备用", "remark": ""}, blank=3
    )
    draft.line()
    draft.line()
    draft.line()
    draft.heading()
    for means in petitions():
        draft.petition(means | {"empty": "", "remark": "已阅"}, received=moment(means["received"]))
        draft.line()
    book = draft.book("empty lines and columns", "台账.xlsx", draft.xlsx())
    return Book(**{**vars(book), "named": FIELDS})


def days_of_1904() -> Book:
    """A workbook from an old Macintosh, whose days are counted from 1904."""
    draft = Draft()
    draft.heading()
    draft.petitions(petitions(), **DATES)
    return draft.book("days of 1904", "台账.xlsx", draft.xlsx(date_1904=True))


LAYOUTS = (
    titles_above,
    two_lines_of_headings,
    same_headings_in_two_groups,
    merged_cells,
    ditto_marks,
    totals_and_pasted_pages,
    broken_headings,
    several_sheets,
    empty_lines_and_columns,
    days_of_1904,
)
