"""Hand a rendered mail to the mail server."""

from django.core.mail import EmailMultiAlternatives


def hand_over(*, to: str, subject: str, text: str, html: str, message_id: str) -> None:
    """Send one mail; raises on refusal. ``subject`` is one line."""
    mail = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=text,
        to=[to],
        headers={"Message-ID": message_id, "Auto-Submitted": "auto-generated"},
    )
    mail.attach_alternative(html, "text/html")
    mail.send()
