"""Duties 职责: what a post is there for, and therefore what its holder may do."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class Duty(models.TextChoices):
    """One thing a post may do."""

    REGISTER = "register", _("登记")
    TRIAGE = "triage", _("甄别")
    HANDLE = "handle", _("承办")
    SIGN = "sign", _("签发")
    HEAD = "head", _("单位负责")
    REVIEW = "review", _("复查复核")
    SUPERVISE = "supervise", _("督查")
    ARCHIVE = "archive", _("归档")
    ADMINISTER = "administer", _("系统管理")
    SEAL_KEEPER = "seal_keeper", _("密件保管")
    LEAD = "lead", _("领导接访包案")


DECIDING = frozenset({Duty.SIGN, Duty.HEAD, Duty.REVIEW, Duty.ADMINISTER, Duty.SEAL_KEEPER, Duty.LEAD})
"""Duties that only a holder or an acting officer carries: an assistant prepares, and never decides."""


def require_duties(duties: object) -> None:
    """Refuse anything but a list of known duties, each once; raises ValidationError."""
    if not isinstance(duties, list) or len(set(duties)) != len(duties):
        raise ValidationError(_("职责是一个列表，每项写一次。"))
    unknown = sorted(set(duties) - set(Duty.values))
    if unknown:
        raise ValidationError(_("没有“%(duty)s”这项职责，请从列表里选。"), params={"duty": unknown[0]})
