"""The educator's side of her validation (X-01 to X-04, H1; pages 24 and 26)."""

import datetime as dt

import pytest

from opentwinning.core.actor import Role
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.core.work import KINDS
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.educators.actions import (
    answer_office,
    ask_educator,
    refuse_educator,
    renew_validation,
    validate_educator,
)
from opentwinning.people.educators.models import ValidationStep
from opentwinning.people.educators.vocabulary import TRANSITIONS, ValidationState
from tests import cast
from tests.inputs import payloads

pytestmark = pytest.mark.django_db
ADDRESS = "/educators/validation"
RENEW = "/educators/validation/renew"


def office():
    return cast.officer("Jan Kowal", "PL").actor


def page_of(person):
    return person.get(ADDRESS).content.decode()


def test_before_the_school_the_page_leads_to_it():
    page = page_of(cast.newcomer("Nova Novak", "PL"))
    assert "Choose your school" in page
    assert 'href="/organisations/choose"' in page


def test_waiting_ewa_knows_who_checks_how_long_and_what_to_do_meanwhile():
    """X-03, X-04, R-20 of the budget: something useful in two clicks."""
    page = page_of(cast.ewa())
    for text in (
        "Waiting for validation",
        "Biuro Most",
        "office-pl@example.org",
        "Usually 5 working days",
        "Until then you cannot join a project",
        "Useful meanwhile",
    ):
        assert text in page
    assert 'name="message"' not in page


def test_ewa_answers_the_question_and_waits_again():
    ewa = cast.ewa()
    ask_educator(by=office(), educator=ewa.educator, message="Where do you teach?")
    page = page_of(ewa)
    assert "Where do you teach?" in page
    assert "Only you and Biuro Most" in page
    assert "Answer the question of your support organisation" in (
        ewa.get("/today/").content.decode()
    )
    assert ewa.post(ADDRESS, {"message": "At school 9."})["Location"] == ADDRESS
    assert ewa.educator.validation_state == ValidationState.WAITING
    assert "At school 9." in page_of(ewa)


def test_officers_stand_as_their_office_not_by_name():
    ewa = cast.ewa()
    ask_educator(by=office(), educator=ewa.educator, message="Where do you teach?")
    assert "Jan Kowal" not in page_of(ewa)


def test_an_empty_answer_keeps_the_form():
    ewa = cast.ewa()
    ask_educator(by=office(), educator=ewa.educator, message="?")
    assert ewa.post(ADDRESS, {"message": "  "}).status_code == 422
    assert ewa.educator.validation_state == ValidationState.ASKED


def test_after_a_refusal_she_reads_the_reason_and_may_ask_again():
    ewa = cast.ewa()
    refuse_educator(by=office(), educator=ewa.educator, message="We did not find you there.")
    assert "We did not find you there." in page_of(ewa)
    ewa.post(ADDRESS, {"message": "I began in May."})
    assert ewa.educator.validation_state == ValidationState.WAITING


def test_nobody_answers_when_nothing_was_asked():
    ewa = cast.ewa()
    answer = ewa.post(ADDRESS, {"message": "Please hurry"})
    assert answer.status_code == 422
    assert not ValidationStep.objects.filter(message="Please hurry").exists()


@pytest.mark.parametrize("state", ValidationState)
def test_only_steps_of_the_table_are_possible(state):
    """G5: every pair of states."""
    from opentwinning.core.permits import free_writing
    from opentwinning.people.educators.models import Educator

    ewa = cast.ewa()
    attempts = {
        ValidationState.WAITING: lambda e: answer_office(by=ewa.actor, educator=e, message="m"),
        ValidationState.VALIDATED: lambda e: validate_educator(by=office(), educator=e),
        ValidationState.ASKED: lambda e: ask_educator(by=office(), educator=e, message="m"),
        ValidationState.REFUSED: lambda e: refuse_educator(by=office(), educator=e, message="m"),
    }
    for to, attempt in attempts.items():
        with free_writing():
            Educator.objects.filter(pk=ewa.educator.pk).update(
                validation_state=state, waiting_since=now()
            )
        if to in TRANSITIONS[state]:
            assert attempt(ewa.educator).validation_state == to
        else:
            with pytest.raises(Invalid):
                attempt(ewa.educator)
            assert ewa.educator.validation_state == state


def test_a_stranger_cannot_answer_for_ewa():
    ewa = cast.ewa()
    ask_educator(by=office(), educator=ewa.educator, message="?")
    with pytest.raises(Refused):
        answer_office(by=cast.ana().actor, educator=ewa.educator, message="It is me")


def test_the_mails_bring_the_words_of_the_office(smtp):
    """Each decision reaches inbox and letterbox, with the words as they were written."""
    ewa = cast.ewa()
    ask_educator(by=office(), educator=ewa.educator, message="Where & when <do> you teach?")
    answer_office(by=ewa.actor, educator=ewa.educator, message="Here.")
    refuse_educator(by=office(), educator=ewa.educator, message="Not found.")
    answer_office(by=ewa.actor, educator=ewa.educator, message="Look again.")
    validate_educator(by=office(), educator=ewa.educator)
    run_due()
    mails = {m["Subject"]: m.get_body(("plain",)).get_content() for m in smtp.to("ewa@example.org")}
    assert "Where & when <do> you teach?" in mails["A question of your support organisation"]
    assert "Not found." in mails["You were not validated"]
    assert "http://testserver/today/" in mails["You are validated"]
    kinds = set(Notice.objects.filter(account_id=ewa.account.pk).values_list("kind", flat=True))
    assert {"educators.asked", "educators.refused", "educators.validated"} <= kinds


