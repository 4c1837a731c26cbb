"""The main path through the API alone: from a petition to its closure, each act by the officer who owes it."""

from tests.api.client import Program, program_of
from tests.village import Village

PETITION = {
    "title": "石桥村灌溉渠塌了三个月没人修",
    "text": "今年三月灌溉渠塌了一段，二十多户的秧苗浇不上水。",
    "wishes": ["把灌溉渠修好"],
    "people": [{"name": "廖秀英", "phone": "13800000001"}],
}


def registered(village: Village) -> dict:
    return program_of(village.registrar).done("/petitions", PETITION)


def at_town(village: Village) -> str:
    """A petition that was passed to 安平镇; its path in the API."""
    path = f"/matters/{registered(village)['matter']}"
    office = program_of(village.triager)
    office.done(f"{path}/triage", {"kind": "appeal_claim", "reports_wrongdoing": False})
    office.done(f"{path}/forwarding", {"to": str(village.town.pk), "reason": "属地办理"})
    return path


def accepted(village: Village) -> tuple[str, Program]:
    path, town = at_town(village), program_of(village.handler)
    town.done(f"{path}/notification", {"route": "L6", "procedure": "由镇里调查后书面答复"})
    town.done(f"{path}/acceptance", {"handler": str(village.handler.actors()[0].post.pk)})
    return path, town


def test_a_petition_is_registered_and_its_receipt_says_number_code_and_dates(village: Village) -> None:
    told = registered(village)
    assert told["number"].startswith("明信")
    assert len(told["code"]) == 16
    assert [clock["term"] for clock in told["due"]] == ["triage"]


def test_the_whole_main_path_runs_through_the_api(village: Village) -> None:
    path, town = accepted(village)
    town.done(f"{path}/investigation", {"plan": "到现场看", "due_on": "2099-01-01"} | soon(town, path))
    request = town.get(path).json()["requests"][0]["id"]
    town.done(f"{path}/draft", {"answers": [explained(request)]})
    program_of(village.head).done(f"{path}/reply")
    town.done(f"{path}/delivery-attempt", {"method": "in_person"})
    party = town.get(path).json()["parties"][0]["id"]
    town.done(f"{path}/proof-of-delivery", {"party": party, "method": "in_person", "evidence": "本人签收"})
    town.done(f"{path}/stated-view", {"words": "修好了就行", "agrees": True})
    waiting = town.done(f"{path}/closure", {"causes": ["policy_gap"], "note": "已答复"}, status=202)
    closed = program_of(village.head).done(f"{path}/proposals/{waiting['id']}/approval")
    assert (closed["act"], closed["stage"]) == ("close", "closed")


def soon(town: Program, path: str) -> dict:
    handling = next(clock for clock in town.get(f"{path}/clocks").json() if clock["term"] == "handling")
    return {"due_on": handling["started_on"]}


def explained(request: str) -> dict:
    return {
        "request": request,
        "opinion": "explained",
        "facts": "2026年3月渠道塌方属实，已列入本月维修。",
        "reasons": "镇水利站已安排施工。",
        "basis": "《农田水利条例》第十八条",
    }


def test_the_acts_that_are_open_are_the_ones_that_can_be_done(village: Village) -> None:
    path, town = accepted(village)
    offered = {row["noun"]: row["href"] for row in town.get(f"{path}/acts").json()}
    assert offered["investigation"] == f"/api/v1{path}/investigation"
    assert "triage" not in offered


def test_the_timeline_tells_every_act_newest_first(village: Village) -> None:
    path, town = accepted(village)
    acts = [line["act"] for line in town.get(f"{path}/timeline").json()]
    assert acts == ["accept", "notify", "forward", "triage", "register"]


def test_an_issued_document_is_fetched_as_pdf(village: Village) -> None:
    path, town = accepted(village)
    documents = town.get(f"{path}/documents").json()
    response = town.get(f"{path}/documents/{documents[0]['id']}.pdf")
    assert (response["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")


def test_a_note_of_one_organ_is_not_told_to_another(village: Village) -> None:
    path, town = accepted(village)
    town.done(f"{path}/note", {"words": "下午去现场"})
    told = program_of(village.triager).get(f"{path}/timeline").json()
    assert "note" not in [line["act"] for line in told]
