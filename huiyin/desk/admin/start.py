"""The first page of the admin pages."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from huiyin.desk.door import with_duty
from huiyin.people.duty import Duty


@with_duty(Duty.ADMINISTER)
def admin(request: Any) -> HttpResponse:
    """To the organs."""
    return redirect("desk:admin-organs")
