"""What a unit does to answer: find the facts, draft, sign, deliver, carry out, close, put away."""

from datetime import timedelta
from typing import Any

from huiyin.config.demo_city.scene import Scene, plays_as
from huiyin.matters.clock import Clock

METHODS = {"in_person": "in_person", "mail": "post", "electronic": "electronic", "left_with_witness": "left"}
KEEPING = {"permanent": "permanent", "30y": "thirty_years", "10y": "ten_years"}


@plays_as("investigate")
def investigate(scene: Scene, *, plan: str, handler: str) -> None:
    """调查核实: the organ's own date stands before the legal one; another handler than who accepted is named."""
    clock = Clock.objects.running().get(matter=scene.matter, term="handling")
    margin = timedelta(days=scene.matter.law.limits["internal-margin"].value)
    scene.do("investigate", plan=plan, due_on=max(clock.due_on - margin, scene.at.date()))
    _hand_to(scene, handler)


@plays_as("draft")
def draft(scene: Scene, *, answers: list[dict[str, Any]]) -> None:
    """拟写处理意见: the files answer the requests in their order."""
    requests = scene.matter.requests.order_by("position")
    pairs = zip(requests, answers, strict=True)
    scene.do("draft", answers=[{**answer, "request": str(request.pk)} for request, answer in pairs])


@plays_as("send_back")
def send_back(scene: Scene, *, points: str) -> None:
    """退回修改."""
    scene.do("send_back", points=points)


@plays_as("sign")
def sign(scene: Scene) -> None:
    """签发."""
    scene.do("sign")


@plays_as("attempt_delivery")
def attempt_delivery(scene: Scene, *, method: str, note: str = "") -> None:
    """送达（一次）."""
    scene.do("attempt_delivery", method=METHODS[method], evidence=note)


@plays_as("deliver")
def deliver(scene: Scene, *, method: str, proof: str) -> None:
    """送达完成, to everybody to whom it is owed."""
    for owed in scene.matter.deliveries.filter(review=None, completed_on=None).select_related("party"):
        scene.do("deliver", party=owed.party, method=METHODS[method], evidence=proof)


@plays_as("begin_execution")
def begin_execution(scene: Scene, *, due_on: str, what: str) -> None:
    """开始落实: dates come from the opinion; what is to be done is noted."""
    scene.do("begin_execution", organ=scene.by.organ)
    scene.do("note", words=f"落实安排：{what}，{due_on}前完成")


@plays_as("finish_execution")
def finish_execution(scene: Scene, *, evidence: str) -> None:
    """落实完成, of every supported request."""
    for execution in scene.matter.executions.filter(done_on=None).order_by("pk"):
        scene.do("finish_execution", execution=execution, evidence=evidence)


@plays_as("close")
def close(scene: Scene, *, outcome: str, cause: list[str], summary: str, approve_by: str) -> None:
    """办结; `outcome` waits in the files for the question that will ask it."""
    scene.do("close", causes=cause, note=summary, approve_by=approve_by)


@plays_as("archive")
def archive(scene: Scene, *, retention: str) -> None:
    """归档."""
    scene.do("archive", keeping=KEEPING[retention])


def _hand_to(scene: Scene, username: str) -> None:
    """Name the officer's own post where somebody else's accepted."""
    handled = scene.matter.lead.handler
    officer = scene.cast.officers[username]
    posts = [each.post for each in officer.current_holdings(scene.at.date()) if "handle" in each.post.duties]
    if posts and handled not in posts:
        scene.do("designate", handler=posts[0])
