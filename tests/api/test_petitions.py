"""POST /petitions: one key is one petition, and what is wrong is named."""

from huiyin.matters.petition import Petition
from tests.api.client import program_of, system_at
from tests.api.test_main_path import PETITION
from tests.village import Village


def test_the_same_key_again_gives_the_same_receipt(village: Village) -> None:
    program = program_of(village.registrar)
    first = program.post("/petitions", PETITION, key="form-1")
    again = program.post("/petitions", PETITION, key="form-1")
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()
    assert again["Idempotency-Replayed"] == "true"
    assert Petition.objects.count() == 1


def test_the_same_key_with_other_words_is_refused(village: Village) -> None:
    program = program_of(village.registrar)
    program.post("/petitions", PETITION, key="form-1")
    other = program.post("/petitions", PETITION | {"title": "另一件事"}, key="form-1")
    assert (other.status_code, other.json()["type"]) == (422, "urn:huiyin:problem:key-reused")


def test_a_key_of_one_program_opens_no_receipt_of_another(village: Village) -> None:
    mine = program_of(village.registrar).post("/petitions", PETITION, key="form-1").json()
    theirs = program_of(village.county_triager).post("/petitions", PETITION, key="form-1").json()
    assert theirs["matter"] != mine["matter"]


def test_a_refused_petition_can_be_mended_under_its_key(village: Village) -> None:
    program = program_of(village.registrar)
    wrong = PETITION | {"people": [{"name": "廖秀英", "id_number": "990101195603120020"}]}
    refused = program.post("/petitions", wrong, key="form-1")
    assert (refused.status_code, refused.json()["field"]) == (422, "people.0.id_number")
    assert program.post("/petitions", PETITION, key="form-1").status_code == 201


def test_a_system_files_for_its_post(village: Village) -> None:
    post = village.registrar.actors()[0].post
    told = system_at(post).done("/petitions", PETITION | {"channel": "hotline"})
    assert Petition.objects.get(pk=told["petition"]).registered_by == village.city_office


def test_an_accusation_has_no_number_and_a_long_code(village: Village) -> None:
    told = program_of(village.registrar).done("/petitions", PETITION | {"accusation": True})
    assert (told["number"], len(told["code"])) == (None, 20)


def test_six_contacts_are_asked_to_choose_five(village: Village) -> None:
    people = [{"name": f"何大{n}", "is_contact": True} for n in "一二三四五六"]
    response = program_of(village.registrar).post("/petitions", PETITION | {"people": people})
    assert (response.status_code, response.json()["field"]) == (422, "people")


def test_rare_characters_are_kept_exactly(village: Village) -> None:
    told = program_of(village.registrar).done("/petitions", PETITION | {"title": "㛃𠮷家的渠"})
    assert Petition.objects.get(pk=told["petition"]).title == "㛃𠮷家的渠"
