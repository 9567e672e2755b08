"""Reports: what is reported, and what becomes of one's own."""

from django.db.models import QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.people.safeguarding.models import Report, Statement
from opentwinning.people.safeguarding.vocabulary import Reportable, Reported, reportable


def access_item(actor: Actor, kind: str, ref: str) -> tuple[Reportable, Reported]:
    """The thing to report, through the door of the app that keeps it."""
    declared = reportable(kind)
    if declared is None:
        raise Refused(hidden())
    return declared, declared.find(actor, ref)


def reports_of(actor: Actor) -> QuerySet[Report]:
    """One's own reports, newest first."""
    rows = Report.objects.select_related("case").defer("evidence_picture").order_by("-at", "-pk")
    if actor.pupil_id is not None:
        return rows.filter(pupil_id=actor.pupil_id)
    return rows.filter(account_id=actor.account) if actor.account_id is not None else rows.none()


def report_by_secret(secret: str) -> Report | None:
    """For whoever holds the link."""
    rows = Report.objects.select_related("case").exclude(secret_hash="")
    return rows.filter(secret_hash=Statement.hashed(secret)).first()
