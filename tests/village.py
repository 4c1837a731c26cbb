"""The cast: one invented city, everybody with a fixed part in it.

明川市 (9901) has 城南县 (990101), which has 安平镇 (990101001). 临湖市 (9902) is elsewhere: its officer is
the `stranger`, who must be refused everywhere. Every officer has one post; no one has a password until a
test gives one. Document numbers use the division 990101, which does not exist.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from huiyin.people import credit_code, id_number
from huiyin.people import data as people_data
from huiyin.people.actor import Actor, Channel
from huiyin.people.holding import Holding
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ
from huiyin.people.petitioner import Petitioner
from huiyin.people.post import Post, Rank
from huiyin.people.region_rows import load_regions

SINCE = date(2020, 1, 1)
REGIONS = Path(people_data.__file__).parent / "invented_regions.csv"


@dataclass(frozen=True, slots=True)
class Village:
    """Everybody by their part."""

    city: Organ  # 明川市人民政府
    city_office: Organ  # 明川市信访局, letters 明信
    bureau: Organ  # 明川市自然资源局
    discipline: Organ  # 明川市纪委监委
    county: Organ  # 城南县人民政府
    county_office: Organ  # 城南县信访局
    town: Organ  # 安平镇人民政府
    elsewhere: Organ  # 临湖市信访局

    registrar: Officer  # registers at the city's petition office
    triager: Officer  # decides there where a petition goes
    supervisor: Officer  # watches over the departments
    administrator: Officer
    other_administrator: Officer
    leader: Officer  # the city leader who receives petitioners
    county_triager: Officer
    handler: Officer  # handles at 安平镇
    head: Officer  # heads 安平镇, approves
    second: Officer  # deputy head of 安平镇, signs
    bureau_handler: Officer
    bureau_head: Officer
    reviewer: Officer  # reviews 安平镇's answers at the county government
    review_head: Officer  # approves reviews there
    keeper: Officer  # one of two seal keepers at the discipline commission
    other_keeper: Officer
    stranger: Officer  # does everything, but in 临湖市

    elder: Petitioner  # 廖秀英, seventy, gave her phone and address
    farmer: Petitioner  # 何大山
    neighbour: Petitioner  # 㛃·阿依, a name with a rare character and a middle dot
    company: Petitioner  # an organisation

    def actor(self, officer: Officer, channel: Channel = "web") -> Actor:
        """The officer at their post."""
        return officer.actors(channel=channel)[0]


def village() -> Village:
    """Found the village in an empty database."""
    with REGIONS.open(encoding="utf-8") as file:
        load_regions(csv.DictReader(file))
    organs = _organs()
    return Village(**organs, **_officers(organs), **_petitioners())


def resident_number(born: str, sequence: str) -> str:
    """An identity number of the invented division 990101 with its right check digit."""
    first_17 = f"990101{born}{sequence}"
    return first_17 + id_number.check_digit(first_17)


def _organs() -> dict[str, Organ]:
    def organ(
        name: str, short_name: str, letters: str, kind: str, region: str, superior=None, line=""
    ) -> Organ:
        return Organ.objects.create(
            name=name,
            short_name=short_name,
            letters=letters,
            kind=kind,
            region_id=region,
            superior=superior,
            superior_line=line,
            phone="12345",
            address=f"{short_name}便民服务中心",
            office_hours="工作日 9:00–17:00",
        )

    city = organ("明川市人民政府", "明川市政府", "明政", "government", "9901")
    county = organ("城南县人民政府", "城南县政府", "南政", "government", "990101", city)
    return {
        "city": city,
        "city_office": organ("明川市信访局", "市信访局", "明信", "petition_office", "9901", city),
        "bureau": organ("明川市自然资源局", "市自然资源局", "明自然", "department", "9901", city),
        "discipline": organ("明川市纪委监委", "市纪委监委", "明纪", "discipline", "9901", None, "纪检监察"),
        "county": county,
        "county_office": organ("城南县信访局", "县信访局", "南信", "petition_office", "990101", county),
        "town": organ("安平镇人民政府", "安平镇", "安政", "township", "990101001", county),
        "elsewhere": organ("临湖市信访局", "临湖市信访局", "临信", "petition_office", "9902"),
    }


CAST = {
    "registrar": ("周敏", "city_office", "登记岗", ["register"], Rank.STAFF),
    "triager": ("吴静", "city_office", "甄别岗", ["register", "triage", "archive"], Rank.SECTION_HEAD),
    "supervisor": ("冯岚", "city_office", "督查专员", ["supervise"], Rank.DEPUTY_HEAD),
    "administrator": ("褚平", "city_office", "系统管理员", ["administer"], Rank.STAFF),
    "other_administrator": ("卫宁", "city_office", "安全管理员", ["administer"], Rank.STAFF),
    "leader": ("陈明", "city", "副市长", ["lead"], Rank.DEPUTY_HEAD),
    "county_triager": ("秦川", "county_office", "甄别岗", ["register", "triage"], Rank.SECTION_HEAD),
    "handler": ("赵立新", "town", "信访干事", ["handle", "archive"], Rank.STAFF),
    "head": ("孙国栋", "town", "镇长", ["head", "sign"], Rank.HEAD),
    "second": ("钱文", "town", "副镇长", ["sign"], Rank.DEPUTY_HEAD),
    "bureau_handler": ("杨帆", "bureau", "信访干事", ["handle"], Rank.STAFF),
    "bureau_head": ("朱松", "bureau", "局长", ["head", "sign"], Rank.HEAD),
    "reviewer": ("郑怀远", "county", "复查专员", ["review", "handle"], Rank.SECTION_HEAD),
    "review_head": ("何敬之", "county", "县长", ["head", "sign", "review"], Rank.HEAD),
    "keeper": ("蒋正", "discipline", "密件保管岗", ["seal_keeper", "triage", "handle"], Rank.STAFF),
    "other_keeper": ("沈清", "discipline", "密件保管主任", ["seal_keeper", "head", "sign"], Rank.HEAD),
    "stranger": (
        "韩临",
        "elsewhere",
        "综合岗",
        ["register", "triage", "handle", "sign", "head", "review", "supervise", "archive", "lead"],
        Rank.HEAD,
    ),
}


def _officers(organs: dict[str, Organ]) -> dict[str, Officer]:
    return {part: _officer(part, *told, organs=organs) for part, told in CAST.items()}


def _officer(
    part: str, name: str, organ: str, title: str, duties: list, rank: int, *, organs: dict
) -> Officer:
    officer = Officer.objects.create_user(part, name=name, must_change_password=False)
    post = Post.objects.create(organ=organs[organ], title=title, duties=duties, rank=rank)
    Holding.objects.create(post=post, officer=officer, since_on=SINCE)
    return officer


def _petitioners() -> dict[str, Petitioner]:
    def person(name: str, born: str, sequence: str, phone: str, address: str) -> Petitioner:
        number = resident_number(born, sequence)
        return Petitioner.objects.enter(
            name=name, id_type="resident", id_number=number, phone=phone, address=address
        )

    code = "91990101MA000000A"
    return {
        "elder": person("廖秀英", "19560312", "002", "13800000001", "城南县安平镇石桥村 3 组"),
        "farmer": person("何大山", "19780620", "001", "13800000002", "城南县安平镇柳湾村 1 组"),
        "neighbour": person("㛃·阿依", "19900101", "004", "13800000003", "城南县安平镇石桥村 5 组"),
        "company": Petitioner.objects.enter(
            kind="organisation",
            name="明川市青石茶业有限公司",
            id_type="credit_code",
            id_number=code + credit_code.check_character(code),
            phone="13800000004",
        ),
    }
