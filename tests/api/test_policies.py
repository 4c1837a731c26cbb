"""Through the API an answer cites a policy by the id of its version, as on the page."""

import uuid

import pytest

from huiyin.matters.policy import Policy
from tests.api.client import program_of
from tests.api.test_main_path import accepted, explained, soon
from tests.village import Village


@pytest.mark.seed("S082")
def test_an_answer_cites_a_version_by_its_id(village: Village) -> None:
    policy = Policy.objects.create(title="渠道管护办法", organ="明川市水利局")
    version = policy.versions.create(label="2020年版", since_on="2020-01-01", text="第五条")
    path, town = accepted(village)
    town.done(f"{path}/investigation", {"plan": "到现场看"} | soon(town, path))
    answer = explained(town.get(path).json()["requests"][0]["id"])
    strange = {"answers": [answer | {"policies": [str(uuid.uuid4())]}]}
    assert "没有这一版政策" in town.post(f"{path}/draft", strange).json()["detail"]
    town.done(f"{path}/draft", {"answers": [answer | {"policies": [str(version.pk)]}]})
    version.refresh_from_db()
    assert version.cited_on
    program_of(village.head).done(f"{path}/reply")
