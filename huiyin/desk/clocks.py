"""这些日子怎么算的: every legal date of a matter, with the days it was counted from."""

from typing import Any

from django.http import HttpResponse

from huiyin.desk.door import officer_only
from huiyin.desk.finding import address_of, matter_or_404, ref_of
from huiyin.desk.frame import page
from huiyin.matters.reckoning import counted_by, reckonings


@officer_only
def clocks(request: Any, ref: str) -> HttpResponse:
    """The page."""
    matter = matter_or_404(request, ref)
    told = {"rows": reckonings(matter), "rules": counted_by(matter)}
    here = {"number": ref_of(matter), "up_url": address_of(matter)}
    return page(request, "desk/clocks.html", told | here)
