"""Decisions with reasons, and objections that somebody else answers (H17, X-133)."""

import pytest
from django.test import Client

from opentwinning.community.networking.actions import (
    answer_call,
    hide_answer,
    hide_call,
    show_call,
)
from opentwinning.community.networking.models import PartnerCall
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.accounts.models import Suspension
from opentwinning.people.accounts.vocabulary import AccountState
from opentwinning.people.safeguarding.actions import (
    answer_appeal,
    appeal_statement,
)
from opentwinning.people.safeguarding.models import Case, Statement
from opentwinning.people.safeguarding.queries import appeals_for, who_answers
from opentwinning.people.safeguarding.vocabulary import Measure
from opentwinning.people.support.queries import programme
from tests import cast
from tests.scenes.reports import a_call, decided, reported, secret_of, told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _offices(db):
    cast.petra()  # of Slovenia
    cast.claire()  # of the centre


# Deciding.


def test_petra_opens_decides_and_everybody_hears():
    """Her page is one press from the desk; the evidence stays as it stood."""
    call, petra, ana = a_call(), cast.petra(), cast.ana()
    reported(call, words="It is an advertisement")
    with free_writing():
        PartnerCall.objects.update(idea="All is well")
    case = Case.objects.get()
    page = petra.get(f"/care/cases/{case.ref}").content.decode()
    assert "Buy my book" in page
    assert "It is an advertisement" in page
    assert "Marek" not in page
    wrong = petra.post(f"/care/cases/{case.ref}", {"measure": "hide", "rule": "selling"})
    assert wrong.status_code == 422
    assert b"Write the reason." in wrong.content
    body = {"measure": "hide", "rule": "selling", "reason": "No selling here."}
    assert petra.post(f"/care/cases/{case.ref}", body)["Location"] == "/desk/"
    call.refresh_from_db()
    assert call.state == "hidden"
    statement = Statement.objects.get()
    reasons = ana.get(f"/care/decisions/{statement.ref}").content.decode()
    for words in ("It is hidden", "Advertising or selling", "No selling here.", "Zavod Most"):
        assert words in reasons
    assert "Petra" not in reasons
    assert told(ana, "stated") == told(cast.marek(), "outcome") == 1
    assert LedgerEntry.objects.filter(verb__endswith="cases.decide_case").exists()
    with pytest.raises(Refused):
        decided(case)


def test_a_warning_leaves_the_thing_and_says_why():
    call = a_call()
    reported(call)
    decided(Case.objects.get(), measure=Measure.WARN)
    call.refresh_from_db()
    assert (call.state, Statement.objects.get().measure) == ("open", "warn")
    reported(a_call(title="Two"))
    with pytest.raises(Invalid, match="Write the reason"):
        decided(Case.objects.get(state="open"), measure=Measure.WARN, reason=" ")


def test_a_suspension_hides_and_both_can_be_objected_to_without_signing_in():
    """H17: the mail's secret link works although nobody enters any more."""
    call, ana = a_call(), cast.ana()
    reported(call)
    decided(Case.objects.get(), measure=Measure.SUSPEND, days=7)
    ana.account.refresh_from_db()
    assert ana.account.state == AccountState.SUSPENDED
    suspension = Suspension.objects.get(account=ana.account)
    assert "No selling here." in suspension.reason
    assert "Advertising or selling" in suspension.reason
    about_account = Statement.objects.get(kind="account")
    assert (about_account.title, about_account.measure) == ("Ana Kovač", "suspend")
    statement, browser = Statement.objects.get(kind="call"), Client()
    address = f"/care/open/{secret_of(statement)}"
    assert b"No selling here." in browser.get(address).content
    assert browser.post(address, {"text": ""}).status_code == 422
    assert browser.post(address, {"text": "I sell nothing"}).status_code == 302
    assert b"Your objection is sent" in browser.get(address).content
    assert browser.get("/care/open/" + "x" * 32).status_code == 404
    assert appeals_for(cast.claire().actor).get() == statement


# Objecting.


