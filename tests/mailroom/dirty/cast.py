"""Twelve petitions of invented people in 明川市, as they were meant before a ledger got hold of them."""

from datetime import datetime, timedelta

from tests.village import resident_number

FIELDS = {
    "id": "编号",
    "title": "标题",
    "body": "内容",
    "received": "收到时间",
    "person": "姓名",
    "phone": "联系电话",
    "address": "住址",
    "id_number": "身份证号",
    "place": "地点",
    "channel": "来件方式",
}
NAMES = (
    "陈桂花",
    "欧阳明川",
    "李守田",
    "王满",
    "赵铁柱",
    "㛃·阿依",
    "周素芬",
    "吴广生",
    "郑玉兰",
    "孙河",
    "钱多福",
    "冯妮",
)
MATTERS = ("路灯不亮", "水渠堵了", "低保停发", "井盖丢失", "征地补偿没到", "垃圾没人收")
CHANNELS = ("来信", "来访", "来电", "网上")
FIRST_DAY = datetime(2019, 2, 14, 8, 30)
Petition = dict[str, str]


def petitions() -> list[Petition]:
    """Every field of every petition; the time as a spreadsheet's own text of it."""
    return [_petition(at) for at in range(len(NAMES))]


def _petition(at: int) -> Petition:
    matter = MATTERS[at % len(MATTERS)]
    received = FIRST_DAY + timedelta(days=17 * at, minutes=5 * at)
    return {
        "id": f"安信{at + 1:03d}",
        "title": matter,
        "body": f"安平镇{at + 1}组{matter}, 反映过{at + 1}次，一直没有人管。",
        "received": received.isoformat(" ", "seconds"),
        "person": NAMES[at],
        "phone": f"0550-62551{at:02d}" if at % 3 == 2 else f"138000000{at:02d}",
        "address": f"明川市安平镇{at + 1}组{10 + at}号",
        "id_number": resident_number(f"{1950 + 3 * at}0{1 + at % 9}1{at % 9}", f"{101 + at}"),
        "place": "安平镇" if at < 6 else "清溪乡",
        "channel": CHANNELS[at % 4],
    }
