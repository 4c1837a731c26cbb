import pytest
from huiyin.matters.filing import Filing, Person
from huiyin.matters.registration import register
from tests.desk.signed_in import signed_in
from django.db import connection
from django.test.utils import CaptureQueriesContext
def test_x(village, settings):
    v=village
    reg=register(Filing(title="石桥村低保停发", text="去年停发了低保，没有说原因。", wishes=("恢复低保","补发停发的部分"), people=(Person(name="廖秀英",phone="13800000001"),)), by=v.actor(v.registrar,"counter"), organ=v.city_office)
    c=signed_in(v.triager)
    for url in ["/desk/","/desk/search/?q=石桥村","/desk/proposals/",f"/desk/matters/{reg.matter.number}/",f"/desk/matters/{reg.matter.number}/peek/",f"/desk/matters/{reg.matter.number}/triage/"]:
        with CaptureQueriesContext(connection,) as q:
            r=c.get(url)
        print(url, r.status_code, len(q), len(r.content))
        if r.status_code>=300: print(r.get("Location"), r.content.decode()[:3000])
    print(r.content.decode()[3000:9000])
