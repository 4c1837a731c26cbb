"""The page of a draft: one group of boxes per request, so that no request is left without its answer (Art. 32)."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.desk.citing import boxes
from huiyin.desk.words import Worded
from huiyin.matters import citing
from huiyin.matters.draft import Draft, Opinion

BOXES = {
    "facts": (gettext_lazy("查明的事实"), gettext_lazy("查到了什么，从哪里查到的")),
    "reasons": (gettext_lazy("理由"), gettext_lazy("为什么这样答复")),
    "basis": (gettext_lazy("依据"), gettext_lazy("哪部法律、政策的哪一条")),
    "plan": (gettext_lazy("怎么落实"), gettext_lazy("支持的才填：谁来做、做什么")),
}


class AnswersForm(Worded):
    """For every request: opinion, facts, reasons, basis, and where it is supported, the plan and its day."""

    def __init__(self, *args: Any, subject: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subject = subject
        self.requests = list(subject.requests.all())
        self.versions = citing.offered(subject, timezone.localdate())
        for request in self.requests:
            self._ask(request)
        self.parts = [str(one.opened.organ) for one in subject.open_assistances()]
        if self.parts:
            self._ask_despite()

    def _ask_despite(self) -> None:
        column: Any = Draft._meta.get_field("despite")
        self.fields["despite"] = forms.CharField(
            label=column.verbose_name,
            help_text=_("信访人会读到"),
            error_messages={"required": _("还有协办没有完，写明为什么不等它。")},
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def _ask(self, request: Any) -> None:
        prefix = f"r{request.position}"
        self.fields[f"{prefix}_opinion"] = forms.ChoiceField(
            label=_("意见"), choices=Opinion.choices, widget=forms.RadioSelect
        )
        for name, (label, hint) in BOXES.items():
            if name == "plan":
                chosen = boxes(self.subject, self.versions)
                self.fields |= {f"{prefix}_{box}": field for box, field in chosen.items()}
            self.fields[f"{prefix}_{name}"] = forms.CharField(
                label=label,
                help_text=hint,
                required=name != "plan",
                widget=forms.Textarea(attrs={"rows": 3 if name != "basis" else 2}),
            )
        self.fields[f"{prefix}_execute_by"] = forms.DateField(
            label=_("哪天前落实"),
            required=False,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        )

    def groups(self) -> list[dict[str, Any]]:
        """The fields of each request under its words, and under who still assists, why that is not waited for."""
        asked = [
            {
                "legend": _("诉求 %(n)d：%(text)s") % {"n": request.position, "text": request.text},
                "fields": [self[name] for name in self.fields if name.startswith(f"r{request.position}_")],
            }
            for request in self.requests
        ]
        waiting = {"legend": _("协办还没有完：%(organs)s") % {"organs": "、".join(self.parts)}}
        return [*asked, waiting | {"fields": [self["despite"]]}] if self.parts else asked

    def asked(self) -> dict[str, Any]:
        """What the verb takes."""
        answers = [self._answer(request) for request in self.requests]
        return {"answers": answers, "despite": self.cleaned_data.get("despite", "")}

    def _answer(self, request: Any) -> dict[str, Any]:
        prefix = f"r{request.position}_"
        said = {
            name.removeprefix(prefix): str(value) if isinstance(value, date) else value
            for name, value in self.cleaned_data.items()
            if name.startswith(prefix) and value
        }
        return {"request": str(request.pk)} | said


def written_before(subject: Any) -> dict[str, Any]:
    """The latest draft of this matter, as the form's beginning: after a sending back it is mended, not retyped."""
    draft = subject.drafts.order_by("number").last()
    if draft is None:
        return {}
    positions = {str(request.pk): request.position for request in subject.requests.all()}
    return {
        f"r{positions[answer['request']]}_{name}": value
        for answer in draft.answers
        if answer["request"] in positions
        for name, value in answer.items()
        if name != "request"
    }
