"""Several addresses of one person: proved, used, changed, taken back (R-25; A3, A10, A14, A17)."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM, VISITOR
from opentwinning.core.permits import free_writing
from opentwinning.core.privacy import Subject, exported
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.people.accounts.actions import (
    add_address,
    begin_registration,
    choose_main_address,
    confirm_address,
    erase_account,
    finish_registration,
    remove_address,
)
from opentwinning.people.accounts.models import Account, Address, MailedLink
from opentwinning.people.accounts.queries import account_with_address
from opentwinning.people.accounts.wiring.schedule import forget
from opentwinning.people.educators.queries import educator_by_email
from opentwinning.people.support.actions import appoint_officer
from tests import cast

pytestmark = pytest.mark.django_db
PAGE, OLD, NEW = "/account/addresses", "ana@example.org", "ana.kovac@home.example.org"
FRESH = "otter-tooth-river-9"


def mails(to, template=""):
    return list(Mail.objects.filter(to_address=to, template__contains=template).order_by("pk"))


def path_to(address):
    """The link of the last mail to an address."""
    return mails(address)[-1].facts["url"]


def claim(person, email=NEW):
    return person.post(PAGE, {"email": email}, follow=True)


def with_second(person, email=NEW):
    """She added another address and opened the link of the mail."""
    claim(person, email)
    assert person.post(path_to(email))["Location"] == PAGE
    return Address.objects.get(account=person.account, email=email)


def signs_in(email, password=cast.PASSWORD):
    answer = Client().post("/sign-in", {"email": email, "password": password})
    return answer.status_code == 302


def ledger(verb):
    return LedgerEntry.objects.filter(verb=f"people.accounts.actions.addresses.{verb}")


def test_an_address_counts_when_its_link_was_used():
    """R-25, A17: the mail names nobody, opening the link changes nothing, it works once."""
    ana = cast.ana()
    page = claim(ana, f"  {NEW.upper()} ").content.decode()
    assert "Not confirmed yet" in page
    mail = mails(NEW)[-1]
    assert (mail.template, set(mail.facts)) == ("accounts/mail/confirm_address.txt", {"url"})
    assert not signs_in(NEW)
    with CaptureQueriesContext(connection) as statements:
        assert ana.get(path_to(NEW)).status_code == 200
    assert not [s for s in statements if s["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    path = path_to(NEW)
    assert ana.post(path)["Location"] == PAGE
    assert signs_in(NEW.upper())
    assert signs_in(OLD)
    assert ana.get(path).status_code == ana.post(path).status_code == 410
    told = Notice.objects.get(account_id=ana.account.pk, kind="accounts.address_added")
    assert told.facts["address"] == NEW
    assert mails(OLD, "accounts/mail/address.txt")[-1].facts["what"] == "address_added"
    assert (ledger("add_address").count(), ledger("confirm_address").count()) == (1, 1)
    assert NEW not in str(list(LedgerEntry.objects.values()))


def test_a_strangers_click_gives_nobody_her_address():
    """A10: mallory claims ion's address; ion, signed in to his own account, opens the link."""
    marek, ion = cast.marek(), cast.ion()
    claim(marek, "free@example.org")
    path = path_to("free@example.org")
    assert ion.get(path).status_code == ion.post(path).status_code == 410
    assert Client().get(path)["Location"].startswith("/sign-in")
    assert not Address.objects.get(email="free@example.org").is_confirmed
    secret = path.rpartition("/")[2]
    with pytest.raises(Invalid):
        confirm_address(by=ion.actor, account=ion.account, secret=secret)
    with pytest.raises(Refused):
        confirm_address(by=ion.actor, account=marek.account, secret=secret)


