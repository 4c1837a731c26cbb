"""Three accusations, by the three ways in which one comes under seal, each full of words that nothing else says.

One is written at /report/. One comes as an ordinary petition and is split at triage, the reader writing an extract.
One is sealed whole when it has already been passed on, read, noted upon, and told of by short messages.
"""

from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.utils import timezone

from huiyin.mailroom import digest, reader, reminding, sending
from huiyin.matters import tick
from huiyin.matters.matter import Matter
from tests.desk.signed_in import signed_in
from tests.portal.walk import fill_in, hand_in, photo
from tests.village import Village

REPORTED = {
    "text": "夜鹭七七收了修路的钱，凤尾账本在他家。",
    "organs_text": "安平镇栖霞坞",
    "name": "柏乔三九",
    "phone": "13977007700",
}
SPLIT = {
    "story": {
        "text": "紫燕红渠是镇长小舅子包的，偷工减料。我家的低保也停了。",
        "wishes": "查紫燕红渠\n恢复我家低保",
    },
    "place": {"place": "990101001", "place_text": "青冈牌坊", "organs_text": "白鹤仓库"},
    "who": {"name": "何大山", "phone": "138 0000 0002"},
}
LATE = {
    "story": {"text": "墨兰渡口的船是镇里干部自己开的，乱收钱。", "wishes": "查墨兰渡口收的钱"},
    "place": {"place": "990101001", "place_text": "赤松码头", "organs_text": ""},
    "who": {"name": "柳絮棠五", "phone": "13977008811", "address": "雪雁巷九号"},
}
NOTED = "雨前茶楼"  # in a handler's note, and in what the handler had begun to type
CANARIES = (
    *("夜鹭七七", "凤尾账本", "栖霞坞", "柏乔三九", "13977007700", "139 7700 7700"),
    *("紫燕红渠", "青冈牌坊", "白鹤仓库"),
    *("墨兰渡口", "赤松码头", "柳絮棠五", "13977008811", "139 7700 8811", "雪雁巷九号", NOTED),
)


@dataclass(frozen=True)
class Story:
    """The matters, and the answers that the petitioners' own browsers were given."""

    village: Village
    reported: Matter
    split: Matter  # its open half
    late: Matter


def told(village: Village) -> Story:
    """Tell it, through the pages where there are pages."""
    return Story(village, _reported(), _split(village), _late(village))


def _reported() -> Matter:
    client = Client()
    client.post("/report/", {**REPORTED, "files": [photo("夜鹭七七.jpg")]})
    client.get("/report/receipt/")
    return Matter.system.latest("registered_at")


def _filed(pages: dict[str, Any]) -> Matter:
    client = Client()
    fill_in(client, **pages)
    hand_in(client)
    client.get("/file/receipt/")
    return Matter.system.latest("registered_at")


def _split(village: Village) -> Matter:
    matter = _filed(SPLIT)
    triager, page = signed_in(village.triager), f"/desk/matters/{matter.number}/triage/"
    triager.get(page)
    triager.post(page, {"draft": "1", "extract": "紫燕红渠先存着"})
    answers = {
        "kind": "appeal_claim",
        "reports_wrongdoing": "True",
        "title": "低保停发",
        "extract": "我家的低保停了。",
    }
    done = triager.post(page, {**answers, "requests": "恢复我家低保", "confirm": "1"})
    assert done.status_code == 302, done.content.decode()
    return Matter.system.get(pk=matter.pk)


def _late(village: Village) -> Matter:
    matter = _filed(LATE)
    triager, handler = village.actor(village.triager), village.actor(village.handler)
    matter.triage(by=triager, kind="appeal_claim", reports_wrongdoing=False)
    matter.forward(by=triager, to=village.town, reason="墨兰渡口在安平镇")
    matter.note(by=handler, words=f"{NOTED}里有人见过船主。")
    desk = signed_in(village.handler)
    desk.post(
        f"/desk/jottings/?page=/desk/matters/{matter.number}/notification/", {"procedure": f"到{NOTED}问"}
    )
    mailroom_rounds()  # messages about it leave before anybody knows
    sealed = Matter.system.get(pk=matter.pk)
    sealed.seal(by=triager, reason="墨兰渡口一事要封存")
    return Matter.system.get(pk=matter.pk)


def mailroom_rounds() -> None:
    """What the worker does in a round, but for setting papers."""
    today = timezone.localdate()
    tick.tick(today)
    while reader.read():
        pass
    reminding.remind(today)
    digest.write_all(timezone.now())
    while sending.send_due():
        pass
