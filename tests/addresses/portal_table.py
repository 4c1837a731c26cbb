"""The addresses of the public: everybody is let in, and a visit only to its own matter."""

from tests.addresses.kinds import EVERYBODY, NOWHERE, VISITORS, Address, _steps, one, page

REDIRECTS = frozenset({200, 302})
POSTED = page(EVERYBODY, 405)
VISIT = page(
    VISITORS, 200, 302, refusals=frozenset({404, 405, 403})
)  # 403 asks for the code again, keeping the words

PORTAL = {
    **dict.fromkeys(
        ("portal:start", "portal:help", "portal:contact", "portal:accessibility", "portal:privacy"), page()
    ),
    "portal:track": page(),
    "portal:report": page(),
    "portal:display": POSTED,
    "portal:leave": POSTED,
    "portal:report_leave": POSTED,
    "portal:file": page(EVERYBODY, 302),
    "portal:check": page(EVERYBODY, 302),
    "portal:receipt": page(EVERYBODY, 302),
    "portal:receipt_pdf": page(EVERYBODY, 404),
    "portal:report_receipt": page(EVERYBODY, 302),
    "portal:step": Address(EVERYBODY, _steps, answers=REDIRECTS),
    **dict.fromkeys(
        ("portal:keep", "portal:later", "portal:files"),
        Address(EVERYBODY, _steps, answers=frozenset({405})),
    ),
    **dict.fromkeys(
        (
            "portal:matter",
            "portal:clocks",
            "portal:supplement",
            "portal:question",
            "portal:clarification",
            "portal:withdrawal",
            "portal:reopening",
            "portal:rating",
            "portal:review",
            "portal:delivery",
            "portal:transcript",
            "portal:recusal",
            "portal:conduct",
            "portal:agent",
            "portal:own-data",
            "portal:own-data-file",
            "portal:contact-correction",
            "portal:unlinking",
        ),
        VISIT,
    ),
    "portal:agent-end": Address(
        VISITORS,
        lambda world, thing: [{"pk": NOWHERE}],
        answers=frozenset({302, 405}),
        refusals=frozenset({403, 404, 405}),
    ),
    "portal:document": Address(
        VISITORS,
        one(id="opinion"),
        of_thing=True,
        let_in=lambda thing: frozenset({"other" if thing.seen_by == {"stranger"} else "holder"}),
    ),
    "portal:other": POSTED,
}