def test_somebody_else_decides_about_an_objection_and_the_thing_comes_back_whole():
    call, ana, petra, claire = a_call(), cast.ana(), cast.petra(), cast.claire()
    reported(call)
    decided(Case.objects.get())
    statement = Statement.objects.get()
    answer = ana.post(f"/care/decisions/{statement.ref}", {"text": "It is a school book."})
    assert answer.status_code == 302
    with pytest.raises(Invalid):
        appeal_statement(by=ana.actor, statement=statement, text="Once more")
    colleagues = Notice.objects.filter(kind="safeguarding.appealed")
    assert colleagues.count() == 1
    assert told(petra, "appealed") == 0
    assert not appeals_for(petra.actor).exists()
    assert petra.get(f"/care/appeals/{statement.ref}").status_code == 403
    assert cast.radu().get(f"/care/appeals/{statement.ref}").status_code == 404
    assert b"It is a school book." in claire.get(f"/care/appeals/{statement.ref}").content
    assert f"/care/appeals/{statement.ref}" in claire.get("/desk/").content.decode()
    address = f"/care/appeals/{statement.ref}"
    assert claire.post(address, {"act": "right", "answer": ""}).status_code == 422
    assert claire.post(address, {"act": "right", "answer": "You are right."}).status_code == 302
    call.refresh_from_db()
    assert (call.state, call.title, call.withheld_from) == ("open", "Rivers", "")
    assert b"You are right." in ana.get(f"/care/decisions/{statement.ref}").content
    assert told(ana, "answered") == 1


def test_a_refused_objection_changes_nothing_and_its_time_ends(clock):
    call, ana = a_call(), cast.ana()
    reported(call)
    decided(Case.objects.get())
    statement = Statement.objects.get()
    appeal_statement(by=ana.actor, statement=statement, text="No!")
    with pytest.raises(Refused):
        answer_appeal(by=cast.petra().actor, statement=statement, is_right=True, answer="Fine")
    answer_appeal(by=cast.claire().actor, statement=statement, is_right=False, answer="It sells.")
    call.refresh_from_db()
    assert call.state == "hidden"
    other = a_call(title="Two")
    reported(other)
    decided(Case.objects.get(state="open"))
    clock.passes(days=181)
    with pytest.raises(Invalid, match="cannot object"):
        appeal_statement(by=ana.actor, statement=Statement.objects.last(), text="Late")


def a_hidden_call(call):
    hide_call(by=cast.petra().actor, call=call, reason="No selling.")
    return call


def a_hidden_answer(call):
    under = a_call(cast.ion(), title="Of Ion")
    answer = answer_call(by=cast.ana().actor, call=under, text="Buy my book")
    hide_answer(by=cast.petra().actor, answer=answer, reason="No selling.")
    return answer


@pytest.mark.parametrize("hide", [a_hidden_call, a_hidden_answer])
def test_what_an_officer_hides_herself_has_reasons_and_an_objection_too(hide):
    """Row 46, H17: not only what was reported."""
    thing, ana = hide(a_call()), cast.ana()
    statement = Statement.objects.get(account=ana.account)
    assert (statement.reason, statement.item_ref) == ("No selling.", thing.ref)
    assert told(ana, "stated") == 1
    appeal_statement(by=ana.actor, statement=statement, text="It is a gift.")
    answer_appeal(by=cast.claire().actor, statement=statement, is_right=True, answer="Sorry.")
    thing.refresh_from_db()
    shown = thing.state == "open" if hasattr(thing, "state") else thing.hidden_at is None
    assert shown


def test_the_statement_names_who_will_answer():
    """An office of one officer cannot answer objections to what she decided: the centre does."""
    rui = cast.officer("Rui Alves", "PT")
    assert who_answers("PT", rui.account.pk) == programme().name
    assert who_answers("PT", cast.claire().account.pk) == cast.office("PT").name
    cast.officer("Marta Reis", "PT")
    assert who_answers("PT", rui.account.pk) == cast.office("PT").name
    assert who_answers("", rui.account.pk) == programme().name
    a_hidden_call(a_call())
    statement = Statement.objects.get(account=cast.ana().account)
    assert statement.office == who_answers("SI", cast.petra().account.pk)


def test_what_the_officer_gives_back_herself_ends_the_statement():
    call = a_hidden_call(a_call())
    show_call(by=cast.petra().actor, call=call, reason="Settled")
    assert Statement.objects.get().ended_at
    assert (
        b"does not hold any more"
        in cast.ana().get(f"/care/decisions/{Statement.objects.get().ref}").content
    )
