"""What the desk's tests share: a petition registered at the city's office, and its pages."""

import pytest

from huiyin.matters.filing import Filing, Person
from huiyin.matters.matter import Matter
from huiyin.matters.registration import register


@pytest.fixture
def matter(village) -> Matter:
    """何大山's petition, newly registered at the city's petition office."""
    filing = Filing(
        title="石桥村低保停发",
        text="去年十月停发了低保，没有人说过原因。我找过村里两次，都说等通知。",
        wishes=("恢复低保", "补发停发的部分"),
        people=(Person(name="何大山", phone="13800000002", address="城南县安平镇柳湾村 1 组"),),
    )
    done = register(filing, by=village.actor(village.registrar, "counter"), organ=village.city_office)
    return Matter.system.get(pk=done.matter_id)
