"""The second step after the password: an app, printed codes (A13)."""

import datetime as dt
import re

import pyotp
import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from opentwinning.core.permits import free_writing
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.people.accounts.models import Account
from opentwinning.people.identity.actions import (
    add_authenticator,
    prove_with_code,
    remove_authenticator,
    renew_recovery_codes,
)
from opentwinning.people.identity.models import Authenticator, RecoveryCode
from opentwinning.people.identity.queries import factors_of, new_key
from opentwinning.people.identity.vocabulary import Factor
from tests import cast

pytestmark = pytest.mark.django_db
STEP = "/sign-in/second-step"


def with_app(person, clock):
    """The person sets up an app; its key and her ten codes. A moment later, so that the code of the
    set-up is old."""
    key = new_key()
    codes = add_authenticator(
        by=person.actor, account=person.account, key=key, code=code_of(key, clock)
    )
    clock.passes(minutes=2)
    return key, codes


def code_of(key, clock, seconds=0):
    return pyotp.TOTP(key).at(clock.now() + dt.timedelta(seconds=seconds))


def password_given(client=None, **data):
    client = client or Client()
    data = {"email": "ana@example.org", "password": cast.PASSWORD} | data
    return client, client.post("/sign-in", data)


def is_in(client):
    return client.get("/account").status_code == 200


