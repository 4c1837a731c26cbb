"""What petitioners do themselves: ask, rate, say what they think, take it back."""

from huiyin.config.demo_city.scene import Scene, plays_as

GRADES = {"satisfied": "satisfied", "basically_satisfied": "fairly", "dissatisfied": "not"}


@plays_as("ask")
def ask(scene: Scene, *, text: str) -> None:
    """问一句."""
    scene.do("ask", words=text)


@plays_as("rate")
def rate(scene: Scene, *, unit: str, office: str, words: str) -> None:
    """评价."""
    scene.do("rate", organ=GRADES[unit], office=GRADES[office], words=words)


@plays_as("state_view")
def state_view(scene: Scene, *, agrees: bool, words: str) -> None:
    """表达意见."""
    scene.do("state_view", agrees=agrees, words=words)


@plays_as("supplement")
def supplement(scene: Scene, *, text: str) -> None:
    """补充材料."""
    scene.do("supplement", text=text)


@plays_as("withdraw")
def withdraw(scene: Scene, *, reason: str) -> None:
    """撤回."""
    scene.do("withdraw", reason=reason)
