"""One version of a policy, to be read: its words, its days, where all of it stands, and its other versions."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from huiyin.desk.door import officer_only
from huiyin.desk.frame import page
from huiyin.matters.policy import PolicyVersion


@officer_only
def policy(request: Any, pk: Any) -> HttpResponse:
    """The page, for every officer: a policy is no secret."""
    version = get_object_or_404(PolicyVersion.objects.select_related("policy"), pk=pk)
    others = version.policy.versions.exclude(pk=version.pk)
    return page(request, "desk/policy.html", {"version": version, "others": others})