def test_nobody_learns_whose_address_it_is():
    """A3: the same answer and a mail in both cases; the owner is told, and nothing changes."""
    ana, ion = cast.ana(), cast.ion()
    free = claim(ana, "nobody@example.org").content.decode()
    ana.post(f"{PAGE}/{Address.objects.get(email='nobody@example.org').ref}/remove")
    taken = claim(ana, "ion@example.org").content.decode()
    shown = [
        page.partition("<main")[2].replace(email, "X").split("<time")[0]
        for page, email in ((free, "nobody@example.org"), (taken, "ion@example.org"))
    ]
    refs = list(Address.objects.filter(account=ana.account).values_list("ref", flat=True))
    assert "We sent a mail to X" in shown[0]
    assert len(refs) == 2
    assert [s.count("Not confirmed yet") for s in shown] == [1, 1]
    mail = mails("ion@example.org")[-1]
    assert (mail.template, mail.account_id) == (
        "accounts/mail/address_taken.txt", ion.account.pk,
    )  # fmt: skip
    assert "Ana" not in str(mail.facts)
    assert not MailedLink.objects.filter(email="ion@example.org").exists()
    assert account_with_address("ion@example.org") == ion.account


def test_whoever_confirms_first_has_it():
    ana, ion = cast.ana(), cast.ion()
    claim(ana, "shared@example.org")
    late = path_to("shared@example.org")
    with_second(ion, "shared@example.org")
    answer = ana.post(late)
    assert answer.status_code == 422
    assert "belongs to another account meanwhile" in answer.content.decode()
    assert account_with_address("shared@example.org") == ion.account


def test_nobody_registers_with_another_persons_second_address():
    """A3, A10: neither begun before nor after it was confirmed."""
    ana = cast.ana()
    wish = {"email": NEW, "name": "Ana", "country": "SI", "language": "en"}
    begin_registration(by=VISITOR, **wish)
    secret = path_to(NEW).rpartition("/")[2]
    with_second(ana)
    with pytest.raises(Invalid):
        finish_registration(by=VISITOR, secret=secret, password=FRESH)
    begin_registration(by=VISITOR, **wish)
    assert mails(NEW)[-1].template == "accounts/mail/already_registered.txt"
    assert Account.objects.filter(email=NEW).count() == 0


def test_a_forgotten_password_and_a_code_go_to_the_address_she_typed():
    ana = cast.ana()
    with_second(ana)
    Client().post("/forgot-password", {"email": NEW.upper()})
    Client().post(path_to(NEW), {"password": FRESH})
    assert signs_in(OLD, FRESH)
    client = Client()
    client.post("/sign-in/code", {"email": NEW})
    code = mails(NEW, "code")[-1].facts["code"]
    assert client.post("/sign-in/code/enter", {"code": code}).status_code == 302
    assert client.get("/account").status_code == 200
    assert not mails(OLD, "reset") + mails(OLD, "code")


def test_officers_find_her_by_any_confirmed_address():
    ana = cast.ana()
    claim(ana)
    officer = cast.officer("Petra Zupan", "SI").actor
    assert educator_by_email(officer, NEW, country="SI") is None
    ana.post(path_to(NEW))
    assert educator_by_email(officer, NEW, country="SI") == ana.educator
    appoint_officer(by=SYSTEM, account=account_with_address(NEW), country="SI", reason="x")


def test_a_new_main_address_is_told_to_the_old_one():
    """R-25: mail goes there; which one is used stands on the page."""
    ana = cast.ana()
    second = with_second(ana)
    ana.post(f"{PAGE}/{second.ref}/main")
    assert Account.objects.get(pk=ana.account.pk).email == NEW
    assert mails(OLD)[-1].template == "accounts/mail/main_address_changed.txt"
    assert mails(NEW)[-1].facts["what"] == "main_address"
    assert NEW in ana.get("/account").content.decode()
    assert signs_in(OLD)
    assert "Choose another main address first." in str(
        ana.post(f"{PAGE}/{second.ref}/remove", follow=True).content.decode()
    )
    assert ledger("choose_main_address").count() == 1


def test_an_address_that_waits_never_becomes_the_main_one():
    ana = cast.ana()
    claim(ana)
    waiting = Address.objects.get(email=NEW)
    page = ana.post(f"{PAGE}/{waiting.ref}/main", follow=True).content.decode()
    assert "Confirm this address first." in page
    assert Account.objects.get(pk=ana.account.pk).email == OLD


