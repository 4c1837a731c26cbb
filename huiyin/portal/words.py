"""帮助、联系、无障碍、个人信息: pages of words, one template per language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from huiyin.matters import upload
from huiyin.portal.draft import KEPT
from huiyin.portal.language import lang
from huiyin.portal.leaf import MOST


@require_safe
def words(request: HttpRequest, page: str) -> HttpResponse:
    """One of the four."""
    told = {"largest": upload.LARGEST // (1024 * 1024), "most": MOST, "kept_days": KEPT.days}
    return render(request, f"portal/words/{page}.{lang()}.html", told)
