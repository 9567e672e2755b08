"""An office suspends an account: reason, term, sessions, objection, and the way back (row 11, A16,
H17, J2)."""

import datetime as dt
import re
from importlib import import_module

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from opentwinning.core.actor import SYSTEM
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.core.work import KINDS
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.people.accounts.actions import ask_for_reset, erase_account
from opentwinning.people.accounts.models import Account, MailedLink, Suspension
from opentwinning.people.accounts.vocabulary import AccountState
from opentwinning.people.educators.actions import lift_suspension, suspend_educator
from opentwinning.people.pupils.actions import add_class_owner
from opentwinning.people.safeguarding.actions import answer_appeal
from opentwinning.people.safeguarding.models import Statement
from opentwinning.people.safeguarding.queries import appeals_for
from opentwinning.people.support.queries import officers_of
from tests import cast
from tests.scenes.classes import a_class, kids_of

pytestmark = pytest.mark.django_db
REASON = "You wrote to pupils outside the project."


def suspend(person, by=None, until=None):
    officer = by or cast.petra()
    return suspend_educator(by=officer.actor, educator=person.educator, reason=REASON, until=until)


def signs_in(browser=None, password=cast.PASSWORD, email="ana@example.org"):
    return (browser or Client()).post("/sign-in", {"email": email, "password": password})


def ticket_in(answer):
    return re.search(r'name="ticket" value="([^"]+)"', answer.content.decode())[1]


def state(person):
    return Account.objects.get(pk=person.account.pk).state


def test_sessions_and_links_end_at_once_and_the_reason_is_mailed():
    ana = cast.ana()
    ask_for_reset(by=SYSTEM, email="ana@example.org")
    assert ana.get("/today/").status_code == 200
    suspend(ana)
    assert ana.get("/today/").status_code == 302
    assert not MailedLink.objects.filter(email="ana@example.org", used_at=None).exists()
    mail = Mail.objects.get(template="safeguarding/mail/suspended.txt")
    assert (mail.facts["reason"], mail.facts["office"]) == (REASON, "Zavod Most")
    row = LedgerEntry.objects.get(verb__endswith="suspension.suspend_educator")
    assert row.subject_id == ana.educator.pk


def test_only_who_knows_the_password_learns_why():
    suspend(cast.ana())
    wrong = signs_in(password="wrong-but-long-1").content.decode()
    assert "do not belong together" in wrong
    assert REASON not in wrong
    answer = signs_in()
    assert answer.status_code == 403
    page = answer.content.decode()
    assert REASON in page
    assert "Zavod Most" in page
    assert "Petra" not in page
    assert "It holds until somebody lifts it." in page


def test_she_gets_no_session_with_it():
    suspend(cast.ana())
    browser = Client()
    signs_in(browser)
    assert browser.get("/today/").status_code == 302
    assert ask_for_reset(by=SYSTEM, email="ana@example.org") is None
    assert not Mail.objects.filter(template="accounts/mail/reset_password.txt").exists()


def test_the_term_ends_by_itself(clock):
    ana = cast.ana()
    suspend(ana, until=clock.moment + dt.timedelta(days=7))
    clock.passes(days=6, hours=23)
    KINDS["accounts.restore"].run({})
    assert state(ana) == AccountState.SUSPENDED
    clock.passes(hours=1)
    for _ in range(2):
        KINDS["accounts.restore"].run({})
    assert state(ana) == AccountState.ACTIVE
    assert Mail.objects.filter(template="accounts/mail/restored.txt").count() == 1
    assert ana.get("/today/").status_code == 302  # a new session needs the password
    assert signs_in().status_code == 302


def test_who_may_suspend_whom():
    """Own country, the centre, the operator; never oneself, never colleagues; nobody else."""
    ana, ion, petra = cast.ana(), cast.ion(), cast.petra()
    for person in (ion, cast.marek(), cast.radu(), cast.mette(), cast.ewa()):
        with pytest.raises(Refused):
            suspend(ana, by=person)
    officer = cast.educator("Olga Kos", "SI")
    cast.officer("Olga Kos", "SI")
    with pytest.raises(Refused):
        suspend(officer, by=petra)
    with pytest.raises(Refused):
        suspend(officer, by=officer)
    suspend(officer, by=cast.claire())
    suspend(ana, by=cast.otto())
    with pytest.raises(Invalid):
        suspend(ana)


def test_a_reason_and_a_future_end_are_needed(clock):
    ana, petra = cast.ana(), cast.petra()
    with pytest.raises(Invalid):
        suspend_educator(by=petra.actor, educator=ana.educator, reason="  ")
    with pytest.raises(Invalid):
        suspend(ana, until=clock.moment)
    assert state(ana) == AccountState.ACTIVE


def objects(browser, text="It was my twin.", email="ana@example.org"):
    """From the refused sign-in to the page where she writes; the answer to the form."""
    way = re.search(r'href="(/care/open/[^"]+)"', signs_in(browser, email=email).content.decode())[
        1
    ]
    assert REASON in browser.get(way).content.decode()
    return way, browser.post(way, {"text": text})


