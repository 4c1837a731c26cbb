"""The public's addresses."""

from django.urls import path

from huiyin.portal import check, display, file, receipt, start, track

app_name = "portal"

urlpatterns = [
    path("", start.start, name="start"),
    path("display/", display.display, name="display"),
    path("file/", file.begin, name="file"),
    path("file/check/", check.check, name="check"),
    path("file/receipt/", receipt.receipt, name="receipt"),
    path("file/receipt.pdf", receipt.receipt_pdf, name="receipt_pdf"),
    path("file/<slug:step>/", file.step, name="step"),
    path("file/<slug:step>/kept/", file.keep, name="keep"),
    path("file/<slug:step>/later/", file.later, name="later"),
    path("file/<slug:step>/files/", file.files, name="files"),
    path("track/", track.track, name="track"),
    path("track/leave/", track.leave, name="leave"),
]
