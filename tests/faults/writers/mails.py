"""The product's worker, sending mails to a real server while it is killed (X8)."""

from collections.abc import Iterable
from datetime import timedelta
from typing import override

from django.core.management import call_command
from django.db import transaction

from opentwinning.core.clock import now, stopped
from opentwinning.facilities.jobs.actions import reap, run_due
from opentwinning.facilities.jobs.models import Job
from opentwinning.facilities.jobs.vocabulary import JobState
from opentwinning.facilities.notifications.actions import queue_mail, settle_uncertain
from opentwinning.facilities.notifications.models import Mail
from opentwinning.facilities.notifications.vocabulary import MailState
from tests.faults.writer import Journal, Piece, Servant

COUNT = 400
TEMPLATE = "networking/mail/message.txt"


class Postmen(Servant):
    """Each mail reaches the server at most once; what became of it is always said."""

    @override
    def prepare(self) -> None:
        with transaction.atomic():
            for number in range(COUNT):
                queue_mail(
                    to=f"ana.{number}@school.test",
                    language="en",
                    template=TEMPLATE,
                    facts={"name": "Ana", "url": "/today/"},
                    dedupe_key=f"fault:{number}",
                )

    @override
    def run(self, number: int, life: int, journal: Journal) -> None:
        call_command("work")

    @override
    def settle(self) -> None:
        """An hour later: the leases of the dead are over, the rest is sent."""
        with stopped(now() + timedelta(hours=1)):
            reap()
            run_due()
            settle_uncertain()

    @override
    def stored(self) -> Iterable[Piece]:
        return [Piece(mail.to_address, mail.state) for mail in Mail.objects.all()]

    @override
    def torn(self) -> Iterable[str]:
        settled = {MailState.SENT, MailState.UNCERTAIN}
        for mail in Mail.objects.exclude(state__in=settled):
            yield f"the mail to {mail.to_address} is still {mail.state}"
        for job in Job.objects.filter(kind="notifications.mail").exclude(state=JobState.DONE):
            yield f"{job} {job.last_error}"


SENT = Piece("", MailState.SENT).digest
UNCERTAIN = Piece("", MailState.UNCERTAIN).digest