def test_an_objection_is_decided_by_somebody_else():
    """H17: not by Petra, who suspended her; a colleague of her office, or the centre."""
    ana, petra, browser = cast.ana(), cast.petra(), Client()
    tina = cast.officer("Tina Zupan", "SI")
    suspend(ana, by=petra)
    way, sent = objects(browser)
    assert sent.status_code == 302
    assert "Your objection is sent" in browser.get(way).content.decode()
    assert browser.post(way, {"text": "Twice"}).status_code == 422
    assert "Your objection is sent" in signs_in(browser).content.decode()
    kind = Notice.objects.filter(kind="safeguarding.appealed")
    told = set(kind.values_list("account_id", flat=True))
    assert told == set(officers_of("SI")) - {petra.account.pk}
    assert tina.account.pk in told
    statement = Statement.objects.get()
    assert not appeals_for(petra.actor).exists()
    for other in (tina, cast.claire()):
        assert appeals_for(other.actor).get() == statement
    assert not appeals_for(cast.radu().actor).exists()
    place = f"/educators/{ana.educator.ref}/suspension"
    assert "Somebody else must decide" in petra.get(place).content.decode()
    assert f"/care/appeals/{statement.ref}" in tina.get(place).content.decode()
    answer = {"act": "stays", "answer": "We checked it."}
    assert petra.post(f"/care/appeals/{statement.ref}", answer).status_code == 403
    assert tina.post(f"/care/appeals/{statement.ref}", answer).status_code == 302
    assert "We checked it." in signs_in().content.decode()
    mail = Mail.objects.get(template="safeguarding/mail/answered.txt")
    assert (mail.to_address, mail.facts["url"]) == ("ana@example.org", "/sign-in")
    assert state(ana) == AccountState.SUSPENDED
    lift_suspension(by=petra.actor, educator=ana.educator, answer="Enough now")
    assert state(ana) == AccountState.ACTIVE
    assert Statement.objects.get().ended_at is not None


def test_who_is_right_comes_in_again_and_reads_why():
    """H17; the link of the mail serves whoever has no password here."""
    ana, browser = cast.ana(), Client()
    tina = cast.officer("Tina Zupan", "SI")
    suspend(ana)
    link = Mail.objects.get(template="safeguarding/mail/suspended.txt").facts["url"]
    assert "A decision about your account" in browser.get(link).content.decode()
    assert browser.post(link, {"text": "It was my twin."}).status_code == 302
    answer_appeal(
        by=tina.actor, statement=Statement.objects.get(), is_right=True, answer="It was he."
    )
    assert state(ana) == AccountState.ACTIVE
    assert Mail.objects.get(template="accounts/mail/restored.txt").facts["reason"] == "It was he."
    assert not Mail.objects.filter(template="safeguarding/mail/answered.txt").exists()
    assert "It was he." in browser.get(link).content.decode()
    assert Suspension.objects.get().ended_at is not None


def test_without_a_colleague_the_centre_is_told():
    """Ewa's country has one officer only; an officer's own objection the centre answers."""
    ewa, claire = cast.ewa(), cast.claire()
    jan = cast.officer("Jan Kowal", "PL")
    suspend(ewa, by=jan)
    objects(Client(), email="ewa@example.org")
    assert Notice.objects.get(kind="safeguarding.appealed").account_id == claire.account.pk
    olga = cast.educator("Olga Kos", "SI")
    cast.officer("Olga Kos", "SI")
    suspend(olga, by=cast.otto())
    about_olga = Statement.objects.get(account=olga.account)
    assert (about_olga.country, about_olga.by_account_id) == ("", cast.otto().account.pk)


def test_a_forged_or_old_ticket_opens_nothing(clock):
    suspend(cast.ana())
    answer = signs_in()
    ticket = ticket_in(answer)
    way = re.search(r'href="(/care/open/[^"]+)"', answer.content.decode())[1]
    for wrong in ("", "x", ticket[:-2]):
        sent = Client().post("/sign-in/my-data", {"ticket": wrong})
        assert (sent.status_code, sent["Location"]) == (302, "/sign-in")
    assert Client().get(way[:-2]).status_code == 404
    assert Client().get(f"/care/open/{ticket}").status_code == 404
    lift_suspension(by=cast.petra().actor, educator=cast.ana().educator)
    assert Client().post("/sign-in/my-data", {"ticket": ticket}).status_code == 302
    assert Client().post(way, {"text": "x"}).status_code == 422
    clock.passes(minutes=31)
    assert Client().get(way).status_code == 404
    assert Statement.objects.get().appeal == ""


def test_she_may_still_take_her_data_along():
    """4.3: own export only."""
    suspend(cast.ana())
    answer = Client().post("/sign-in/my-data", {"ticket": ticket_in(signs_in())})
    assert answer.json()["accounts.account"][0]["email"] == "ana@example.org"
    assert "educators.educator" in answer.json()


