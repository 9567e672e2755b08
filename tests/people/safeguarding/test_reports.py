"""Reports, cases with clocks, evidence (H6, H7, H18; X-131, X-132)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.community.networking.actions import (
    answer_call,
    begin_conversation,
)
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import after_working_days
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.core.work import KINDS
from opentwinning.facilities.notifications.models import Mail
from opentwinning.people.safeguarding.actions import (
    raise_case,
    report_item,
    save_clocks,
)
from opentwinning.people.safeguarding.models import Case, Report, Statement
from opentwinning.people.safeguarding.queries import (
    cases_for,
    clocks,
    deadline,
    measures_for,
)
from opentwinning.people.safeguarding.vocabulary import Level, Measure
from opentwinning.people.support.actions import save_holiday
from tests import cast
from tests.scenes.reports import a_call, decided, reported, told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _offices(db):
    cast.petra()  # of Slovenia
    cast.claire()  # of the centre


# Reporting.


def test_two_presses_send_a_report_and_its_writer_follows_it():
    call, marek = a_call(), cast.marek()
    page = marek.get(f"/partners/calls/{call.ref}").content.decode()
    address = f"/care/report/call/{call.ref}"
    assert address in page
    form = marek.get(address)
    assert b"Advertising or selling" in form.content
    secret = form.context["form"]["secret"].value()
    answer = marek.post(address, {"reason": "selling", "words": "Again!", "secret": secret})
    assert (answer.status_code, answer["Location"]) == (302, "/care/reports/")
    mine = marek.get("/care/reports/").content.decode()
    assert "Somebody is looking at it" in mine
    assert "Again!" in mine
    case = Case.objects.get()
    assert (case.country, case.level) == ("SI", "office")
    assert case.reports.get().evidence == "Rivers\n\nBuy my book about rivers"
    assert told(cast.petra(), "reported") == 1
    # Twice by the same person, once by another: still one case, two reports (G6).
    marek.post(address, {"reason": "spam", "words": "", "secret": secret})
    reported(call, by=cast.ion().actor)
    assert (Case.objects.count(), Report.objects.count()) == (1, 2)
    decided(case, measure=Measure.NONE, reason="")
    assert "It does not break our rules" in marek.get("/care/reports/").content.decode()
    assert told(marek, "outcome") == 1


def test_a_wrong_report_keeps_the_text_and_ones_own_things_have_no_report():
    call = a_call()
    address = f"/care/report/call/{call.ref}"
    secret = "a" * 32
    answer = cast.marek().post(address, {"words": "They sell books.", "secret": secret})
    assert answer.status_code == 422
    assert b"They sell books." in answer.content
    assert b"Choose what is wrong." in answer.content
    assert b"You wrote this yourself." in cast.ana().get(address).content
    own = cast.ana().post(address, {"reason": "spam", "secret": secret})
    assert own.status_code == 422
    assert cast.Visitor().get(address).status_code == 404
    assert cast.marek().get("/care/report/nothing/x").status_code == 404
    assert not Case.objects.exists()


def test_many_reports_are_slowed_down_and_nothing_is_lost():
    marek, call = cast.marek(), a_call()
    address = f"/care/report/call/{call.ref}"
    body = {"reason": "spam", "words": "My words", "secret": "b" * 32}
    for _ in range(10):
        assert marek.post(address, body).status_code == 302
    answer = marek.post(address, body)
    assert answer.status_code == 422
    assert b"My words" in answer.content


def test_profiles_and_messages_are_reported_by_those_who_see_them():
    ana, petra = cast.ana(), cast.petra()
    talk = begin_conversation(by=petra.actor, to=[ana.educator], subject="Hello", text="Be quick")
    message = talk.messages.get()
    report_item(by=ana.actor, kind="message", item_ref=message.ref, reason="threat")
    case = Case.objects.get(kind="message")
    assert (case.country, case.level) == ("", "centre")
    assert case.hidden_at
    assert told(cast.claire(), "danger") == 1
    assert b"Serious" in cast.claire().get("/desk/").content
    with pytest.raises(Refused):
        report_item(by=cast.marek().actor, kind="message", item_ref=message.ref, reason="threat")
    page = cast.marek().get(f"/educators/{ana.educator.ref}").content.decode()
    assert f"/care/report/profile/{ana.educator.ref}" in page
    report_item(by=cast.marek().actor, kind="profile", item_ref=ana.educator.ref, reason="identity")
    profile = Case.objects.get(kind="profile")
    everything = [Measure.NONE, Measure.WARN, Measure.HIDE, Measure.SUSPEND]
    assert measures_for(petra.actor, profile) == everything


# Who looks, until when.


def test_an_officer_sees_her_country_and_the_centre_what_came_to_it(clock):
    reported(a_call())
    case = Case.objects.get()
    radu = cast.radu()
    assert list(cases_for(cast.petra().actor)) == [case]
    assert not list(cases_for(radu.actor)) + list(cases_for(cast.claire().actor))
    for person in (radu, cast.claire(), cast.ana(), cast.marek()):
        assert person.get(f"/care/cases/{case.ref}").status_code == 404
    desk = cast.petra().get("/desk/").content.decode()
    assert f"/care/cases/{case.ref}" in desk
    assert "Rivers" in desk
    raise_case(by=cast.petra().actor, case=case)
    assert list(cases_for(cast.claire().actor)) == [case]
    assert cast.claire().get(f"/care/cases/{case.ref}").status_code == 200
    with pytest.raises(Invalid):
        raise_case(by=cast.claire().actor, case=case)


def test_each_missed_deadline_raises_the_next_level_once(clock):
    """H7: two working days for the office, then the centre, then one reminder."""
    reported(a_call())
    run = KINDS["safeguarding.raise"].run
    clock.passes(days=2, minutes=-1)
    run({})
    assert (Case.objects.get().level, told(cast.claire(), "raised")) == ("office", 0)
    clock.passes(minutes=2)
    for _ in range(3):
        run({})
    assert (Case.objects.get().level, told(cast.claire(), "raised")) == ("centre", 1)
    clock.passes(days=8)
    for _ in range(3):
        run({})
    assert (Case.objects.get().due_at, told(cast.claire(), "raised")) == (None, 2)
    decided(Case.objects.get(), by=cast.claire())
    run({})
    assert told(cast.claire(), "raised") == 2


def test_working_days_leave_the_weekend_out():
    friday = dt.datetime(2026, 10, 9, 15, 0, tzinfo=dt.UTC)
    assert after_working_days(friday, 2) == dt.datetime(2026, 10, 13, 15, 0, tzinfo=dt.UTC)
    assert after_working_days(friday + dt.timedelta(days=1), 1).date() == dt.date(2026, 10, 12)


def test_public_holidays_give_the_office_more_time_and_no_other_level():
    """H7. Easter Monday 2027 is 29 March; the office counts its own days, the centre all."""
    cast.office("SI")
    monday = dt.date(2027, 3, 29)
    for kind in ("public", "school"):
        last = monday + dt.timedelta(days=0 if kind == "public" else 4)
        save_holiday(
            by=SYSTEM, country="SI", kind=kind, region="", first_day=monday, last_day=last,
            name="Easter",
        )  # fmt: skip
    friday = dt.datetime(2027, 3, 26, 15, 0, tzinfo=dt.UTC)
    # Summer time begins on 28 March: the same time of day in Ljubljana is an hour earlier in UTC.
    assert deadline(Level.OFFICE, "SI", start=friday) == dt.datetime(
        2027, 3, 31, 14, 0, tzinfo=dt.UTC
    )
    assert deadline(Level.CENTRE, "SI", start=friday).date() == dt.date(2027, 4, 2)
    assert deadline(Level.OFFICE, "RO", start=friday).date() == dt.date(2027, 3, 30)


def test_danger_goes_to_everybody_at_once_and_hides_at_once(clock):
    """H6, H7: in the same transaction as the report."""
    call, ana = a_call(), cast.ana()
    reported(call, reason="danger")
    call.refresh_from_db()
    assert call.state == "hidden"
    assert told(cast.petra(), "danger") == told(cast.claire(), "danger") == 1
    urgent = Mail.objects.filter(template="safeguarding/mail/danger.txt")
    assert {person.account.pk for person in (cast.petra(), cast.claire())} <= set(
        urgent.values_list("account_id", flat=True)
    )
    case = Case.objects.get()
    assert case.is_grave
    assert case.due_at == clock.now() + dt.timedelta(hours=24)
    assert case in cases_for(cast.petra().actor)
    assert case in cases_for(cast.claire().actor)
    provisional = Statement.objects.get(account=ana.account)
    assert (
        b"hidden until somebody has looked" in ana.get(f"/care/decisions/{provisional.ref}").content
    )
    decided(case, measure=Measure.NONE, reason="")
    call.refresh_from_db()
    provisional.refresh_from_db()
    assert (call.state, call.withheld_from) == ("open", "")
    assert provisional.ended_at
    # Judged once: the next cry of alarm about it does not hide it again.
    reported(call, by=cast.ion().actor, reason="danger")
    call.refresh_from_db()
    assert call.state == "open"
    assert Case.objects.filter(state="open").get().is_grave


def test_the_centre_sets_the_clocks(clock):
    claire = cast.claire()
    numbers = {"teacher_hours": 12, "office_days": 1, "centre_days": 3, "appeal_days": 30,
               "evidence_days": 60, "visitors_to_hide": 1}  # fmt: skip
    assert cast.petra().get("/care/clocks").status_code == 404
    assert claire.post("/care/clocks", numbers | {"appeal_days": 1}).status_code == 422
    assert claire.post("/care/clocks", numbers).status_code == 302
    assert (clocks().office_days, clocks().by_account_id) == (1, claire.account.pk)
    reported(a_call())
    assert Case.objects.get().due_at.date() == dt.date(2026, 10, 6)
    with pytest.raises(Refused):
        save_clocks(by=cast.petra().actor, **numbers)


# Keeping.


def test_evidence_outlives_the_text_and_goes_on_time(clock):
    call, marek = a_call(), cast.marek()
    reported(call, words="Look")
    case = decided(Case.objects.get())
    with free_writing():
        call.delete()
    assert b"Buy my book" in cast.petra().get(f"/care/cases/{case.ref}").content
    forget = KINDS["safeguarding.forget"].run
    clock.passes(days=179)
    forget({})
    assert Report.objects.get().evidence
    clock.passes(days=2)
    forget({})
    report = Report.objects.get()
    assert (report.evidence, report.words, report.account_id) == ("", "", None)
    case.refresh_from_db()
    assert (case.title, case.measure) == ("", "hide")
    assert case.evidence_erased_at
    assert b"You reported nothing" in marek.get("/care/reports/").content


def test_the_links_to_report_cost_no_query():
    """Pages of calls ask the database as often as before."""
    call = a_call()
    answer_call(by=cast.ion().actor, call=call, text="One")
    marek = cast.marek()
    marek.get(f"/partners/calls/{call.ref}")
    with CaptureQueriesContext(connection) as asked:
        marek.get(f"/partners/calls/{call.ref}")
    assert not [q for q in asked.captured_queries if "safeguarding" in q["sql"]]


def test_the_desk_counts_reports_with_the_same_queries_for_one_and_three():
    petra = cast.petra()
    reported(a_call())
    with CaptureQueriesContext(connection) as one:
        list(cases_for(petra.actor))
    for number in range(2):
        reported(a_call(title=f"More {number}"))
    with CaptureQueriesContext(connection) as three:
        assert len(list(cases_for(petra.actor))) == 3
    assert len(one) == len(three)


def test_nobody_but_the_clock_and_the_house_forgets():
    reported(a_call())
    with pytest.raises(Refused):
        raise_case(by=cast.radu().actor, case=Case.objects.get())
    assert raise_case(by=SYSTEM, case=Case.objects.get()).level == "centre"
