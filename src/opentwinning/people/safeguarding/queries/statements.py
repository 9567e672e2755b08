"""Statements of reasons: for their authors, by secret link, and appeals that wait."""

import datetime as dt

from django.core import signing
from django.db.models import QuerySet

from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.accounts.models import Suspension
from opentwinning.people.accounts.queries import running_suspension
from opentwinning.people.safeguarding.models import Statement
from opentwinning.people.safeguarding.policies import may_answer_appeal, may_see_statement
from opentwinning.people.safeguarding.vocabulary import ACCOUNT, WAY_LIFE, WAY_SALT
from opentwinning.people.support.queries import (
    officers_of,
    programme,
    support_organisation_of,
)


def access_statement(actor: Actor, ref: str) -> Statement:
    """The statement for its author, or for the teachers of a pupil."""
    statement = Statement.objects.select_related("pupil").filter(ref=ref).first()
    if statement is None:
        raise Refused(hidden())
    deny_unless(may_see_statement(actor, statement))
    return statement


def access_appeal(actor: Actor, ref: str) -> Statement:
    """An appeal for an officer who may answer it."""
    rows = Statement.objects.select_related("case").exclude(appealed_at=None)
    statement = rows.filter(ref=ref).first()
    if statement is None:
        raise Refused(hidden())
    deny_unless(may_answer_appeal(actor, statement))
    return statement


def statement_by_secret(secret: str) -> Statement | None:
    """For whoever holds the link of the mail, signed in or not."""
    return Statement.objects.filter(secret_hash=Statement.hashed(secret)).first()


def statement_by_pass(words: str) -> Statement | None:
    """For who proved who she is half an hour ago at most, and cannot sign in."""
    try:
        found = signing.loads(words, salt=WAY_SALT)
    except signing.BadSignature:
        return None
    if now().timestamp() - found["at"] > WAY_LIFE.total_seconds():
        return None
    return Statement.objects.filter(pk=found["statement"]).first()


def pass_to(statement: Statement) -> str:
    """What ``statement_by_pass`` reads."""
    return signing.dumps({"statement": statement.pk, "at": now().timestamp()}, salt=WAY_SALT)


def statement_about(suspension: Suspension) -> Statement | None:
    """The statement of reasons of a suspension that holds."""
    rows = Statement.objects.filter(kind=ACCOUNT, item_ref=suspension.account.ref, ended_at=None)
    return rows.order_by("-pk").first()


def suspension_of(statement: Statement) -> Suspension | None:
    """The suspension a statement is about, while it holds."""
    if statement.kind != ACCOUNT or statement.account is None:
        return None
    return running_suspension(statement.account)


def end_of_suspension(statement: Statement) -> dt.datetime | None:
    """When it ends by itself; None for no such day, and for other decisions."""
    suspension = suspension_of(statement)
    return None if suspension is None else suspension.until


def appeals_for(actor: Actor) -> QuerySet[Statement]:
    """Appeals the officer may answer, oldest first: never against what she decided or wrote."""
    waiting = Statement.objects.filter(answered_at=None, ended_at=None).exclude(appealed_at=None)
    waiting = waiting.exclude(account_id=actor.account).exclude(by_account_id=actor.account)
    if not actor.is_a(Role.CENTRAL_OFFICER):
        waiting = waiting.filter(country__in=actor.countries)
    return waiting.order_by("appealed_at", "pk")


def who_answers(country: str, decided_by: int | None) -> str:
    """The name of the body that decides about an appeal: the office of the country if it has an
    officer beside the account that decided, else the centre (H17)."""
    office = support_organisation_of(country) if country else None
    if office and any(each != decided_by for each in officers_of(country)):
        return office.name
    return programme().name
