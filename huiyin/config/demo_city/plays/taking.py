"""What a unit does with a matter that was passed to it: object, tell, accept, or show the way that the law provides."""

from datetime import date

from huiyin.config.demo_city.scene import Scene, plays_as

PETITION_PROCEDURE = "L6"
PROCEDURES = {
    "L6": "按信访程序办理：由{post}负责，调查清楚后逐项书面答复您。",
    "other": "这件事法律规定了专门的途径，由{post}负责，接着会书面写明找谁、凭什么、最晚哪天。",
    "suggestion": "作为建议办理：由{post}研究，采纳不采纳都会写明理由答复您。",
}


@plays_as("object")
def object_(scene: Scene, *, reason: str, suggests: str) -> None:
    """提出异议."""
    scene.do("object", reason=reason, suggested=scene.organ(suggests))


@plays_as("notify")
def notify(scene: Scene, *, route: str = "", note: str = "") -> None:
    """告知: which way it goes, and who does what next; a suggestion goes no way but ours."""
    kind = "suggestion" if not route else (route if route in PROCEDURES else "other")
    procedure = PROCEDURES[kind].format(post=scene.by.post)
    scene.do("notify", route=route or PETITION_PROCEDURE, procedure=procedure + note)


@plays_as("accept")
def accept(scene: Scene) -> None:
    """受理: whoever accepts handles it."""
    scene.do("accept", handler=scene.by.post)


@plays_as("route_out")
def route_out(scene: Scene, *, body: str, basis: str, act_by: str, time_bar: str, explanation: str) -> None:
    """导入其他途径, as the notice named it."""
    told = scene.matter.notifications.latest("number")
    scene.do(
        "route_out",
        route=told.route,
        body=body,
        basis=basis,
        act_by=date.fromisoformat(act_by),
        materials=f"{explanation}期限：{time_bar}。",
    )


@plays_as("answer_suggestion")
def answer_suggestion(scene: Scene, *, adopted: str, text: str) -> None:
    """回复建议."""
    scene.do("answer_suggestion", adopted=adopted, reply=text)