def test_her_contents_stay_and_nobody_finds_her_meanwhile():
    ana, ion = cast.ana(), cast.ion()
    directory = "/partners/?q=Kova"
    assert "Ana Kovač" in ion.get(directory).content.decode()
    suspend(ana)
    assert "Ana Kovač" not in ion.get(directory).content.decode()
    assert ion.get(f"/educators/{ana.educator.ref}").status_code == 200
    lift_suspension(by=cast.petra().actor, educator=ana.educator)
    assert "Ana Kovač" in ion.get(directory).content.decode()


def test_pupils_do_not_come_in_while_nobody_answers_for_them():
    ana, bojan = cast.ana(), cast.educator("Bojan Mlakar", "SI")
    mine = a_class(ana, "Nina")
    (nina,) = kids_of(mine)
    assert nina.get("/pupils/me").status_code == 200
    suspend(ana)
    assert nina.get("/pupils/me").status_code == 302
    secret = {"secret": nina.card.secret}
    assert Client().post("/pupils/card", secret, follow=True).request["PATH_INFO"] != "/pupils/me"
    lift_suspension(by=cast.petra().actor, educator=ana.educator)
    assert nina.comes_in().get("/pupils/me").status_code == 200
    add_class_owner(by=ana.actor, school_class=mine, educator=bojan.educator)
    browser = nina.comes_in()
    suspend(ana)
    assert browser.get("/pupils/me").status_code == 200


def test_the_officers_page_leads_through_it():
    ana, petra = cast.ana(), cast.petra()
    address = f"/educators/{ana.educator.ref}/suspension"
    assert address in petra.get(f"/educators/{ana.educator.ref}").content.decode()
    assert petra.post(address, {"reason": "", "days": "7"}).status_code == 422
    assert petra.post(address, {"reason": REASON, "days": "7"}).status_code == 302
    page = petra.get(address).content.decode()
    assert REASON in page
    assert "Lift the suspension" in page
    assert petra.post(address, {"answer": "A mistake"}).status_code == 302
    assert state(ana) == AccountState.ACTIVE
    assert cast.ion().get(address).status_code == 404
    assert cast.radu().get(address).status_code == 404


def test_the_operators_console():
    ana = cast.ana()
    call_command("suspend_account", "ana@example.org", "--reason", REASON, "--days", "3")
    assert state(ana) == AccountState.SUSPENDED
    with pytest.raises(CommandError):
        call_command("suspend_account", "ana@example.org", "--reason", REASON)
    call_command("suspend_account", "ana@example.org", "--reason", "Over", "--lift")
    assert state(ana) == AccountState.ACTIVE
    with pytest.raises(CommandError):
        call_command("suspend_account", "nobody@example.org", "--reason", REASON)


def test_erasure_takes_the_texts_along():
    """J3."""
    ana = cast.ana()
    suspend(ana)
    erase_account(by=SYSTEM, account=ana.account)
    row = Suspension.objects.get()
    assert (row.reason, row.ended_at is not None) == ("", True)
    assert state(ana) == AccountState.ERASED
    KINDS["accounts.restore"].run({})
    assert state(ana) == AccountState.ERASED


def test_a_password_alone_does_not_give_data_where_a_second_proof_is_due(monkeypatch, clock):
    """A13, A14: nor an old password."""
    suspend(cast.ana())
    ticket = ticket_in(signs_in())
    clock.passes(minutes=6)
    assert Client().post("/sign-in/my-data", {"ticket": ticket}).status_code == 302
    fresh = {"ticket": ticket_in(signs_in())}
    for place in ("actions.refusing", "views.suspended"):
        monkeypatch.setattr(
            f"opentwinning.people.accounts.{place}.next_proof_of", lambda account: "a code"
        )
    answer = signs_in()
    assert "Take my data along" not in answer.content.decode()
    assert REASON in answer.content.decode()
    assert Client().post("/sign-in/my-data", fresh).status_code == 302


def test_an_older_installation_takes_its_objections_over(clock):
    """The migration: whoever waited for an answer still waits, now where all objections are."""
    ana, petra = cast.ana(), cast.petra()
    suspend(ana, by=petra)
    old = Suspension.objects.get()
    old.appeal, old.appealed_at, old.answered_at = "It was my twin.", clock.moment, None
    migration = import_module("opentwinning.people.safeguarding.migrations.0004_suspensions")
    with free_writing():
        Statement.objects.all().delete()
        Statement.objects.create(
            country="SI",
            appeal_until=clock.moment,
            account=ana.account,
            **migration.taken_over(old),
        )
    statement = appeals_for(cast.claire().actor).get()
    assert (statement.appeal, statement.reason) == ("It was my twin.", REASON)
    assert not appeals_for(petra.actor).exists()
    answer_appeal(by=cast.claire().actor, statement=statement, is_right=True, answer="It was he.")
    assert state(ana) == AccountState.ACTIVE
