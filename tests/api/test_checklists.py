"""Through the API a list is checked with the same items as on the page."""

import pytest

from huiyin.matters.matter import Matter
from tests.api.test_main_path import accepted
from tests.village import Village


@pytest.mark.seed("S083")
def test_a_list_is_checked_item_by_item(village: Village) -> None:
    path, town = accepted(village)
    nouns = {row["noun"] for row in town.get(f"{path}/acts").json()}
    assert "checklist" not in nouns
    Matter.system.update(topic="房屋拆迁")
    assert "checklist" in {row["noun"] for row in town.get(f"{path}/acts").json()}
    item = {"item": "no-violence", "state": "not_met", "note": "三户说停过水"}
    assert town.post(f"{path}/checklist", {"items": [item | {"state": "maybe"}]}).status_code == 422
    town.done(f"{path}/checklist", {"items": [item]})
    matter = Matter.system.get()
    assert [said["note"] for _item, said in matter.findings()] == ["三户说停过水"]
