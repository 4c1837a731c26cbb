"""`huiyin import petitions`: all or nothing, or all but the bad ones; exit codes and counts as told."""

import csv
import json
import subprocess

import pytest

from tests.plugins.running import HUIYIN

HEAD = "编号,标题,内容,时间,用户\n"
GOOD = "1,路灯不亮,村口路灯三个月不亮。,2019/2/14  20:00:00,A01\n2,水渠堵了,没人修。,2019-03-01 08:30,A02\n"
BAD = "3,水费,水费算错。,昨天,A03\n"
MAP = "id=编号,title=标题,body=内容,received=时间,person=用户"


def imported(environment, file, *words):
    line = [*HUIYIN, "import", "petitions", str(file), *words]
    return subprocess.run(line, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.engine
def test_a_file_is_refused_whole_taken_without_its_bad_rows_and_known_again(installation, tmp_path):
    file = tmp_path / "来件.csv"
    file.write_text(HEAD + GOOD + BAD)
    refused = imported(installation, file, "--map", MAP, "--json")
    assert (refused.returncode, json.loads(refused.stdout)["registered"]) == (1, 0)
    assert "第 4 行“时间”" in refused.stderr

    taken = imported(installation, file, "--map", MAP, "--json", "--skip-bad")
    assert json.loads(taken.stdout) == {"rows": 3, "registered": 2, "already": 0, "bad": 1, "left_out": 0}
    with open(f"{file}.bad.csv", encoding="utf-8-sig", newline="") as bad:
        assert list(csv.reader(bad))[1][:2] == ["4", "时间"]

    again = imported(installation, file, "--map", MAP, "--json", "--skip-bad")
    assert json.loads(again.stdout) == {"rows": 3, "registered": 0, "already": 2, "bad": 1, "left_out": 0}


@pytest.mark.parametrize(
    "words",
    [("--map", "body=内容"), ("--map", "body=没有,received=时间"), (), ("--map", MAP, "--organ", "没有")],
)
def test_wrong_use_exits_with_two(installation, tmp_path, words):
    file = tmp_path / "来件.csv"
    file.write_text(HEAD + GOOD)
    code = imported(installation, file, *words).returncode
    assert code == (0 if "--organ" in words else 2)  # an empty home founds the office that is named


def test_a_file_that_is_not_there_is_wrong_use(installation, tmp_path):
    assert imported(installation, tmp_path / "none.csv", "--map", MAP).returncode == 2


def test_a_dry_run_shows_columns_counts_and_masked_rows_and_registers_nothing(installation, tmp_path):
    file = tmp_path / "来件.csv"
    file.write_text(f"安平镇台账,,,,\n{HEAD}{GOOD.replace('A01', '陈桂花')}合计,,2件,,\n")
    shown = imported(installation, file, "--map", MAP, "--dry-run")
    assert (shown.returncode, "陈桂花" in shown.stdout) == (0, False)
    assert "headings in row 2" in shown.stdout and "陈**" in shown.stdout
    assert "2 would be registered; nothing was." in shown.stdout
    assert "没有读第 5 行：是合计行" in shown.stderr

    taken = imported(installation, file, "--map", MAP, "--json")
    assert json.loads(taken.stdout) == {"rows": 2, "registered": 2, "already": 0, "bad": 0, "left_out": 1}


def test_a_dry_run_of_a_file_with_faults_names_them_and_exits_with_one(installation, tmp_path):
    file = tmp_path / "来件.csv"
    file.write_text(HEAD + GOOD + BAD)
    shown = imported(installation, file, "--map", MAP, "--dry-run")
    assert shown.returncode == 1 and "第 4 行“时间”" in shown.stderr
