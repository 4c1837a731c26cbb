"""撤回 and taking it up again: on a page of its own, for nobody withdraws by a slip of the finger."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from huiyin.people.actor import Actor
from huiyin.portal.acting import asked, on_matter
from huiyin.portal.forms.plain import PlainForm, large, typed_in


class WithdrawalForm(PlainForm):
    """A reason is welcome and not asked for."""

    reason = forms.CharField(label=gettext_lazy("原因"), required=False, strip=False, widget=large(3))
    certain = forms.BooleanField(
        label=gettext_lazy("我想好了，撤回这件事"),
        error_messages={"required": gettext_lazy("想好了，就勾选这一项。没想好，点“上一步”回去。")},
    )


class ReopeningForm(PlainForm):
    """What is new, or why it is taken up again."""

    facts = forms.CharField(
        label=gettext_lazy("为什么重新提出来"),
        strip=False,
        widget=large(4),
        error_messages={"required": gettext_lazy("写一句为什么重新提出来。")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def withdrawal(request: HttpRequest, matter: Any) -> HttpResponse:
    """Take it back."""
    form = WithdrawalForm(typed_in(request)) if request.method == "POST" else WithdrawalForm()
    return asked(
        request,
        form,
        lambda said: matter.withdraw(by=Actor.petitioner(), reason=said["reason"]),
        question=_("撤回这件事"),
        says=_("撤回以后就不办了，期限也停下来。记录还在，想再提，随时可以。谁也不能要求您撤回。"),
        go_words=_("撤回"),
        is_grave=True,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def reopening(request: HttpRequest, matter: Any) -> HttpResponse:
    """Take it up again."""
    form = ReopeningForm(typed_in(request)) if request.method == "POST" else ReopeningForm()
    return asked(
        request,
        form,
        lambda said: matter.reopen(by=Actor.petitioner(), facts=said["facts"]),
        question=_("重新提出来"),
        says=_("案号和查询码都不变，期限重新算起。"),
        go_words=_("重新提出来"),
    )
