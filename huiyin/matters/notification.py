"""Notification 告知 (Art. 23): the organ tells in writing that it received, which way each request goes, and how."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.matters.act import Act, act
from huiyin.matters.deed import Deed

ROUTES = [
    ("L1", _("诉讼、行政复议、检察或公安程序")),
    ("L2", _("仲裁")),
    ("L3", _("党员申诉、复审")),
    ("L4", _("行政裁决、确认、许可、处罚等程序")),
    ("L5", _("申请查处违法行为或履行保护职责")),
    ("L6", _("信访程序，书面答复")),
]


class Notification(Act):
    """The way that the requests go, by Art. 31."""

    asks = ("route", "procedure")

    matter = models.ForeignKey("matters.Matter", models.PROTECT, related_name="notifications")
    route = models.CharField(_("处理途径（第31条）"), max_length=2, choices=ROUTES)
    procedure = EncryptedTextField(
        _("接下来怎么办"), help_text=_("写给信访人看：谁来办、走什么程序、要准备什么")
    )


class Notifiable:
    """The organ can tell which way a matter goes."""

    @act("notify", Notification)
    def notify(self: Any, deed: Deed, *, route: str, procedure: str) -> Notification:
        """Tell receipt, route and procedure; the organ's right to object is over with it."""
        self.requests.update(route=route)
        return Notification(matter=self, route=route, procedure=procedure)
