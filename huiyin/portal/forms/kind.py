"""您要办什么: which way in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from huiyin.portal.forms.plain import PlainForm

KINDS = [
    ("claim", _("请求解决一件事")),
    ("suggestion", _("提意见、提建议")),
    ("letter", _("交一封手写的信，拍照就行")),
    ("report", _("检举、控告，走单独的保密通道")),
    ("again", _("这件事反映过了，想查办理进度")),
]


class KindForm(PlainForm):
    """What somebody has come for."""

    kind = forms.ChoiceField(
        label=_("您要办什么"),
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("选一项您要办的事。"), "invalid_choice": _("选一项您要办的事。")},
    )
