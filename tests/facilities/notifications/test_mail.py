"""Mail through the outbox: sent once, never twice, in the reader's language (X8, C11)."""

import pytest
from django.core import mail as outbox

from opentwinning.core.permits import free_writing
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.jobs.models import Job
from opentwinning.facilities.jobs.vocabulary import JobState
from opentwinning.facilities.notifications.actions import queue_mail, settle_uncertain, tell
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.facilities.notifications.vocabulary import MailState
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(settings, tmp_path):
    """A mail template of the test's own."""
    (tmp_path / "letter.txt").write_text("Hello {{ name }}\n\nRead {{ link }}\n")
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}
    ]
    return "letter.txt"


def queue(letter, **changes):
    queue_mail(
        **{
            "to": "ana@example.org",
            "language": "en",
            "template": letter,
            "facts": {"name": "Ana", "url": "/today/"},
            "dedupe_key": "letter:1",
            **changes,
        }
    )


def test_one_letter_is_one_mail(letter):
    for _ in range(3):
        queue(letter)
    run_due()
    run_due()
    assert [m.subject for m in outbox.outbox] == ["Hello Ana"]
    assert "http://testserver/today/" in outbox.outbox[0].body
    assert Mail.objects.get().state == MailState.SENT


def test_links_carry_the_readers_language(letter):
    queue(letter, language="sl")
    run_due()
    assert "http://testserver/sl/today/" in outbox.outbox[0].body


def test_text_is_not_html(letter):
    queue(letter, facts={"name": "Ana & Ion <3", "url": "/"})
    run_due()
    assert outbox.outbox[0].subject == "Hello Ana & Ion <3"
    assert "Ana &amp; Ion &lt;3" in outbox.outbox[0].alternatives[0].content


def test_a_name_cannot_inject_a_header(letter):
    """C11."""
    queue(letter, facts={"name": "Ana\r\nBcc: all@example.org", "url": "/"})
    run_due()
    sent = outbox.outbox[0]
    assert "\n" not in sent.subject
    assert sent.recipients() == ["ana@example.org"]


def test_a_worker_killed_while_handing_over_never_sends_twice(letter):
    queue(letter)
    with free_writing():
        Mail.objects.update(state=MailState.HANDING_OVER)
    Job.objects.filter(kind="notifications.mail").update(state=JobState.QUEUED)
    run_due()
    assert outbox.outbox == []
    with free_writing():
        Mail.objects.update(created_at="2020-01-01T00:00:00Z")
    assert settle_uncertain() == 1
    assert Mail.objects.get().state == MailState.UNCERTAIN


def test_a_notice_reaches_inbox_and_mail():
    ana = cast.ana()
    before = Notice.objects.filter(account_id=ana.account.pk).count()
    tell([ana.account.pk, ana.account.pk], "educators.validated", url="/today/")
    assert Notice.objects.filter(account_id=ana.account.pk).count() == before + 1
    assert Mail.objects.filter(account_id=ana.account.pk).exists()
