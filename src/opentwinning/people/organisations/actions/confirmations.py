"""A school is asked by one mail whether somebody works there, and answers by its link (X-05)."""

import datetime as dt
import secrets

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.policies import may_validate_educator
from opentwinning.people.organisations.actions.mails import write_to_school
from opentwinning.people.organisations.events import SchoolAnswered
from opentwinning.people.organisations.models import Confirmation, Organisation
from opentwinning.people.organisations.policies import may_answer_for_school, may_ask_schools
from opentwinning.people.organisations.queries.confirmations import (
    SchoolStep,
    contact_of,
    school_step,
)
from opentwinning.people.organisations.vocabulary import SchoolAnswer
from opentwinning.people.support.queries import rules_of

_NO_SCHOOL = pgettext_lazy("confirmation", "There is no school to ask.")
_ASKED = pgettext_lazy("confirmation", "This school was asked already. One mail is enough.")
_ENDED = pgettext_lazy("confirmation", "This link has ended.")


@action
def ask_school_of_newcomer(*, by: Actor, educator: Educator) -> Confirmation | None:
    """She asks for validation: where the country's rules say so and the address of the school is
    known, the mail goes out by itself. The school gets one mail for one request."""
    deny_unless(may_ask_schools(by))
    step = school_step(educator)
    note(educator)
    if step is None or step.asked is not None:
        return None
    address = contact_of(step.organisation)
    return _send(educator, step.organisation, address) if address else None


@action
def ask_school(*, by: Actor, educator: Educator, email: str) -> Confirmation:
    """The officer writes down (or corrects) the address of the school, and the mail goes there. A
    link that went to another address ends."""
    deny_unless(may_validate_educator(by, educator))
    educator = Educator.objects.select_for_update().get(pk=educator.pk)
    step = school_step(educator)
    if step is None or educator.waiting_since is None:
        raise Invalid(_NO_SCHOOL)
    if _knows(step, email):
        raise Invalid(_ASKED, "email")
    _end_links(educator)
    Organisation.objects.filter(pk=step.organisation.pk).update(email=email, updated_at=now())
    step.organisation.email = email
    note(educator, organisation=step.organisation.ref, before=step.asked and step.asked.sent_to)
    return _send(educator, step.organisation, email)


@action
def ask_second_contact(*, by: Actor, asked: Confirmation) -> Confirmation | None:
    """The mail to the first address came back: the question goes to the second one, once. None when
    somebody has answered or been asked meanwhile, or no other address is known."""
    deny_unless(may_ask_schools(by))
    found = Confirmation.objects.select_for_update().get(pk=asked.pk)
    educator, school = asked.educator, asked.organisation
    address = contact_of(school)
    if not found.is_open or educator.waiting_since is None or address in {"", found.sent_to}:
        return None
    _end_links(educator)
    note(educator, organisation=school.ref, before=found.sent_to)
    return _send(educator, school, address)


@action
def answer_for_school(*, by: Actor, confirmation: Confirmation, answer: SchoolAnswer) -> None:
    """Whoever reads the school's mail says yes or no, once. The officer decides."""
    deny_unless(may_answer_for_school(by, confirmation))
    found = Confirmation.objects.select_for_update().get(pk=confirmation.pk)
    if not found.is_open:
        raise Invalid(_ENDED)
    found.answered_at, found.answer = now(), answer
    found.save(update_fields=["answered_at", "answer"])
    note(found, answer=answer)
    educator = confirmation.educator
    emit(SchoolAnswered(educator.pk, educator.account_id, found.organisation_id))


def _knows(step: SchoolStep, email: str) -> bool:
    """The school has answered, or still can at this address."""
    if step.asked is None:
        return False
    return bool(step.asked.answer) or (step.asked.is_open and step.asked.sent_to == email)


def _end_links(educator: Educator) -> None:
    open_ones = Confirmation.objects.filter(educator=educator, answered_at=None)
    open_ones.filter(expires_at__gt=now()).update(expires_at=now())


def _send(educator: Educator, school: Organisation, address: str) -> Confirmation:
    secret = secrets.token_urlsafe(32)
    days = rules_of(educator.country).answer_days
    asked = Confirmation.objects.create(
        educator=educator,
        organisation=school,
        sent_to=address,
        secret_hash=Confirmation.hashed(secret),
        expires_at=now() + dt.timedelta(days=days),
    )
    write_to_school(
        address,
        "organisations/mail/ask_school.txt",
        educator=educator,
        school=school,
        days=days,
        url=f"/organisations/answer/{secret}",
        dedupe_key=f"confirmation:{asked.pk}",
    )
    return asked
