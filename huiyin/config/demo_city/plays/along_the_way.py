"""What may happen at any time: more days, a note, an answer to a question, an instruction, a recusal, a standstill."""

from datetime import date

from huiyin.config.demo_city.scene import Scene, plays_as


@plays_as("extend")
def extend(scene: Scene, *, days: int, reason: str, approve_by: str) -> None:
    """延期."""
    scene.do("extend", days=days, reason=reason, approve_by=approve_by)


@plays_as("note")
def note(scene: Scene, *, text: str) -> None:
    """内部备注."""
    scene.do("note", words=text)


@plays_as("answer_question")
def answer_question(scene: Scene, *, text: str) -> None:
    """回答最近一个没有回答的提问."""
    question = scene.matter.questions.filter(answered_on=None).latest("number")
    scene.do("answer_question", question=question, words=text)


@plays_as("instruct")
def instruct(scene: Scene, *, text: str, due_on: str) -> None:
    """批示."""
    scene.do("instruct", words=text, due_on=date.fromisoformat(due_on))


@plays_as("recuse")
def recuse(scene: Scene, *, officer: str, reason: str) -> None:
    """回避."""
    scene.do("recuse", officer=scene.cast.officers[officer], reason=reason)


@plays_as("suspend")
def suspend(scene: Scene, *, reason_code: str, reason: str, until: str) -> None:
    """中止."""
    scene.do("suspend", reason_code=reason_code, reason=f"{reason}，到{until}为止")


@plays_as("correct")
def correct(scene: Scene, *, old: str, new: str, reason: str) -> None:
    """更正: the words that were heard wrongly, wherever they stand."""
    title, text = (words.replace(old, new) for words in (scene.matter.title, scene.matter.text))
    scene.do("correct", title=title, text=text, reason=reason)


@plays_as("reopen")
def reopen(scene: Scene, *, facts: str) -> None:
    """重新办理."""
    scene.do("reopen", facts=facts)
