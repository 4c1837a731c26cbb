"""Reviews: asked for, decided and delivered, the first (复查) and the final one (复核)."""

from typing import Any

from huiyin.config.demo_city.plays.answering import METHODS
from huiyin.config.demo_city.scene import Scene, plays_as
from huiyin.matters.review import Review

RESULTS = {"upheld": "upheld", "varied": "changed", "revoked": "revoked"}
ASKING = {1: "request_review", 2: "request_final_review"}
DECIDING = {1: "decide_review", 2: "decide_final_review"}
DELIVERING = {1: "deliver_review", 2: "deliver_final_review"}


@plays_as("request_review")
def request_review(scene: Scene, *, level: int, reason: str, to: str) -> None:
    """申请复查、复核, by the first of the petitioners; the files name the authority that the rules must find."""
    if level == 1:
        party = scene.matter.parties.order_by("pk").first()
        row = scene.do("request_review", party=party, disputed=reason)
    else:
        row = _do(scene, ASKING[level], _review(scene, 1), disputed=reason)
    if row.review.organ != scene.organ(to):
        raise ValueError(f"{scene.petition['key']}: reviewed by {row.review.organ}, not by {to}")


@plays_as("decide_review")
def decide_review(scene: Scene, *, level: int, result: str, facts: str, reasons: str, basis: str) -> None:
    """作出复查、复核意见."""
    decision = {"result": RESULTS[result], "facts": facts, "reasons": reasons, "basis": basis}
    _do(scene, DECIDING[level], _review(scene, level), **decision)


@plays_as("deliver_review")
def deliver_review(scene: Scene, *, level: int, method: str, proof: str) -> None:
    """送达复查、复核意见."""
    _do(scene, DELIVERING[level], _review(scene, level), method=METHODS[method], evidence=proof)


def _review(scene: Scene, level: int) -> Review:
    review: Review = scene.matter.reviews.get(level=level)
    return review


def _do(scene: Scene, act: str, review: Review, **asked: Any) -> Any:
    return getattr(review, act)(by=scene.by, at=scene.at, **asked)
