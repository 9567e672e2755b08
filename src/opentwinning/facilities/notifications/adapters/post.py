"""Hand a rendered mail to the mail server."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives


def hand_over(  # noqa: PLR0913 - a mail has these parts
    *,
    to: str,
    subject: str,
    text: str,
    html: str,
    message_id: str,
    stop_link: str = "",
    return_to: str = "",
) -> None:
    """Send one mail; raises on refusal. ``subject`` is one line; mail programs offer ``stop_link``
    as their own button and press it for the reader (RFC 8058). ``return_to`` gets the
    reports of mail servers, instead of the sender everybody sees."""
    headers = {"Message-ID": message_id, "Auto-Submitted": "auto-generated"}
    if stop_link:
        headers["List-Unsubscribe"] = f"<{stop_link}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    if return_to:
        headers["From"] = settings.DEFAULT_FROM_EMAIL
    mail = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=text,
        from_email=return_to or None,  # of the envelope
        to=[to],
        headers=headers,
    )
    mail.attach_alternative(html, "text/html")
    mail.send()
