"""Kind: what a matter is in law (Art. 29–31)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a matter is in law (Art. 29–31), known after triage."""

    APPEAL_CLAIM = "appeal_claim", _("申诉求决")
    SUGGESTION = "suggestion", _("建议意见")
    ACCUSATION = "accusation", _("检举控告")
    JUDICIAL = "judicial", _("涉法涉诉")
    INQUIRY = "inquiry", _("咨询感谢")
