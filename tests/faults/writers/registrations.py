"""Visitors who register: a link, a mail in the outbox and a line of the ledger, or none."""

from collections.abc import Iterable
from typing import override

from opentwinning.core.actor import VISITOR
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.audit.queries import broken_links
from opentwinning.facilities.jobs.models import Job
from opentwinning.facilities.notifications.models import Mail
from opentwinning.people.accounts.actions import begin_registration
from opentwinning.people.accounts.models import MailedLink
from tests.faults.writer import Piece, Writer


class Registrations(Writer):
    """Each acknowledged registration is whole: the mail will be sent, the ledger knows."""

    @override
    def prepare(self) -> None:
        return

    @override
    def write(self, number: int, turn: str) -> Piece | None:
        email, name = f"ana.{turn}@school.test", f"Ana {turn} " + "Kos " * 20
        begin_registration(by=VISITOR, email=email, name=name, country="SI", language="sl")
        return Piece(email, name)

    @override
    def stored(self) -> Iterable[Piece]:
        return [Piece(link.email, link.name) for link in MailedLink.objects.all()]

    @override
    def torn(self) -> Iterable[str]:
        links = set(MailedLink.objects.values_list("email", flat=True))
        mails = dict(Mail.objects.values_list("pk", "to_address"))
        queued = {job.payload["mail"] for job in Job.objects.filter(kind="notifications.mail")}
        if links != set(mails.values()):
            yield f"links and mails differ: {links ^ set(mails.values())}"
        if queued != set(mails):
            yield f"mails and jobs differ: {queued ^ set(mails)}"
        if LedgerEntry.objects.count() != len(links):
            yield f"{LedgerEntry.objects.count()} ledger entries for {len(links)} links"
        for entry in broken_links():
            yield f"the ledger's chain breaks at {entry}"