def test_a_validation_lasts_two_years(clock, smtp):
    """H1: a notice a month before; rights end to the minute, the state follows; she asks again."""
    ana = cast.ana()
    clock.passes(days=730 - 30)
    KINDS["educators.remind"].run({})
    run_due()
    assert "Your validation ends soon" in [m["Subject"] for m in smtp.to("ana@example.org")]
    clock.passes(days=30, seconds=1)
    assert not ana.actor.is_a(Role.VALIDATED)
    KINDS["educators.lapse"].run({})
    assert ana.educator.validation_state == ValidationState.LAPSED
    assert "Your projects and contacts are still there." in page_of(ana)
    ana.post(RENEW)
    validate_educator(by=cast.petra().actor, educator=ana.educator)
    assert ana.actor.is_a(Role.VALIDATED)


def test_reminding_and_lapsing_twice_is_once(clock):
    ana = cast.ana()
    clock.passes(days=731)
    for _ in range(2):
        KINDS["educators.lapse"].run({})
    lapsed = ValidationStep.objects.filter(educator=ana.educator, state=ValidationState.LAPSED)
    assert lapsed.count() == 1


def test_hostile_words_stay_words():
    """C1: the conversation is text on both sides."""
    ewa = cast.ewa()
    attack = "\n".join(payloads("xss")[:50])[:1900]
    ask_educator(by=office(), educator=ewa.educator, message=attack)
    ewa.post(ADDRESS, {"message": attack})
    body = page_of(ewa).partition("<main")[2]
    assert "<script" not in body
    assert "<img" not in body


def test_officers_have_no_validation_of_their_own():
    assert cast.petra().get(ADDRESS).status_code == 404


def test_before_the_end_one_press_asks_and_one_press_renews(clock):
    """H1: nothing stops while she waits."""
    ana, petra = cast.ana(), cast.petra()
    clock.passes(days=730 - 20)
    assert "Renew your validation" in ana.get("/today/").content.decode()
    assert ana.post(RENEW)["Location"] == ADDRESS
    assert "You asked for the renewal" in page_of(ana)
    assert ana.actor.is_a(Role.VALIDATED)
    assert ana.educator.is_validated
    assert "Asks for renewal" in petra.get("/desk/").content.decode()
    desk = f"/desk/validations/{ana.educator.ref}"
    assert "Asks for renewal" in petra.get(desk).content.decode()
    petra.post(desk, {"decision": "validate"})
    assert ana.educator.validated_until > now() + dt.timedelta(days=700)
    assert not ana.educator.asks_renewal
    assert Notice.objects.filter(account_id=ana.account.pk, kind="educators.renewed").exists()
    assert "Nothing is to be decided here now." in petra.get(desk).content.decode()


def test_long_before_the_end_there_is_nothing_to_renew(clock):
    ana = cast.ana()
    clock.passes(days=300)
    assert "Yes, renew my validation" not in page_of(ana)
    ana.post(RENEW)
    assert "There is nothing to renew now." in page_of(ana)
    assert not ana.educator.asks_renewal


def test_nobody_decides_about_a_validation_that_runs():
    ana, petra = cast.ana(), cast.petra().actor
    for decide in (validate_educator, refuse_educator, ask_educator):
        with pytest.raises(Invalid):
            decide(by=petra, educator=ana.educator, message="once more")
    assert ana.educator.is_validated


def test_a_renewal_that_waits_over_the_end_goes_on_waiting(clock):
    """Her place in the queue is kept; her rights end on the day (H1)."""
    ana = cast.ana()
    clock.passes(days=730 - 5)
    renew_validation(by=ana.actor, educator=ana.educator)
    asked = ana.educator.waiting_since
    clock.passes(days=6)
    KINDS["educators.lapse"].run({})
    assert ana.educator.validation_state == ValidationState.WAITING
    assert ana.educator.waiting_since == asked
    assert not ana.actor.is_a(Role.VALIDATED)


def test_a_refused_renewal_ends_the_rights_at_once(clock):
    ana = cast.ana()
    clock.passes(days=730 - 5)
    renew_validation(by=ana.actor, educator=ana.educator)
    refuse_educator(by=cast.petra().actor, educator=ana.educator, message="She left in May.")
    assert not ana.actor.is_a(Role.VALIDATED)
    assert ana.educator.validation_state == ValidationState.REFUSED


def test_nobody_renews_for_somebody_else(clock):
    ana, marek = cast.ana(), cast.marek()
    clock.passes(days=725)
    with pytest.raises(Refused):
        renew_validation(by=marek.actor, educator=ana.educator)