def test_ana_sets_up_an_app_with_what_the_page_shows(clock):
    ana = cast.ana()
    page = ana.get("/account/security/app").content.decode()
    assert 'src="data:image/svg+xml' in page
    key = re.search(r'class="ot-code"[^>]*>([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    wrong = ana.post("/account/security/app", {"code": "000000"})
    assert wrong.status_code == 422
    assert key[:4] in wrong.content.decode()
    done = ana.post("/account/security/app", {"code": code_of(key, clock)})
    codes = re.findall(r'ot-code">([A-Z0-9-]{14})<', done.content.decode())
    assert len(set(codes)) == 10
    assert factors_of(ana.account.pk).codes_left == 10
    assert "You have 10 codes left" in ana.get("/account/security").content.decode()


def test_the_password_alone_opens_nothing_any_more(clock):
    ana = cast.ana()
    key, _ = with_app(ana, clock)
    client, answer = password_given(next="/account")
    assert answer["Location"] == STEP
    assert client.get("/account")["Location"].startswith("/sign-in")
    assert Account.objects.get(pk=ana.account.pk).last_sign_in_at is None
    assert client.get(STEP).status_code == 200
    assert client.post(STEP, {"code": code_of(key, clock)})["Location"] == "/account"
    assert is_in(client)
    assert Account.objects.get(pk=ana.account.pk).last_sign_in_at == clock.now()


def test_a_code_is_accepted_once(clock):
    """A13: the code that was seen over the shoulder opens nothing, nor does an older one."""
    ana = cast.ana()
    key, _ = with_app(ana, clock)
    earlier, code = code_of(key, clock, -30), code_of(key, clock)
    assert prove_with_code(by=ana.actor, account=ana.account, code=code) is Factor.APP
    assert prove_with_code(by=ana.actor, account=ana.account, code=code) is None
    assert prove_with_code(by=ana.actor, account=ana.account, code=earlier) is None
    clock.passes(seconds=30)
    fresh = code_of(key, clock)
    assert prove_with_code(by=ana.actor, account=ana.account, code=fresh) is Factor.APP


def test_the_code_of_the_set_up_is_used_up(clock):
    ana = cast.ana()
    key = new_key()
    code = code_of(key, clock)
    add_authenticator(by=ana.actor, account=ana.account, key=key, code=code)
    assert prove_with_code(by=ana.actor, account=ana.account, code=code) is None


@pytest.mark.parametrize(("seconds", "fits"), [(-60, False), (-30, True), (30, True), (60, False)])
def test_a_telephone_may_be_one_step_off(clock, seconds, fits):
    """X10."""
    ana = cast.ana()
    key, _ = with_app(ana, clock)
    code = code_of(key, clock, seconds)
    assert (prove_with_code(by=ana.actor, account=ana.account, code=code) is not None) is fits


def test_a_printed_code_opens_once_in_any_writing(clock):
    ana = cast.ana()
    _, codes = with_app(ana, clock)
    client, _answer = password_given()
    client.post(STEP, {"code": codes[3].lower().replace("-", " ")})
    assert is_in(client)
    again, _answer = password_given()
    assert again.post(STEP, {"code": codes[3]}).status_code == 422
    assert not is_in(again)
    assert factors_of(ana.account.pk).codes_left == 9


def test_new_printed_codes_end_the_old_ones(clock):
    ana = cast.ana()
    _, codes = with_app(ana, clock)
    fresh = renew_recovery_codes(by=ana.actor, account=ana.account)
    assert prove_with_code(by=ana.actor, account=ana.account, code=codes[0]) is None
    assert prove_with_code(by=ana.actor, account=ana.account, code=fresh[0]) is Factor.CODE


def test_nothing_readable_lies_in_the_database(clock):
    ana = cast.ana()
    key, codes = with_app(ana, clock)
    assert key not in Authenticator.objects.get(account=ana.account).sealed_key
    stored = " ".join(RecoveryCode.objects.values_list("code_hash", flat=True))
    assert not any(code.replace("-", "").lower() in stored.lower() for code in codes)


def test_codes_of_ana_open_nothing_of_ion(clock):
    ana, ion = cast.ana(), cast.ion()
    key, codes = with_app(ana, clock)
    with_app(ion, clock)
    for code in (code_of(key, clock), codes[0]):
        assert prove_with_code(by=ion.actor, account=ion.account, code=code) is None


def test_the_first_proof_is_worth_ten_minutes(clock):
    ana = cast.ana()
    key, _ = with_app(ana, clock)
    client, _answer = password_given()
    clock.passes(minutes=10, seconds=1)
    late = client.post(STEP, {"code": code_of(key, clock)})
    assert late["Location"] == "/sign-in"
    assert not is_in(client)


def test_a_new_password_ends_the_half_sign_in(clock):
    ana = cast.ana()
    key, _ = with_app(ana, clock)
    client, _answer = password_given()
    ana.post(
        "/account/password", {"old_password": cast.PASSWORD, "password": "otter-tooth-river-9"}
    )
    assert client.post(STEP, {"code": code_of(key, clock)})["Location"] == "/sign-in"
    assert not is_in(client)


def test_a_new_password_by_mail_does_not_stand_for_the_second_step(clock, smtp):
    """A13."""
    ana = cast.ana()
    key, _ = with_app(ana, clock)
    Client().post("/forgot-password", {"email": "ana@example.org"})
    run_due()
    text = smtp.to("ana@example.org")[-1].get_body(("plain",)).get_content()
    link = re.search(r"http://testserver(\S*/new-password/\S+)", text)[1]
    thief = Client()
    assert thief.post(link, {"password": "otter-tooth-river-9"})["Location"] == STEP
    assert not is_in(thief)
    assert thief.post(STEP, {"code": code_of(key, clock)}).status_code == 302
    assert is_in(thief)


def test_guessing_is_slow_and_counted_over_all_networks(clock):
    """A13: six digits are few; neither other browsers nor other networks give more tries."""
    ana = cast.ana()
    key, _ = with_app(ana, clock)
    answers = []
    for network in range(7):
        client, _answer = password_given()
        guess = {"code": f"00000{network}"}
        answers.append(client.post(STEP, guess, REMOTE_ADDR=f"10.0.{network}.1").status_code)
    assert answers == [422] * 5 + [429] * 2
    client, _answer = password_given()
    assert client.post(STEP, {"code": code_of(key, clock)}).status_code == 429
    clock.passes(minutes=2)
    client, _answer = password_given()
    assert client.post(STEP, {"code": code_of(key, clock)}).status_code == 302


def test_the_page_is_closed_without_a_first_proof(clock):
    ana = cast.ana()
    key, _ = with_app(ana, clock)
    client = Client()
    assert client.get(STEP)["Location"] == "/sign-in"
    assert client.post(STEP, {"code": code_of(key, clock)})["Location"] == "/sign-in"
    assert not is_in(client)


def test_the_text_that_was_typed_survives_both_steps(clock):
    ewa = cast.ewa()
    key, _ = with_app(ewa, clock)
    browser = Client()
    stopped = browser.post("/educators/validation", {"message": "Ask my head.\nThank you."})
    kept = re.search(r'name="kept" value="([^"]+)"', stopped.content.decode())[1]
    password_given(browser, email="ewa@example.org", kept=kept)
    page = browser.post(STEP, {"code": code_of(key, clock)}).content.decode()
    assert "Ask my head.\nThank you." in page
    assert 'action="/educators/validation"' in page


def test_removing_the_app_takes_the_printed_codes_along(clock):
    ana = cast.ana()
    _, codes = with_app(ana, clock)
    remove_authenticator(by=ana.actor, account=ana.account)
    assert not RecoveryCode.objects.exists()
    client, answer = password_given()
    assert answer["Location"] == "/today/"
    assert is_in(client)
    assert prove_with_code(by=ana.actor, account=ana.account, code=codes[0]) is None


def test_a_suspended_person_stays_out(clock):
    ana = cast.ana()
    key, _ = with_app(ana, clock)
    client, _answer = password_given()
    with free_writing():
        Account.objects.filter(pk=ana.account.pk).update(state="suspended")
    client.post(STEP, {"code": code_of(key, clock)})
    assert not is_in(client)


def test_every_change_is_mailed_at_once_and_written_down(clock, smtp):
    """J6; the owner learns of what she did not do herself."""
    ana = cast.ana()
    before = LedgerEntry.objects.count()
    _, codes = with_app(ana, clock)
    prove_with_code(by=ana.actor, account=ana.account, code=codes[0])
    renew_recovery_codes(by=ana.actor, account=ana.account)
    remove_authenticator(by=ana.actor, account=ana.account)
    assert LedgerEntry.objects.count() == before + 4
    run_due()
    subjects = [mail["Subject"] for mail in smtp.to("ana@example.org")]
    assert {
        "Signing in now has a second step",
        "A recovery code opened your account",
        "You have new recovery codes",
        "Something that opens your account was removed",
    } <= set(subjects)
    assert "Codes left: 9" in " ".join(str(mail) for mail in smtp.to("ana@example.org"))


def test_the_console_lets_somebody_in_again_who_lost_everything(clock, smtp):
    ana = cast.ana()
    with_app(ana, clock)
    call_command("drop_second_step", "ana@example.org", reason="called back at school")
    assert LedgerEntry.objects.order_by("-pk").first().reason == "called back at school"
    assert not factors_of(ana.account.pk).any
    assert not RecoveryCode.objects.exists()
    run_due()
    assert smtp.to("ana@example.org")[-1]["Subject"].startswith("Something that opens")
    with pytest.raises(CommandError):
        call_command("drop_second_step", "nobody@example.org", reason="a guess")


def test_with_another_key_of_the_installation_no_code_is_right(clock, settings):
    """Sealed keys open with the key they were sealed with, and the page stays polite."""
    ana = cast.ana()
    key, codes = with_app(ana, clock)
    settings.SECRET_KEY = "another key of the installation, long enough to be one"
    for code in (code_of(key, clock), codes[0]):
        assert prove_with_code(by=ana.actor, account=ana.account, code=code) is None
