"""What the jobs are measured against: a bare view with one indexed SELECT, on the same server and connection."""

from django.http import HttpRequest, HttpResponse

from huiyin.matters.numbering import Series


def reference(request: HttpRequest) -> HttpResponse:
    """One row by its key, as plain text."""
    return HttpResponse(
        str(Series.objects.values_list("last", flat=True).get(pk=1)), content_type="text/plain"
    )
