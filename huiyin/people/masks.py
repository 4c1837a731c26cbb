"""Masked forms of what identifies a person, for lists, notices and logs."""

from django.utils.translation import gettext as _

KEPT_OF_AN_ORGANISATION = 4


def masked_name(name: str, *, is_person: bool) -> str:
    """A person keeps the first character, an organisation up to four and at most half; no length is shown."""
    if not name:
        return _("匿名")
    kept = 1 if is_person else max(1, min(KEPT_OF_AN_ORGANISATION, len(name) // 2))
    return name[:kept] + ("**" if is_person else "****")


def masked_phone(phone: str) -> str:
    """The first three and last four digits of a long number, the last two of a short one."""
    if len(phone) >= 11:
        return f"{phone[:3]}****{phone[-4:]}"
    return f"****{phone[-2:]}" if len(phone) > 4 else "****" * bool(phone)


def masked_id(number: str) -> str:
    """The last four characters of a document number."""
    return f"****{number[-4:]}" if number else ""
