"""The roster: the difference first, every fault with its place and its cure."""

import pytest

from huiyin.people.holding import Holding
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ
from huiyin.people.post import Post
from huiyin.people.roster import RosterWrong, load, preview
from huiyin.people.sheet import read

ORGANS = """名称,简称,机关代字,类别,区划代码,上级单位,电话
清溪乡人民政府,清溪乡,清政,乡镇、街道,990101002,城南县水务局,0551-62345678
城南县水务局,县水务局,南水,政府部门,990101,城南县人民政府,
"""
POSTS = """单位,岗位,职责,层级
清溪乡,乡长,单位负责、签发,单位主要负责人
清溪乡,信访干事,承办,
"""
OFFICERS = """用户名,姓名,单位,岗位,方式,自,至
LiuY,柳渊,清溪乡,乡长,,2026-01-01,
maj,马洁,清溪乡,信访干事,任职,2026年3月1日,
maj,马洁,清溪乡,乡长,协助,2026/3/1,2026/12/31
"""


def sheets(**texts):
    """The sheets of CSV texts by name."""
    return [sheet for name, text in texts.items() for sheet in read(text.encode(), f"{name}.csv")]


def roster(organs=ORGANS, posts=POSTS, officers=OFFICERS):
    """A whole roster, or one with a part replaced."""
    return sheets(机构=organs, 岗位=posts, 人员=officers)


def test_a_preview_counts_and_changes_nothing(village):
    before = (Organ.objects.count(), Post.objects.count(), Officer.objects.count())
    assert str(preview(roster())) == "+9 ~0 −0"
    assert (Organ.objects.count(), Post.objects.count(), Officer.objects.count()) == before


def test_a_load_does_what_the_preview_said(village):
    promised = preview(roster()).changes
    assert load(roster()).changes == promised
    head, handler = Officer.objects.get(username="liuy"), Officer.objects.get(username="maj")
    assert head.actors()[0].has("sign")
    assert sorted(actor.capacity for actor in handler.actors()) == ["assistant", "holder"]


def test_a_superior_may_stand_further_down_the_sheet(village):
    load(roster())
    assert Organ.objects.get(short_name="清溪乡").superior.name == "城南县水务局"


def test_loading_twice_changes_nothing_more(village):
    load(roster())
    assert load(roster()).changes == []


def test_the_cast_stays_when_a_sheet_does_not_name_its_organs(village):
    load(roster())
    assert village.actor(village.head).has("sign")


def test_a_changed_row_is_a_change(village):
    load(roster())
    difference = load(sheets(机构=ORGANS.replace("0551-62345678", "0551-62345679")))
    assert str(difference) == "+0 ~1 −0"


def test_a_new_head_follows_the_old_one_on_the_same_sheet(village):
    load(roster())
    difference = load(sheets(人员=OFFICERS.replace("LiuY,柳渊", "tanj,谭静")))
    current = Holding.objects.on().filter(
        post__title="乡长", capacity="holder", post__organ__short_name="清溪乡"
    )
    assert (str(difference), current.get().officer.name) == ("+2 ~0 −1", "谭静")


def test_a_post_missing_on_the_sheet_is_retired_once_nobody_has_it(village):
    load(roster())
    fewer_posts, fewer_people = POSTS.rsplit("\n", 2)[0], OFFICERS.rsplit("\n", 3)[0]
    difference = load(sheets(岗位=fewer_posts, 人员=fewer_people))
    assert not difference.faults
    assert not Post.objects.active().filter(title="信访干事", organ__short_name="清溪乡").exists()


def test_a_post_that_somebody_still_has_is_not_retired(village):
    load(roster())
    difference = load(sheets(岗位=POSTS.rsplit("\n", 2)[0]))
    assert "还在任，请先在“人员”表里调整" in str(difference.faults[0])


@pytest.mark.parametrize(
    ("changed", "place", "cure"),
    [
        (
            {"organs": ORGANS.replace("城南县人民政府", "城南县人民政俯")},
            "“机构”表第 3 行（F3）",
            "最接近的是“城南县人民政府”",
        ),
        ({"organs": ORGANS.replace("政府部门", "政府部们")}, "“机构”表第 3 行（D3）", "最接近的是“政府部门”"),
        (
            {"organs": ORGANS.replace("990101002", "990101009")},
            "“机构”表第 2 行（E2）",
            "最接近的是“990101002”",
        ),
        ({"organs": ORGANS.replace("南水", "明信")}, "“机构”表第 3 行", "请换一个"),
        ({"organs": ORGANS.replace("城南县水务局,县", ",县")}, "“机构”表第 3 行（A3）", "“名称”还空着"),
        ({"posts": POSTS.replace("签发", "签名")}, "“岗位”表第 2 行（C2）", "最接近的是“签发”"),
        (
            {"posts": POSTS.replace("清溪乡,乡长", "清溪镇,乡长")},
            "“岗位”表第 2 行（A2）",
            "最接近的是“清溪乡”",
        ),
        (
            {"officers": OFFICERS.replace("2026-01-01", "一月一日")},
            "“人员”表第 2 行（F2）",
            "请写成 2026-11-23",
        ),
        ({"officers": OFFICERS.replace("柳渊", "柳渊1")}, "“人员”表第 2 行（B2）", "请去掉"),
        ({"officers": OFFICERS.replace("乡长,,", "镇长,,")}, "“人员”表第 2 行（D2）", "最接近的是“乡长”"),
        (
            {"officers": OFFICERS.replace("信访干事,任职", "乡长,任职")},
            "“人员”表第 3 行（D3）",
            "请改成代理或协助",
        ),
        ({"officers": OFFICERS.replace("2026/12/31", "2025/12/31")}, "“人员”表第 4 行（G4）", "请调换"),
    ],
)
def test_a_fault_names_its_cell_and_its_cure_and_nothing_is_loaded(village, changed, place, cure):
    difference = load(roster(**changed))
    said = [str(fault) for fault in difference.faults]
    assert any(fault.startswith(place) and cure in fault for fault in said), said
    assert not Officer.objects.filter(username__in=["liuy", "maj"]).exists()
    assert not Organ.objects.filter(short_name="清溪乡").exists()


def test_every_fault_is_told_at_once(village):
    organs = ORGANS.replace("政府部门", "部门").replace("990101002", "990101009")
    assert len({fault.row for fault in preview(sheets(机构=organs)).faults}) == 2


def test_a_row_that_points_at_a_faulty_row_is_not_a_second_fault(village):
    difference = preview(roster(organs=ORGANS.replace("政府部门", "政府部们")))
    assert [fault.cell for fault in difference.faults] == ["D3"]


def test_a_loop_of_superiors_is_refused(village):
    loop = "名称,类别,区划代码,上级单位\n城南县人民政府,人民政府,990101,安平镇人民政府\n"
    assert "请换一个上级" in str(preview(sheets(机构=loop)).faults[0])


def test_a_file_without_any_known_sheet_is_told_the_names(db):
    with pytest.raises(RosterWrong, match="请检查表名"):
        load(sheets(随便="甲,乙\n1,2\n"))
