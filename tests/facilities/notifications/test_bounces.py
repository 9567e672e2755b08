"""Mails that come back: believed only at their signed return address (RFC 3464, J3, pain 25)."""

import io
from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from opentwinning.core.permits import free_writing
from opentwinning.core.privacy import Subject, erase
from opentwinning.core.work import KINDS as JOBS
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.notifications.actions import forget_mails_to, tell
from opentwinning.facilities.notifications.adapters.bounces import read_bounce, return_address
from opentwinning.facilities.notifications.models import BouncedAddress, Mail, Notice
from opentwinning.facilities.notifications.vocabulary import MailState
from tests import cast

pytestmark = pytest.mark.django_db
REPORT = """\
From: MAILER-DAEMON@mail.example.org
To: {to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; ana@example.org
Action: {action}
Status: {status}

--b--
"""


@pytest.fixture(autouse=True)
def box(settings):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, bounce_to="bounce@twinning.test")


@pytest.fixture
def mail(clock):
    """A mail to Ana that was sent."""
    ana = cast.ana()
    run_due()
    tell([ana.account.pk], "educators.lapsing", url="/educators/validation")
    run_due()
    return Mail.objects.filter(account_id=ana.account.pk, state=MailState.SENT).latest("pk")


def report(to, action="failed", status="5.1.1"):
    return REPORT.format(to=to, action=action, status=status).encode()


def piped(monkeypatch, raw, *arguments):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    said = io.StringIO()
    call_command("take_bounce", *arguments, stdout=said)
    return said.getvalue()


def test_each_mail_has_a_return_address_of_its_own(smtp, clock):
    """What people see as the sender stays the sender."""
    ana = cast.ana()
    run_due()
    arrived = smtp.wait_for("ana@example.org")[-1]
    assert "bounce" not in arrived["From"]
    row = Mail.objects.filter(account_id=ana.account.pk).latest("pk")
    assert arrived["X-Envelope-From"] == return_address(row.pk)
    assert return_address(row.pk).startswith(f"bounce+{row.pk}-")


def test_an_address_that_takes_no_mail_is_marked_and_its_owner_told(mail, monkeypatch):
    ana = cast.ana()
    for _ in range(2):
        assert "marked" in piped(monkeypatch, report(return_address(mail.pk)))
    assert BouncedAddress.objects.get().address == "ana@example.org"
    (notice,) = Notice.objects.filter(kind="notifications.bounced")
    assert notice.account_id == ana.account.pk
    assert "Our mails to ana@example.org come back." in ana.get("/notices/").content.decode()
    assert ana.get(notice.url).status_code == 200
    before = Mail.objects.filter(state=MailState.SENT).count()
    tell([ana.account.pk], "educators.lapsing", url="/educators/validation")
    run_due()
    assert Mail.objects.filter(state=MailState.SENT).count() == before
    tell([ana.account.pk], "educators.asked", url="/educators/validation", message="Where?")
    run_due()
    assert Mail.objects.filter(state=MailState.SENT).count() == before + 1


def test_the_envelope_may_name_the_return_address(mail, monkeypatch):
    raw = report("postmaster@twinning.test")
    assert "no report" in piped(monkeypatch, raw)
    assert "marked" in piped(monkeypatch, raw, "--to", return_address(mail.pk).upper())


@pytest.mark.parametrize(
    ("action", "status"),
    [("delayed", "4.4.1"), ("failed", "5.2.2"), ("failed", "5.7.1"), ("relayed", "2.1.5")],
)
def test_what_may_pass_is_no_reason(mail, action, status):
    """A full box, a suspected content, a delay."""
    assert read_bounce(report(return_address(mail.pk), action, status)) is None


def test_nobody_else_can_report(mail):
    """A forged, foreign or broken report changes nothing."""
    own = return_address(mail.pk)
    other = own.replace(f"+{mail.pk}-", f"+{mail.pk + 1}-")
    for to in (own[:-20] + "x" + own[-19:], other, own.replace("bounce+", "other+"), "", "x"):
        assert read_bounce(report(to)) is None
    assert read_bounce(b"") is None
    assert read_bounce(b"\xff\x00" * 100, to=own) is None
    plain = report(own).replace(b"multipart/report", b"multipart/mixed")
    assert read_bounce(plain) is None


def test_without_a_box_nothing_changes(settings, mail):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, bounce_to="")
    own = return_address(mail.pk)
    assert own == ""
    assert read_bounce(report(own), to=own) is None


def test_an_address_gets_another_chance_and_is_forgotten_with_its_owner(mail, monkeypatch, clock):
    """J3, J4."""
    raw = report(return_address(mail.pk))
    piped(monkeypatch, raw)
    forget_mails_to("ana@example.org")
    assert not BouncedAddress.objects.exists()
    assert "not known" in piped(monkeypatch, raw)
    row = {"address": "ana@example.org", "reason": "5.1.1", "account_id": cast.ana().account.pk}
    with free_writing():
        BouncedAddress.objects.create(**row)
    erase(Subject.EDUCATOR, row["account_id"])
    assert not BouncedAddress.objects.exists()
    with free_writing():
        BouncedAddress.objects.create(**row)
    clock.passes(days=91)
    JOBS["notifications.forget"].run({})
    assert not BouncedAddress.objects.exists()
