"""A petitioner may let one or two others speak, and end it at any time."""

from huiyin.matters.timeline import timeline
from tests.matters import stages

SON = {"name": "廖小军", "phone": "13800000009", "mandate": "代交材料、代收答复"}


def test_an_agent_speaks_until_the_petitioner_ends_it(village):
    matter = stages.accepted_matter(village)
    matter.name_agent(by=stages.PETITIONER, **SON)
    assert [agent.name for agent in matter.agents()] == [SON["name"]]
    matter.end_agency(by=stages.PETITIONER, agency=matter.agents().get())
    assert not matter.agents().exists()


def test_there_are_two_at_most(village, refused):
    matter = stages.accepted_matter(village)
    for name in ("甲", "乙"):
        matter.name_agent(by=stages.PETITIONER, **SON | {"name": name})
    with refused("最多委托 2 位"):
        matter.name_agent(by=stages.PETITIONER, **SON)


def test_an_agency_ends_once(village, refused):
    matter = stages.accepted_matter(village)
    agency = matter.name_agent(by=stages.PETITIONER, **SON)
    matter.end_agency(by=stages.PETITIONER, agency=agency)
    with refused("已经结束"):
        matter.end_agency(by=stages.PETITIONER, agency=agency)


def test_what_the_story_says_names_nobody(village):
    matter = stages.accepted_matter(village)
    matter.name_agent(by=stages.PETITIONER, **SON)
    assert SON["name"] not in timeline(matter, public=True)[0].says
