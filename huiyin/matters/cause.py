"""Cause 信访原因: what made people petition. The organ says it at closing, and the petitioner apart from it."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from huiyin.matters.draft import Opinion
from huiyin.matters.errors import NotAllowed


class Cause(models.TextChoices):
    """Five causes, none of them about who petitions; codes as DOMAIN §5.3 has them."""

    PERCEIVED_IMBALANCE = "perceived_imbalance", gettext_lazy("和别人相比，觉得不公平")
    POLICY_GAP = "policy_gap", gettext_lazy("政策没有讲清，或者没有落实到位")
    HISTORICAL_ENTANGLED = "historical_entangled", gettext_lazy("旧账、旧证、旧承诺没有了结")
    OFFICIAL_MISHANDLING = "official_mishandling", gettext_lazy("该办没办、拖延、程序不全或态度不好")
    DISTRUST_OF_UNIT = "distrust_of_unit", gettext_lazy("不放心办理单位，想有第三方看")


def require_compared(matter: Any, causes: list[str], comparison: str) -> None:
    """Raise NotAllowed where a no rests on a felt unfairness alone and nobody compared like cases (S034)."""
    refused = any(answer["opinion"] == Opinion.NOT_SUPPORTED for answer in matter.signed_answers())
    if refused and set(causes) == {Cause.PERCEIVED_IMBALANCE} and not comparison.strip():
        raise NotAllowed(
            _("原因只是“觉得不公平”、又不予支持的，要写和哪几件同类事项比过、结果怎样。"), field="comparison"
        )
