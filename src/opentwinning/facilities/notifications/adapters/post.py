"""Hand a rendered mail to the mail server."""

from django.core.mail import EmailMultiAlternatives


def hand_over(
    *, to: str, subject: str, text: str, html: str, message_id: str, stop_link: str = ""
) -> None:
    """Send one mail; raises on refusal. ``subject`` is one line; mail programs offer ``stop_link``
    as their own button and press it for the reader (RFC 8058)."""
    headers = {"Message-ID": message_id, "Auto-Submitted": "auto-generated"}
    if stop_link:
        headers["List-Unsubscribe"] = f"<{stop_link}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=text,
        to=[to],
        headers=headers,
    )
    mail.attach_alternative(html, "text/html")
    mail.send()
