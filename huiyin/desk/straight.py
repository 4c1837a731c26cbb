"""Acts that need no check step, for they change no date and issue no paper; and forms that take files."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from huiyin.desk.words import Worded
from huiyin.matters import upload

ACTS = frozenset({
    "note", "supplement", "answer_question", "ask_clarification", "clarify", "state_view", "designate",
})  # fmt: skip


class Files(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Pieces of material, each opened and measured before it is kept."""

    widget = Files(attrs={"multiple": True, "accept": upload.ACCEPT})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The checked pieces."""
        files = data if isinstance(data, list | tuple) else [data] if data else []
        return [self._checked(super(FilesField, self).clean(file, initial)) for file in files]

    def _checked(self, file: Any) -> Any:
        try:
            return upload.check(file.name, file.read(), file.size)
        except upload.UploadRefused as refused:
            raise forms.ValidationError(refused.sentence) from refused


class SupplementForm(Worded):
    """Words and papers to add."""

    text = forms.CharField(
        label=_("补充说明"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    files = FilesField(
        label=_("材料"), required=False, help_text=_("照片、PDF、Word、Excel、录音，每个不超过 20 MB")
    )

    def clean(self) -> dict[str, Any]:
        """Something has to be added."""
        if (
            not self.errors
            and not self.cleaned_data.get("text", "").strip()
            and not self.cleaned_data.get("files")
        ):
            raise forms.ValidationError(_("写一句，或选一个文件。"))
        return self.cleaned_data

    def asked(self) -> dict[str, Any]:
        """What the verb takes."""
        return {"text": self.cleaned_data["text"], "attachments": tuple(self.cleaned_data["files"])}


FORMS: dict[str, type[Worded]] = {"supplement": SupplementForm}
