"""A field that holds some of a fixed set of choices, each at most once."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class Several(models.JSONField):
    """A JSON list of codes of the choices `of`."""

    default_error_messages = {"unknown": _("没有“%(one)s”这一项，请从列表里选。")}

    def __init__(self, *args: Any, of: type[models.TextChoices] | None = None, **kwargs: Any) -> None:
        self.of = of
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Each of them known, none twice, and at least one unless it may be blank."""
        super().validate(value, model_instance)
        known: list[str] = self.of.values if self.of else []
        for place, one in enumerate(value):
            if one not in known or one in value[:place]:
                raise ValidationError(self.error_messages["unknown"], code="unknown", params={"one": one})

    def formfield(self, **kwargs: Any) -> Any:
        """A box to tick for each of them."""
        boxes = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=self.of.choices if self.of else (), widget=boxes, **kwargs)

    def said(self, value: list[str]) -> str:
        """The choices in words, in the order in which they were made."""
        return "、".join(str(self.of(one).label) for one in value if self.of and one in self.of.values)
