"""The admin pages: organs, posts, officers, categories, rules; no code, and no matter."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from huiyin.matters.category import Category
from huiyin.people.holding import Holding
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ
from huiyin.people.post import Post
from tests.desk.signed_in import signed_in

PLACES = ["organs", "posts", "officers", "roster", "recoveries", "categories", "policies", "routing", "rules"]


@pytest.mark.parametrize("place", PLACES)
def test_every_page_opens_for_an_administrator_and_for_nobody_else(village, place):
    assert signed_in(village.administrator).get(f"/desk/admin/{place}/").status_code == 200
    assert signed_in(village.head).get(f"/desk/admin/{place}/").status_code == 404


def test_an_organ_is_added_and_changed(village):
    client = signed_in(village.administrator)
    said = {"name": "安平镇民政办", "kind": "department", "region": "990101001", "opened_on": "2026-01-01"}
    assert client.post("/desk/admin/organs/new/", said).status_code == 302
    organ = Organ.objects.get(name="安平镇民政办")
    said |= {"phone": "12345"}
    assert client.post(f"/desk/admin/organs/{organ.pk}/", said).status_code == 302
    organ.refresh_from_db()
    assert organ.phone == "12345"


def test_a_post_gets_duties_and_an_officer_gets_the_post(village):
    client = signed_in(village.administrator)
    said = {
        "organ": village.town.pk,
        "title": "二号窗口",
        "duties": ["register"],
        "rank": "0",
        "is_active": "on",
    }
    assert client.post("/desk/admin/posts/new/", said).status_code == 302
    made = client.post(
        "/desk/admin/officers/new/", {"username": "Xin.Ren", "name": "新人", "is_active": "on"}
    )
    assert "初始密码" in made.content.decode()
    officer, post = Officer.objects.get(username="xin.ren"), Post.objects.get(title="二号窗口")
    given = {"post": post.pk, "capacity": "acting", "since_on": "2026-01-01", "until_on": "2099-01-01"}
    assert client.post(f"/desk/admin/officers/{officer.pk}/holdings/", given).status_code == 302
    assert Holding.objects.get(officer=officer).until_on == date(2099, 1, 1)


def test_two_holders_of_one_post_are_refused_in_words(village):
    client = signed_in(village.administrator)
    post = village.actor(village.head).post
    said = {"post": post.pk, "capacity": "holder", "since_on": "2026-01-01"}
    assert client.post(f"/desk/admin/officers/{village.second.pk}/holdings/", said).status_code == 422


def test_a_sheet_shows_its_difference_before_it_is_loaded(village):
    client = signed_in(village.administrator)
    sheet = SimpleUploadedFile("人员.csv", "用户名,姓名\nli.lei,李雷\n".encode("gb18030"))
    shown = client.post("/desk/admin/roster/", {"sheet": sheet})
    assert "李雷" in shown.content.decode()
    assert not Officer.objects.filter(username="li.lei").exists()
    client.post("/desk/admin/roster/", {"carried": shown.context["carried"], "name": shown.context["name"]})
    assert Officer.objects.filter(username="li.lei").exists()


def test_a_category_is_merged_into_another_and_keeps_its_days(village):
    client = signed_in(village.administrator)
    client.post("/desk/admin/categories/new/", {"name": "征地补偿", "since_on": "2026-01-01"})
    client.post("/desk/admin/categories/new/", {"name": "拆迁", "since_on": "2026-01-01"})
    kept, gone = Category.objects.get(name="征地补偿"), Category.objects.get(name="拆迁")
    said = {"name": "拆迁", "since_on": "2026-01-01", "until_on": "2026-02-01", "merged_into": kept.pk}
    assert client.post(f"/desk/admin/categories/{gone.pk}/", said).status_code == 302
    assert list(Category.objects.in_use(date(2026, 3, 1))) == [kept]


def test_the_simulator_counts_every_term(village):
    shown = signed_in(village.administrator).get("/desk/admin/rules/", {"day": "2026-01-05"}).content.decode()
    assert "第三十四条" in shown
    assert "3月6日" in shown
