"""The public's addresses."""

from django.urls import path

from huiyin.portal import (
    check,
    clocks,
    delivery,
    display,
    document,
    file,
    matter,
    question,
    rating,
    receipt,
    report,
    review,
    start,
    supplement,
    track,
    transcript,
    withdrawal,
    words,
)

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
    path("report/", report.report, name="report"),
    path("report/receipt/", report.receipt, name="report_receipt"),
    path("report/leave/", report.leave, name="report_leave"),
    path("track/", track.track, name="track"),
    path("track/leave/", track.leave, name="leave"),
    path("track/matter/", matter.matter, name="matter"),
    path("track/matter/clocks/", clocks.clocks, name="clocks"),
    path("track/matter/supplement/", supplement.supplement, name="supplement"),
    path("track/matter/question/", question.question, name="question"),
    path("track/matter/withdrawal/", withdrawal.withdrawal, name="withdrawal"),
    path("track/matter/reopening/", withdrawal.reopening, name="reopening"),
    path("track/matter/rating/", rating.rating, name="rating"),
    path("track/matter/review/", review.review, name="review"),
    path("track/matter/delivery/", delivery.delivery, name="delivery"),
    path("track/matter/transcript/", transcript.transcript, name="transcript"),
    path("track/matter/document/<uuid:id>/", document.document, name="document"),
    path("help/", words.words, {"page": "help"}, name="help"),
    path("contact/", words.words, {"page": "contact"}, name="contact"),
    path("accessibility/", words.words, {"page": "accessibility"}, name="accessibility"),
    path("privacy/", words.words, {"page": "privacy"}, name="privacy"),
]
