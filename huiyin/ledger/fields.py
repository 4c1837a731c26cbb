"""Model fields whose column holds only sealed bytes; reading and writing them is transparent.

The token is bound to `app.Model.field`, so a value copied into another column does not open. NULL stays NULL.
No look-up but `isnull` is possible: keep a blind index beside the field and look that up.
"""

import json
from abc import ABC, abstractmethod
from typing import Any

from django import forms
from django.core.exceptions import FieldError
from django.db import models

from huiyin.ledger.cipher import open_sealed, seal


class _EncryptedField(models.BinaryField, ABC):  # type: ignore[type-arg]
    """A sealed column; subclasses say how their value becomes bytes and back."""

    empty_values = [None, ""]

    @abstractmethod
    def to_plain(self, value: Any) -> bytes:
        """The bytes to seal for a Python value."""

    @abstractmethod
    def from_plain(self, plain: bytes) -> Any:
        """The Python value of opened bytes."""

    @property
    def aad(self) -> str:
        """The name of the place this field's tokens belong to."""
        return f"{self.model._meta.app_label}.{self.model._meta.object_name}.{self.name}"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Seal a value on its way to the database."""
        token = None if value is None else seal(self.to_plain(value), aad=self.aad)
        return super().get_db_prep_value(token, connection, prepared)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """Open a value on its way from the database."""
        return None if value is None else self.from_plain(open_sealed(bytes(value), aad=self.aad))

    def to_python(self, value: Any) -> Any:
        """A value is already in its Python shape."""
        return value

    def get_default(self) -> Any:
        """The declared default, or None: an encrypted field is absent, not empty."""
        return super().get_default() if self.has_default() else None

    def get_lookup(self, lookup_name: str) -> Any:
        """Only `isnull`; a sealed value differs each time it is written, so nothing else can be asked."""
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(
            f"{self.aad} is encrypted and cannot be looked up by {lookup_name}: ask its blind index."
        )

    def get_transform(self, lookup_name: str) -> Any:
        """None is possible."""
        raise FieldError(
            f"{self.aad} is encrypted and cannot be transformed by {lookup_name} in the database."
        )

    def value_to_string(self, obj: models.Model) -> str:
        """Refused: a fixture would hold the value in clear."""
        raise FieldError(f"{self.aad} is encrypted and is not written to fixtures: use huiyin backup.")


class EncryptedTextField(_EncryptedField):
    """Text of any length and any character, NUL included; without a default it is empty, where it may not be NULL."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    def get_default(self) -> Any:
        """The declared default; else nothing, as NULL or as empty text."""
        return super().get_default() if self.has_default() or self.null else ""

    def formfield(self, **kwargs: Any) -> Any:
        """A box to write in."""
        asked: dict[str, Any] = {"widget": forms.Textarea, "strip": False} | kwargs
        return models.Field.formfield(self, form_class=forms.CharField, **asked)

    def to_plain(self, value: str) -> bytes:
        """UTF-8."""
        return str(value).encode()

    def from_plain(self, plain: bytes) -> str:
        """UTF-8."""
        return plain.decode()


class EncryptedJSONField(_EncryptedField):
    """A JSON value; None is NULL."""

    def to_plain(self, value: Any) -> bytes:
        """Compact UTF-8 JSON."""
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    def from_plain(self, plain: bytes) -> Any:
        """The parsed value."""
        return json.loads(plain)


class EncryptedBinaryField(_EncryptedField):
    """Bytes."""

    empty_values = [None, b""]

    def to_plain(self, value: bytes) -> bytes:
        """As they are."""
        return bytes(value)

    def from_plain(self, plain: bytes) -> bytes:
        """As they are."""
        return plain