def test_a_removed_address_opens_nothing_and_is_free_again():
    ana, ion = cast.ana(), cast.ion()
    second = with_second(ana)
    Client().post("/forgot-password", {"email": NEW})
    reset = path_to(NEW)
    ana.post(f"{PAGE}/{second.ref}/remove")
    assert not signs_in(NEW)
    assert Client().get(reset).status_code == 410
    assert mails(NEW)[-1].template == "accounts/mail/address_removed.txt"
    assert Notice.objects.filter(kind="accounts.address_removed").count() == 1
    assert with_second(ion).account == ion.account
    assert Client().post(mails(NEW, "removed")[-1].facts["url"]).status_code == 422


@pytest.mark.parametrize("thief_removes_it", [False, True])
def test_this_was_not_me(thief_removes_it):
    """Somebody at ana's open browser moved her account to his address; she takes it back."""
    ana = cast.ana()
    thief = cast.Person(ana.account)
    second = with_second(thief, "thief@example.org")
    thief.post(f"{PAGE}/{second.ref}/main")
    if thief_removes_it:
        first = Address.objects.get(account=ana.account, email=OLD)
        thief.post(f"{PAGE}/{first.ref}/remove")
    path = path_to(OLD)
    assert Client().get(path).status_code == 200
    assert Account.objects.get(pk=ana.account.pk).email == "thief@example.org"
    client = Client()
    to_password = client.post(path)["Location"]
    assert thief.get("/account").status_code == 302
    assert client.post(to_password, {"password": FRESH}).status_code == 302
    assert [a.email for a in Address.objects.filter(account=ana.account)] == [OLD]
    assert Account.objects.get(pk=ana.account.pk).email == OLD
    assert (signs_in(OLD, FRESH), signs_in("thief@example.org", FRESH)) == (True, False)
    assert client.get(path).status_code == 410
    assert ledger("take_back_address").count() == 1


def test_taking_back_is_open_for_three_days_and_survives_a_new_password(clock):
    ana = cast.ana()
    second = with_second(ana)
    ana.post(f"{PAGE}/{second.ref}/main")
    path = path_to(OLD)
    ana.post("/account/password", {"old_password": cast.PASSWORD, "password": FRESH})
    clock.passes(days=2, hours=23)
    assert Client().get(path).status_code == 200
    clock.passes(hours=1)
    assert Client().post(path).status_code == 410


def test_changes_need_a_fresh_proof_and_the_text_is_kept(clock):
    """A14."""
    ana = cast.ana()
    second = with_second(ana)
    client = Client()
    client.post("/sign-in", {"email": NEW, "password": cast.PASSWORD})
    clock.passes(minutes=6)
    assert client.get(PAGE).status_code == 200
    asked = client.post(PAGE, {"email": "third@example.org"})
    assert asked.status_code == 401
    for act in ("main", "remove"):
        assert client.post(f"{PAGE}/{second.ref}/{act}").status_code == 401
    kept = asked.context["kept"]
    carried = client.post("/account/confirm", {"password": cast.PASSWORD, "kept": kept})
    assert "third@example.org" in carried.content.decode()
    assert not Address.objects.filter(email="third@example.org").exists()
    assert Account.objects.get(pk=ana.account.pk).email == OLD


def test_addresses_of_others_are_out_of_reach():
    """B2, B3: like a page that does not exist; the actions refuse too."""
    ana, ion = cast.ana(), cast.ion()
    theirs = with_second(ana)
    for act in ("again", "main", "remove"):
        assert ion.post(f"{PAGE}/{theirs.ref}/{act}").status_code == 404
    for act in (choose_main_address, remove_address):
        with pytest.raises(Refused):
            act(by=ion.actor, address=theirs)
    with pytest.raises(Refused):
        add_address(by=ion.actor, account=ana.account, email="x@example.org")


