"""Whose thing was touched is told what, why, by which rule, and how to object (H17)."""

import datetime as dt
import secrets

from django.utils.timezone import localdate

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.facilities.notifications.actions import queue_mail
from opentwinning.people.accounts.models import Account
from opentwinning.people.pupils.models import Pupil
from opentwinning.people.pupils.queries import owners_of
from opentwinning.people.safeguarding.events import DecisionStated
from opentwinning.people.safeguarding.models import Case, Statement
from opentwinning.people.safeguarding.queries import clocks, end_of_suspension, who_answers
from opentwinning.people.safeguarding.vocabulary import ACCOUNT, SECRET_BYTES, Measure


@action
def state_reasons(  # noqa: PLR0913 - a statement has these parts
    *,
    by: Actor,
    kind: str,
    item_ref: str,
    title: str,
    url: str,
    country: str,
    reason: str,
    measure: str = Measure.HIDE,
    account: Account | None = None,
    pupil: Pupil | None = None,
    rule: str = "",
    case: Case | None = None,
    by_account_id: int | None = None,
) -> Statement:
    """Write to the author, by notice and mail, with a link that works without signing in. The app
    that touched the thing has judged the right. An earlier one of its sort ends.
    ``by_account_id``: who decided, where the house writes for somebody else."""
    end_statements(by=by, kind=kind, item_ref=item_ref, of_cases=case is not None)
    decided_by = by.account_id or by_account_id
    secret = secrets.token_urlsafe(SECRET_BYTES)
    statement = Statement.objects.create(
        secret_hash=Statement.hashed(secret),
        case=case,
        kind=kind,
        item_ref=item_ref,
        title=title[:200],
        url=url,
        country=country,
        account=account,
        pupil=pupil,
        measure=measure,
        rule=rule,
        reason=reason.strip(),
        office=who_answers(country, decided_by),
        by_account_id=decided_by,
        appeal_until=now() + dt.timedelta(days=clocks().appeal_days),
    )
    note(statement, kind=kind, measure=measure, rule=rule)
    told = readers_of(statement)
    emit(DecisionStated(statement.ref, statement.title, [each.pk for each in told]))
    if account is not None:
        mail_author(statement, "suspended" if kind == ACCOUNT else "decided", secret)
    return statement


@action
def end_statements(*, by: Actor, kind: str, item_ref: str, of_cases: bool | None = None) -> int:
    """What was decided about a thing does not hold any more; returns how many ended. ``of_cases``:
    only those of reports, or only what an app hid by itself; both may hold side by side."""
    rows = Statement.objects.filter(kind=kind, item_ref=item_ref, ended_at=None)
    if of_cases is not None:
        rows = rows.filter(case__isnull=not of_cases)
    note(kind=kind, item=item_ref)
    return rows.update(ended_at=now())


def readers_of(statement: Statement) -> list[Account]:
    """The author; for a pupil the teachers who answer for her class: pupils get no mail (G8)."""
    if statement.account is not None:
        return [statement.account]
    if statement.pupil is None:
        return []
    owners = owners_of(statement.pupil.school_class)
    return [educator.account for educator in owners]


def mail_author(statement: Statement, template: str, secret: str) -> None:
    """Straight to her address: a suspended person gets no notices, but must be able to object."""
    account = statement.account
    if account is None:
        return
    ends_at = end_of_suspension(statement)
    here = "/sign-in" if statement.kind == ACCOUNT else f"/care/decisions/{statement.ref}"
    queue_mail(
        to=account.email,
        account_id=account.pk,
        language=account.language,
        template=f"safeguarding/mail/{template}.txt",
        facts={
            "name": account.name,
            "title": statement.title,
            "office": statement.office,
            "measure": statement.measure,
            "reason": statement.reason,
            "answer": statement.answer,
            "until_on": localdate(statement.appeal_until).isoformat(),
            "ends_on": localdate(ends_at).isoformat() if ends_at else "",
            "url": f"/care/open/{secret}" if secret else here,
        },
        dedupe_key=f"statement:{statement.pk}:{template}",
    )
