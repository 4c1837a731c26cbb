"""The cast of the demo city: its regions, organs, posts and officers, and who sat at which post on which day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from huiyin.config.demo_city import content, secret
from huiyin.people.actor import Actor
from huiyin.people.holding import Holding
from huiyin.people.officer import Officer
from huiyin.people.organ import Organ
from huiyin.people.post import Post
from huiyin.people.region_rows import load_regions, short_code

ACTING_FIRST = ("acting", "holder")


@dataclass(frozen=True)
class Cast:
    """Everybody by the keys of the files."""

    organs: dict[str, Organ]
    posts: dict[str, Post]
    officers: dict[str, Officer]
    holdings: list[Holding]

    def actor(self, key: str, at: datetime) -> Actor:
        """Who acts for a post at a time: whoever stands in for its holder, else the holder."""
        if key == "petitioner":
            return Actor.petitioner("demo")
        on, post = at.date(), self.posts[key]
        held = [
            each
            for each in self.holdings
            if each.post_id == post.pk
            and each.capacity in ACTING_FIRST
            and each.since_on <= on <= (each.until_on or date.max)
        ]
        first = min(held, key=lambda each: ACTING_FIRST.index(each.capacity))
        return Actor(post, first.officer, first.capacity, "demo")


def founded(seed: int) -> Cast:
    """Found the city in an empty database."""
    load_regions(content.read("city.toml")["regions"])
    organs = _organs()
    people = content.read("posts.toml")
    posts = {row["key"]: _post(row, organs) for row in people["posts"]}
    officers = {row["username"]: _officer(row, seed) for row in people["officers"]}
    Post.objects.bulk_create(posts.values())
    Officer.objects.bulk_create(officers.values())
    holdings = [_holding(row, posts, officers) for row in people["holdings"]]
    Holding.objects.bulk_create(holdings)
    return Cast(organs, posts, officers, holdings)


def _organs() -> dict[str, Organ]:
    found: dict[str, Organ] = {}
    for row in content.read("city.toml")["organs"]:
        found[row["key"]] = Organ.objects.create(
            name=row["name"],
            short_name=row["short_name"],
            letters=row["letters"],
            kind=row["kind"],
            region_id=short_code(row["region"]),
            superior=found[row["superior"]] if row["superior"] else None,
            phone=row["phone"],
            address=row["address"],
            office_hours=row["hours"],
        )
    return found


def _post(row: dict[str, Any], organs: dict[str, Organ]) -> Post:
    return Post(organ=organs[row["organ"]], title=row["title"], duties=row["duties"], rank=row["rank"])


def _officer(row: dict[str, Any], seed: int) -> Officer:
    username = row["username"]
    return Officer(
        username=username,
        name=row["name"],
        must_change_password=False,
        password=secret.hashed(seed, username),
        second_factor=secret.second_factor(seed, username),
    )


def _holding(row: dict[str, Any], posts: dict[str, Post], officers: dict[str, Officer]) -> Holding:
    return Holding(
        post=posts[row["post"]],
        officer=officers[row["officer"]],
        capacity=row["capacity"],
        since_on=date.fromisoformat(row["since"]),
        until_on=date.fromisoformat(row["until"]) if "until" in row else None,
    )