def test_what_was_typed_stays_and_five_are_enough():
    ana = cast.ana()
    wrong = ana.post(PAGE, {"email": "not an address"})
    assert wrong.status_code == 422
    assert 'value="not an address"' in wrong.content.decode()
    own = ana.post(PAGE, {"email": OLD})
    assert (own.status_code, "yours already" in own.content.decode()) == (422, True)
    for number in range(4):
        add_address(by=ana.actor, account=ana.account, email=f"a{number}@example.org")
    with pytest.raises(Invalid):
        add_address(by=ana.actor, account=ana.account, email="a5@example.org")
    assert 'name="email"' not in ana.get(PAGE).content.decode()


def test_nobody_floods_a_letterbox_or_tries_forever():
    """G8, G3: mails to one address, changes of one person, guessed links."""
    ana = cast.ana()
    answers = [ana.post(PAGE, {"email": NEW}) for _ in range(4)]
    assert [a.status_code for a in answers] == [302, 302, 302, 429]
    assert NEW in answers[-1].content.decode()
    waiting = Address.objects.get(email=NEW)
    assert "Too many tries" in ana.post(f"{PAGE}/{waiting.ref}/again", follow=True).content.decode()
    codes = [ana.post(f"{PAGE}/{waiting.ref}/main").status_code for _ in range(8)]
    assert set(codes) == {302}
    assert "Too many tries" in ana.get(PAGE).content.decode()
    guesses = [Client().post(f"/address-back/{n:043d}").status_code for n in range(31)]
    assert (guesses[0], guesses[-1]) == (410, 429)


def test_a_link_can_be_sent_again_and_the_page_costs_the_same():
    ana = cast.ana()
    claim(ana)
    first = path_to(NEW)
    ana.post(f"{PAGE}/{Address.objects.get(email=NEW).ref}/again")
    assert path_to(NEW) != first
    ana.get(PAGE)
    with CaptureQueriesContext(connection) as two:
        ana.get(PAGE)
    claim(ana, "third@example.org")
    ana.get(PAGE)
    with CaptureQueriesContext(connection) as three:
        ana.get(PAGE)
    assert len(two) == len(three)


def test_what_nobody_confirms_is_forgotten(clock, settings):
    """R-25: after the operator's days; confirmed ones stay."""
    from dataclasses import replace

    ana = cast.ana()
    with_second(ana)
    claim(ana, "typo@exmaple.org")
    clock.passes(days=2)
    forget({})
    assert Address.objects.filter(email="typo@exmaple.org").exists()
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, address_days=2)
    clock.passes(minutes=1)
    forget({})
    kept = set(Address.objects.filter(account=ana.account).values_list("email", flat=True))
    assert kept == {OLD, NEW}


def test_her_addresses_are_exported_and_leave_with_her():
    """J2, J3: and mails to each of them."""
    ana = cast.ana()
    begin_registration(by=VISITOR, email=NEW, name="Ana", country="SI", language="en")
    with_second(ana)
    held = exported(Subject.EDUCATOR, ana.account.pk)
    assert {row["email"] for row in held["accounts.address"]} == {OLD, NEW}
    assert NEW in str(held["accounts.mailedlink"])
    erase_account(by=SYSTEM, account=ana.account)
    assert not Address.objects.filter(account=ana.account).exists()
    assert not mails(NEW)
    assert not MailedLink.objects.filter(email=NEW).exists()
    assert not signs_in(NEW)


def test_an_older_installation_gives_everybody_her_first_address():
    """The migration: accounts that began before there were several addresses."""
    ana, ion = cast.ana(), cast.ion()
    Client().post("/forgot-password", {"email": OLD})
    erase_account(by=SYSTEM, account=ion.account)
    with free_writing():
        Address.objects.all().delete()
        MailedLink.objects.update(account=None)
    migration = import_module("opentwinning.people.accounts.migrations.0004_first_addresses")
    migration.write_freely(apps, None)
    assert Address.objects.get(account=ana.account).is_main
    assert not Address.objects.filter(account=ion.account).exists()
    assert signs_in(OLD)
    assert Client().get(path_to(OLD)).status_code == 200


def test_the_console_finds_her_by_any_address(capsys):
    ana = cast.ana()
    with_second(ana)
    call_command("suspend_account", NEW, reason="x")
    assert "Suspended." in capsys.readouterr().out
