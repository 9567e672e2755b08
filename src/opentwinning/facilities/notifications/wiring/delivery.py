"""The job that sends one mail. The state is committed before the server sees the mail, so a worker
killed in between never sends it twice; a refusal by the server is tried again by the job."""

import datetime as dt
from smtplib import SMTPRecipientsRefused, SMTPSenderRefused
from typing import Any

from django.conf import settings
from django.template import Context, Engine
from django.template.loader import render_to_string
from django.utils.translation import override, pgettext

from opentwinning.core.clock import now
from opentwinning.core.notices import KINDS, in_words, reader
from opentwinning.core.permits import permit
from opentwinning.core.reach import opens_for
from opentwinning.core.work import job
from opentwinning.facilities.notifications.actions import send_digests, settle_uncertain
from opentwinning.facilities.notifications.adapters.bounces import return_address
from opentwinning.facilities.notifications.adapters.post import hand_over
from opentwinning.facilities.notifications.models import BouncedAddress, Mail, MailHabits, Notice
from opentwinning.facilities.notifications.queries import has_bounced, stop_token
from opentwinning.facilities.notifications.vocabulary import MailPace, MailState


@job("notifications.mail")
def send_mail(payload: dict[str, Any]) -> None:
    """Send one queued mail, once."""
    mail = Mail.objects.filter(pk=payload["mail"], state=MailState.QUEUED).first()
    if mail is None:
        return
    if not _is_wanted(mail):
        with permit("notifications"):
            Mail.objects.filter(pk=mail.pk).update(state=MailState.WITHDRAWN, facts={})
        return
    subject, text, html = rendered(mail)
    with permit("notifications"):
        if not Mail.objects.filter(pk=mail.pk, state=MailState.QUEUED).update(
            state=MailState.HANDING_OVER
        ):
            return
        try:
            hand_over(
                to=mail.to_address,
                subject=subject,
                text=text,
                html=html,
                message_id=mail.message_id,
                stop_link=stop_link(mail),
                return_to=return_address(mail.pk),
            )
        except (SMTPRecipientsRefused, SMTPSenderRefused) as refusal:
            Mail.objects.filter(pk=mail.pk).update(
                state=MailState.REFUSED, problem=str(refusal)[:300]
            )
        except OSError:
            # The server was out of reach: nothing was handed over, the job tries again.
            Mail.objects.filter(pk=mail.pk).update(state=MailState.QUEUED)
            raise
        else:
            Mail.objects.filter(pk=mail.pk).update(state=MailState.SENT, sent_at=now(), facts={})


def _is_wanted(mail: Mail) -> bool:
    """Asked when it leaves, which may be a night after it was written: is its reader still there,
    does her address take mail, does she still want it, and may she still see what it is about (B4)?
    Vital mails always go."""
    about = mail.facts.get("about", "")
    if about not in KINDS or mail.account_id is None:
        return True
    if has_bounced(mail.to_address):
        return False
    habits = MailHabits.objects.filter(account_id=mail.account_id).first()
    if habits is not None and habits.pace(about) is MailPace.NEVER:
        return False
    actor = reader(mail.account_id)
    return actor is not None and opens_for(actor, mail.facts["url"])


def rendered(mail: Mail) -> tuple[str, str, str]:
    """(subject, text, HTML) in the reader's language; links are absolute and carry the language."""
    with override(mail.language):
        prefix = "" if mail.language == settings.LANGUAGE_CODE else f"/{mail.language}"
        facts = {**in_words(mail.facts), "site": settings.ADDRESS, "language": mail.language}
        if "url" in facts:
            facts["link"] = f"{settings.ADDRESS}{prefix}{facts['url']}"
        whole = _plain_text(mail.template, facts).strip()
        subject, _, text = whole.partition("\n")
        parts = [part.strip() for part in text.split("\n\n") if part.strip()]
        paragraphs = [("link" if _is_link(part) else "text", part) for part in parts]
        text = text.strip() + "\n"
        settings_url = stop_link(mail)
        if settings_url:
            less = pgettext("mail", "You want fewer mails like this? Choose here:")
            text += f"\n-- \n{less}\n{settings_url}\n"
        html = render_to_string(
            "core/mail/letter.html",
            {
                "subject": subject,
                "paragraphs": paragraphs,
                "language": mail.language,
                "settings_url": settings_url,
            },
        )
    return subject, text, html


def stop_link(mail: Mail) -> str:
    """Where the reader chooses fewer mails of this kind; "" for mails that must come. Mails
    queued by an older release name an area."""
    about = mail.facts.get("about") or mail.facts.get("area")
    if not about or mail.account_id is None:
        return ""
    prefix = "" if mail.language == settings.LANGUAGE_CODE else f"/{mail.language}"
    return f"{settings.ADDRESS}{prefix}/notices/stop/{stop_token(mail.account_id, about)}"


def _plain_text(template: str, facts: dict[str, Any]) -> str:
    """Text is not HTML: nothing is escaped in it."""
    engine = Engine.get_default()
    return str(engine.get_template(template).render(Context(facts, autoescape=False)))


def _is_link(part: str) -> bool:
    return part.startswith(settings.ADDRESS + "/") and not part.split()[1:]


@job("notifications.digest", every=dt.timedelta(minutes=15))
def digest(payload: dict[str, Any]) -> None:
    """Daily mails, each when its hour has come where its reader lives."""
    send_digests()


@job("notifications.settle", every=dt.timedelta(minutes=10))
def settle(payload: dict[str, Any]) -> None:
    """Name mails whose worker died."""
    settle_uncertain()


@job("notifications.forget", every=dt.timedelta(days=1))
def forget(payload: dict[str, Any]) -> None:
    """Mails after 90 days, notices after a year (J4). A failed address gets another chance."""
    with permit("notifications"):
        Mail.objects.filter(created_at__lt=now() - dt.timedelta(days=90)).delete()
        Notice.objects.filter(created_at__lt=now() - dt.timedelta(days=365)).delete()
        BouncedAddress.objects.filter(at__lt=now() - dt.timedelta(days=90)).delete()
