"""请人代办: one or two people may speak for the petitioner, until the petitioner ends it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from huiyin.people.actor import Actor
from huiyin.portal.acting import asked, on_matter
from huiyin.portal.forms.plain import PlainForm, large, narrow, typed_in


class AgentForm(PlainForm):
    """Who, how to reach them, and what they may do."""

    name = forms.CharField(
        label=gettext_lazy("代理人姓名"),
        widget=narrow(),
        error_messages={"required": gettext_lazy("写上代理人的姓名。")},
    )
    phone = forms.CharField(
        label=gettext_lazy("代理人电话"),
        widget=narrow(inputmode="tel"),
        error_messages={"required": gettext_lazy("写上找得到他的电话。")},
    )
    mandate = forms.CharField(
        label=gettext_lazy("委托他做什么"),
        help_text=gettext_lazy("比如：代交材料、代收答复、代为申请复查。委托书可以作为材料交上来"),
        strip=False,
        widget=large(3),
        error_messages={"required": gettext_lazy("写一句委托他做什么。")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def agent(request: HttpRequest, matter: Any) -> HttpResponse:
    """Name one."""
    form = AgentForm(typed_in(request)) if request.method == "POST" else AgentForm()
    return asked(
        request,
        form,
        lambda said: matter.name_agent(by=Actor.petitioner(), **said),
        question=_("请人代办"),
        says=_("最多两位，随时可以结束。您自己仍然什么都能做。查询码不用给他，除非您愿意。"),
        go_words=_("委托他"),
    )


@require_POST
@on_matter
def agent_end(request: HttpRequest, matter: Any, pk: Any) -> HttpResponse:
    """End it; ending it twice is ending it."""
    found = matter.agents().filter(pk=pk).first()
    if found is not None:
        matter.end_agency(by=Actor.petitioner(), agency=found)
    return redirect("portal:own-data")
