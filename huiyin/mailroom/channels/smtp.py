"""The e-mail channel: a real SMTP server by HUIYIN_SMTP_URL, smtp://user:password@host:587/?from=office@example.gov.cn

`smtp` upgrades to TLS where a user name is given, or with `?tls=starttls`; `smtps` speaks TLS from the first byte.
The Message-ID is made from the reference, so that a message sent twice is recognised.
"""

import smtplib
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from huiyin.mailroom.channels.envelope import Envelope, Outcome, Permanent, Sent, Temporary

TIMEOUT = 30  # seconds
PERMANENT = range(500, 600)


class Smtp:
    """One SMTP server."""

    def __init__(self, url: str) -> None:
        parts, asked = (
            urlsplit(url),
            {name: values[-1] for name, values in parse_qs(urlsplit(url).query).items()},
        )
        self.host = parts.hostname or "localhost"
        self.sender = asked.get("from", f"huiyin@{self.host}")
        self.backend = EmailBackend(
            host=self.host,
            port=parts.port or (465 if parts.scheme == "smtps" else 25),
            username=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            use_ssl=parts.scheme == "smtps",
            use_tls=parts.scheme == "smtp" and (bool(parts.username) or asked.get("tls") == "starttls"),
            timeout=TIMEOUT,
        )

    def send(self, envelope: Envelope) -> Outcome:
        """Hand it over; only a refusal of this address or this message is final."""
        try:
            self.backend.send_messages([self._message(envelope)])
        except smtplib.SMTPRecipientsRefused as refused:
            code = max((code for code, _ in refused.recipients.values()), default=450)
            return _refusal(code)
        except smtplib.SMTPDataError as refused:
            return _refusal(refused.smtp_code)
        except (OSError, smtplib.SMTPException) as error:
            return Temporary(f"smtp: {type(error).__name__}")
        return Sent()

    def _message(self, envelope: Envelope) -> EmailMessage:
        domain = self.sender.rpartition("@")[2]
        return EmailMessage(
            subject=envelope.subject,
            body=envelope.text,
            from_email=self.sender,
            to=[envelope.address],
            headers={"Message-ID": f"<{envelope.reference}@{domain}>", "Auto-Submitted": "auto-generated"},
        )


def _refusal(code: int) -> Outcome:
    return Permanent(f"smtp: {code}") if code in PERMANENT else Temporary(f"smtp: {code}")
