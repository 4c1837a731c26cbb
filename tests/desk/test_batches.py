"""Importing and undoing from a page: looked at first, every fault named, registered by the worker, undone as a whole."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from huiyin.mailroom.incoming import registering, undoing
from huiyin.mailroom.incoming.arrival import Arrival
from huiyin.matters.batch import Batch
from huiyin.matters.petition import Petition
from tests.desk.signed_in import signed_in
from tests.mailroom.batches import DITCH, HEAD, LAMP, imported
from tests.mailroom.exchanged import TICKETS

pytestmark = pytest.mark.django_db
BAD = "3,水费,水费算错。,昨天,何大山\n"


def uploaded(browser, content=HEAD + LAMP + DITCH, mapping="ledger", **told):
    file = SimpleUploadedFile("旧台账.csv", content.encode())
    asked = {"mapping": mapping, "purpose": "补录旧台账", "source": "", "file": file} | told
    return browser.post("/desk/batches/arrivals/new/", asked)


def looked_at(browser, *told, **more):
    return browser.get(uploaded(browser, *told, **more).headers["Location"])


def test_a_file_is_shown_with_its_columns_and_masked_rows_and_nothing_is_registered(village):
    page = looked_at(signed_in(village.registrar)).content.decode()
    assert "村口" not in page and "路灯不亮" in page and "陈**" in page and "陈桂花" not in page
    assert '<option value="标题" selected>' in page and "登记这 2 件" in page
    assert not Petition.objects.exists()


def test_the_worker_registers_what_was_asked_for_and_lets_the_file_go(village):
    browser = signed_in(village.registrar)
    arrival = uploaded(browser).headers["Location"]
    batch = browser.post(arrival, {"register": "yes"}).headers["Location"]
    waiting = browser.get(batch).content.decode()
    assert "正在登记" in waiting and "已登记 0 件，共 2 件" in waiting
    assert registering.register_asked() == 2
    page = browser.get(batch).content.decode()
    assert "登记好了" in page and "补录旧台账" in page and "旧台账.csv" in page
    assert (Petition.objects.count(), Arrival.objects.count()) == (2, 0)
    assert Batch.objects.get().officer == village.registrar


def test_the_worker_does_a_long_file_and_a_long_undo_bit_by_bit(village, monkeypatch):
    monkeypatch.setattr(registering, "PER_ROUND", 1)
    monkeypatch.setattr(undoing, "PER_ROUND", 1)
    browser = signed_in(village.registrar)
    page = browser.post(uploaded(browser).headers["Location"], {"register": "yes"}).headers["Location"]
    assert registering.register_asked() == 1
    assert "已登记 1 件，共 2 件" in browser.get(page).content.decode()
    assert registering.register_asked() == 1
    browser.post(f"{page}undoing/", {"reason": "选错了文件"})
    assert undoing.undo_decided() == 1
    assert "正在撤销" in browser.get(page).content.decode()
    assert [undoing.undo_decided() for _each in range(3)] == [1, 0, 0]
    assert "已撤销" in browser.get(page).content.decode()


def test_registering_twice_is_registering_once(village):
    browser = signed_in(village.registrar)
    first, second = (uploaded(browser).headers["Location"] for _each in range(2))
    one = browser.post(first, {"register": "yes"}).headers["Location"]
    assert browser.post(second, {"register": "yes"}).headers["Location"] == one
    registering.register_asked()
    assert (Batch.objects.count(), Petition.objects.count()) == (1, 2)


def test_each_fault_is_named_by_row_and_column_with_its_cure_and_stops_the_file(village):
    browser = signed_in(village.registrar)
    arrival = uploaded(browser, HEAD + LAMP + BAD).headers["Location"]
    page = browser.get(arrival).content.decode()
    assert "第 4 行" not in page and "第 3 行“时间”" in page and "2026-11-23 10:46" in page
    refused = browser.post(arrival, {"register": "yes"})
    assert (refused.status_code, Batch.objects.count()) == (422, 0)
    browser.post(arrival, {"register": "yes", "skip_bad": "on"})
    assert registering.register_asked() == 1


def test_a_column_with_a_strange_heading_is_chosen_by_hand(village):
    browser = signed_in(village.registrar)
    arrival = uploaded(browser, (HEAD + LAMP).replace("内容,时间", "说了啥,哪天")).headers["Location"]
    assert "还不知道哪一列是：内容、收到日期" in browser.get(arrival).content.decode()
    chosen = {"id": "编号", "title": "标题", "body": "说了啥", "received": "哪天", "person": "用户"}
    page = browser.get(browser.post(arrival, chosen).headers["Location"]).content.decode()
    assert "登记这 1 件" in page


def test_one_column_cannot_say_two_things(village):
    browser = signed_in(village.registrar)
    arrival = uploaded(browser).headers["Location"]
    twice = browser.post(arrival, {"body": "内容", "title": "内容", "received": "时间"})
    assert twice.status_code == 422 and "这一列选了两次" in twice.content.decode()


def test_tickets_without_consent_are_counted_and_not_shown(village):
    page = looked_at(signed_in(village.registrar), TICKETS, mapping="hotline").content.decode()
    assert "没有征得同意的工单在第 3、4 行" in page and "登记这 1 件" in page
    assert "水费高" not in page and "噪音大" not in page


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"purpose": "补"}, "为什么导入"),
        ({"file": SimpleUploadedFile("x.xlsx", b"no sheet")}, "打不开这个文件"),
        ({"mapping": "superior"}, "交换日期/交换时间"),
        ({"file": ""}, "“文件”还空着"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(village, told, says):
    answer = uploaded(signed_in(village.registrar), **told)
    assert answer.status_code == 422 and says in answer.content.decode()
    assert not Arrival.objects.exists()


def test_a_file_belongs_to_who_brought_it(village):
    arrival = uploaded(signed_in(village.registrar)).headers["Location"]
    assert signed_in(village.triager).get(arrival).status_code == 404
    assert signed_in(village.stranger).post(arrival, {"register": "yes"}).status_code == 404


def test_a_file_that_nobody_registers_is_gone_after_a_day(village):
    browser = signed_in(village.registrar)
    uploaded(browser)
    uploaded(browser)
    browser.post(f"/desk/batches/arrivals/{Arrival.objects.first().pk}/", {"drop": "yes"})
    assert Arrival.objects.count() == 1
    assert Arrival.forget(timezone.now() + timezone.timedelta(days=1, minutes=1)) == 1


def test_a_batch_is_undone_from_its_page_by_whoever_registers_there(village):
    batch = imported(village)
    page = f"/desk/batches/{batch.pk}/"
    office = signed_in(village.triager)
    assert office.post(f"{page}undoing/", {"reason": ""}).status_code == 422
    office.post(f"{page}undoing/", {"reason": "选错了文件"})
    assert "正在撤销" in office.get(page).content.decode()
    lamp = Petition.objects.get(source_number="1")
    lamp.matter.note(by=village.actor(village.triager), words="看过")
    undoing.undo_decided()
    told = office.get(page).content.decode()
    assert "已撤销 1 件" in told and lamp.number in told and "已经有人办过" in told


@pytest.mark.parametrize(
    ("part", "sees"),
    [("administrator", True), ("county_triager", False), ("stranger", False), ("handler", False)],
)
def test_an_administrator_reads_the_batches_and_undoes_none_and_other_offices_see_none(village, part, sees):
    batch = imported(village)
    browser = signed_in(getattr(village, part))
    answer = browser.get(f"/desk/batches/{batch.pk}/")
    assert (answer.status_code == 200, "撤销这一批" in answer.content.decode()) == (sees, False)
    assert browser.post(f"/desk/batches/{batch.pk}/undoing/", {"reason": "选错了文件"}).status_code == 404
