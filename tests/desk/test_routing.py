"""The routing table at the desk: what a form begins with and says, the administrator's pages, and the dry run's numbers."""

import pytest

from huiyin.matters.filing import Filing, Person
from huiyin.matters.matter import Matter
from huiyin.matters.registration import register
from huiyin.matters.routing import RoutingRule
from tests.desk.signed_in import signed_in
from tests.desk.walking import at, done
from tests.village import SINCE

pytestmark = pytest.mark.seed("S137")
TABLE = "/desk/admin/routing/"
SAID = {"topic": "征地补偿", "place": "990101", "reason": "三定规定第四条", "since_on": "2026-01-01"}


def rule(organ, **told):
    return RoutingRule.objects.create(organ=organ, reason="三定规定第四条", since_on=SINCE, **told)


def triaged(village, matter, topic="社会救助"):
    done(village.triager, matter, "triage", kind="appeal_claim", reports_wrongdoing="False", topic=topic,
         title=matter.title, requests="恢复低保")  # fmt: skip
    return matter


def form_of(village, matter, noun):
    shown = signed_in(village.triager).get(at(matter, noun))
    return shown.context["form"], shown.content.decode()


@pytest.mark.parametrize("noun", ["forwarding", "assigning"])
def test_the_form_begins_with_the_proposed_organ_and_says_why(village, matter, noun):
    rule(village.town, topic="社会救助")
    form, shown = form_of(village, triaged(village, matter), noun)
    assert form["to"].value() == "安平镇人民政府"
    assert "按分工表：社会救助，归安平镇。三定规定第四条" in shown


def test_without_a_rule_the_form_begins_empty(village, matter):
    form, shown = form_of(village, triaged(village, matter), "forwarding")
    assert not form["to"].value()
    assert "按分工表" not in shown


def test_the_officer_may_choose_another_organ(village, matter):
    rule(village.town, topic="社会救助")
    done(village.triager, triaged(village, matter), "forwarding", to="明川市自然资源局", reason="局里的事")
    assert matter.lead.organ == village.bureau


def test_a_rule_that_names_the_office_itself_is_said_and_not_filled_in(village, matter):
    rule(village.city_office, topic="社会救助")
    form, shown = form_of(village, triaged(village, matter), "forwarding")
    assert not form["to"].value()
    assert "归市信访局" in shown


def test_where_the_question_on_wrongdoing_is_open_the_form_proposes_nobody(village, matter):
    rule(village.town)
    Matter.system.filter(pk=triaged(village, matter).pk).update(reports_wrongdoing=None)
    form, shown = form_of(village, matter, "forwarding")
    assert not form["to"].value()
    assert "按分工表" not in shown


def test_a_rule_is_added_changed_and_ended(village):
    client = signed_in(village.administrator)
    assert client.post(f"{TABLE}new/", SAID | {"organ": village.bureau.pk}).status_code == 302
    made = RoutingRule.objects.get()
    changed = SAID | {"organ": village.town.pk, "topic": "征地补偿›亩数"}
    assert client.post(f"{TABLE}{made.pk}/", changed).status_code == 302
    made.refresh_from_db()
    assert (made.organ, made.topic) == (village.town, "征地补偿 › 亩数")
    assert client.post(f"{TABLE}{made.pk}/ending/", {"until_on": "2026-06-30"}).status_code == 302
    assert not RoutingRule.objects.in_force("2026-07-01").exists()


def test_a_rule_cannot_end_before_it_begins(village):
    made = rule(village.town)
    answer = signed_in(village.administrator).post(f"{TABLE}{made.pk}/ending/", {"until_on": "2019-01-01"})
    assert answer.status_code == 422
    assert "不能早于" in answer.content.decode()


def test_a_rule_that_says_the_same_of_the_same_days_is_refused(village):
    client = signed_in(village.administrator)
    client.post(f"{TABLE}new/", SAID | {"organ": village.bureau.pk})
    again = client.post(f"{TABLE}new/", SAID | {"organ": village.town.pk})
    assert again.status_code == 422
    assert "已有一条管同样的内容" in again.content.decode()
    later = SAID | {"organ": village.town.pk, "since_on": "2025-01-01", "until_on": "2025-12-31"}
    assert client.post(f"{TABLE}new/", later).status_code == 302


def test_a_tie_that_stands_in_the_table_is_shown(village):
    rule(village.bureau, topic="征地补偿")
    assert "提不出单位" not in signed_in(village.administrator).get(TABLE).content.decode()
    rule(village.town, topic="征地补偿")
    shown = signed_in(village.administrator).get(TABLE).content.decode()
    assert "提不出单位" in shown
    assert shown.count("和另一条一样细") == 2


def test_every_number_of_the_dry_run_leads_to_exactly_its_rows(village, matter):
    rule(village.town, topic="社会救助")
    triaged(village, matter)
    client = signed_in(village.administrator)
    shown = client.get(f"{TABLE}dry-run/")
    numbers = {str(one["words"]): one for one in shown.context["numbers"]}
    waiting = numbers["提了，还没有单位答复"]
    assert [one["count"] for one in numbers.values()] == [0, 0, 1, 0, 0]
    rows = client.get(waiting["url"]).context["lines"]
    assert [row[0]["words"] for row in rows] == [matter.number]


def test_a_gap_leads_to_exactly_its_rows(village, matter):
    other = Filing(title="路灯不亮", text="路灯坏了。", people=(Person(name="何二"),))
    register(other, by=village.actor(village.registrar, "counter"), organ=village.city_office)
    second = Matter.system.exclude(pk=matter.pk).get()
    triaged(village, matter)
    triaged(village, second, topic="")
    client = signed_in(village.administrator)
    gaps = client.get(f"{TABLE}dry-run/").context["gaps"]
    assert [(str(one["topic"]), one["count"]) for one in gaps] == [("（没有分类）", 1), ("社会救助", 1)]
    rows = [client.get(one["url"]).context["lines"] for one in gaps]
    assert [[row[0]["words"] for row in found] for found in rows] == [[second.number], [matter.number]]


def test_the_dry_run_names_no_petitioner_and_quotes_no_title(village, matter):
    triaged(village, matter)
    client = signed_in(village.administrator)
    shown = client.get(f"{TABLE}dry-run/?outcome=none").content.decode()
    assert matter.number in shown
    assert "何大山" not in shown
    assert matter.title not in shown


def test_a_day_that_is_none_is_read_as_today(village):
    assert signed_in(village.administrator).get(f"{TABLE}dry-run/?day=x&outcome=y").status_code == 200


@pytest.mark.parametrize("place", ["", "new/", "dry-run/"])
def test_the_table_opens_for_administrators_alone(village, place):
    assert signed_in(village.administrator).get(f"{TABLE}{place}").status_code == 200
    assert signed_in(village.triager).get(f"{TABLE}{place}").status_code == 404
