"""`huiyin replay`: what it counts is what pandas counts, it keeps the record whole, and it tells nobody."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from huiyin.config.replay.message import COLUMNS
from huiyin.ledger.entry import Entry
from huiyin.ledger.pending import Pending
from huiyin.ledger.verify import walk
from huiyin.matters.audit import audit
from huiyin.matters.clock import Clock
from huiyin.matters.matter import Matter
from tests.config import counted, course

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
DEV = SHARED / "replies-dev.csv"
with_real_messages = pytest.mark.skipif(not DEV.exists(), reason=f"the real messages are not at {DEV}")

ROWS = [
    (
        "1",
        "U1",
        "路灯不亮",
        "2019/2/14  20:00:00",
        "\n\t\t\n路灯坏了两个月。",
        "已修好。",
        "2019/2/28  9:00:00",
    ),
    ("2", "U1", "路灯又不亮", "2019-04-25 09:32:09", "\t又坏了。", "已换线。", "2019-05-10 17:00:00"),
    ("3", "U2", "假期前", "2018-09-16 08:00:00", "十五天后是国庆。", "收悉。", "2018-10-08 18:30:00"),
    ("4", "U3", "𠮷祥街积水", "2016-12-18 00:00:01", "2017 年的节假日。", "已疏通。", "2017-01-03 23:59:59"),
    ("5", "U4", "等了很久", "2015-01-05T10:00:00", "六十天。", "抱歉。", "2015-03-07 10:00:00"),
    ("6", "U4", "", "2015/1/5 10:00", "没有题目的留言", "迟了。", "2015-03-06"),
]


def written(path: Path, rows: list[tuple[str, ...]], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([COLUMNS, *rows])
    return path


def replay(path: Path) -> dict:
    out, notes = StringIO(), StringIO()
    call_command("replay", str(path), "--json", stdout=out, stderr=notes)
    assert "as if under cn-2022" in notes.getvalue()
    return json.loads(out.getvalue())


def refusal(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        replay(path)
    assert ended.value.code == 2
    return capsys.readouterr().err


@pytest.mark.django_db
@pytest.mark.engine
def test_the_figures_are_those_of_a_separate_count(tmp_path):
    file = written(tmp_path / "replies.csv", ROWS)
    assert replay(file) == counted.figures(file, counted.by_the_package)
    assert walk().breaks == [] and audit().findings == []


@pytest.mark.django_db
def test_a_date_in_a_year_without_a_published_table_is_counted_and_called_provisional(tmp_path):
    row = ("7", "U5", "很早以前", "2003-06-02 08:00", "那年没有放假表。", "收悉。", "2003-06-10 08:00")
    clocks = replay(written(tmp_path / "replies.csv", [row]))["clocks"]
    assert clocks["handling"] == {"met": 1, "missed": 0, "provisional": 1}


@pytest.mark.django_db
def test_what_was_written_is_kept_as_it_was(tmp_path):
    replay(written(tmp_path / "replies.csv", ROWS))
    texts = {matter.text for matter in Matter.system.all()}
    assert "\n\t\t\n路灯坏了两个月。" in texts
    assert {matter.title for matter in Matter.system.all()} >= {"𠮷祥街积水", "没有题目的留言"}


@pytest.mark.django_db
def test_only_two_days_are_facts_and_what_is_assumed_says_so(tmp_path):
    replay(written(tmp_path / "replies.csv", ROWS[:1]))
    matter = Matter.system.get()
    assert matter.forwardings.get().reason.startswith("按假定")
    assert matter.investigations.get().plan.startswith("按假定：留言当日受理")
    days = {str(row.occurred_at.date()) for row in Entry.objects.filter(stream=matter.pk)}
    assert days == {"2019-02-14", "2019-02-28"}
    assert {str(clock.started_on) for clock in Clock.objects.all()} == {"2019-02-14"}
    assert not matter.deliveries.filter(completed_on__isnull=False).exists()


@pytest.mark.django_db
def test_a_replay_speaks_to_nobody(tmp_path):
    replay(written(tmp_path / "replies.csv", ROWS))
    assert not Pending.objects.exists()


@pytest.mark.django_db
def test_the_same_file_again_counts_the_same_and_registers_nothing_twice(tmp_path):
    file = written(tmp_path / "replies.csv", ROWS)
    assert replay(file) == replay(file)
    assert Matter.system.count() == len(ROWS)


@pytest.mark.django_db
def test_a_home_with_other_matters_is_refused(village, tmp_path, capsys):
    course.registered(village)
    assert "holds other matters" in refusal(written(tmp_path / "replies.csv", ROWS), capsys)
    assert Matter.system.count() == 1


@pytest.mark.django_db
def test_a_file_in_gb18030_is_read(tmp_path):
    assert replay(written(tmp_path / "replies.csv", ROWS, "gb18030"))["rows"] == len(ROWS)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "value", "named"),
    [
        (0, "1", "row 3, msg_id: 1 stands in row 2 too"),
        (3, "昨天", "row 3, created_at: '昨天' is no time"),
        (6, "", "row 3, replied_at: '' is no time"),
        (6, "2999-01-01", "row 3, replied_at: 2999-01-01 lies in the future"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_registered(tmp_path, capsys, column, value, named):
    wrong = list(ROWS[1])
    wrong[column] = value
    assert named in refusal(written(tmp_path / "replies.csv", [ROWS[0], tuple(wrong)]), capsys)
    assert not Matter.system.exists()


@pytest.mark.django_db
def test_a_missing_column_is_named(tmp_path, capsys):
    file = tmp_path / "replies.csv"
    file.write_text("msg_id,title\n1,路灯\n", "utf-8")
    assert "the column user, created_at, body, reply, replied_at is missing" in refusal(file, capsys)


@with_real_messages
@pytest.mark.django_db
def test_the_first_real_messages_are_counted_as_pandas_counts_them(tmp_path):
    with DEV.open(encoding="utf-8-sig", newline="") as file:
        rows = [tuple(row) for row in csv.reader(file)][1:41]
    sample = written(tmp_path / "replies.csv", rows)
    assert replay(sample) == counted.figures(sample, counted.by_the_notices(SHARED / "ref" / "holiday"))
    assert walk().breaks == [] and audit().findings == []


@with_real_messages
@pytest.mark.long
@pytest.mark.django_db
def test_every_real_message_goes_through_the_gate_and_is_counted_as_pandas_counts_it():
    assert replay(DEV) == counted.figures(DEV, counted.by_the_notices(SHARED / "ref" / "holiday"))
    assert walk().breaks == [] and audit().findings == []
