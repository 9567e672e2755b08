"""Whoever decides about others needs a second step: told first, then nothing else opens (A13)."""

import datetime as dt
from importlib import import_module

import pyotp
import pytest
from django.apps import apps
from django.test import Client

from opentwinning.core.actor import SYSTEM, Role
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.people.accounts.actions import grant_capacity
from opentwinning.people.identity.actions import (
    add_authenticator,
    remove_authenticator,
    set_factor_rule,
)
from opentwinning.people.identity.models import Authenticator, FactorRule
from opentwinning.people.identity.queries import duty_of, factor_rules, new_key
from tests import cast

pytestmark = pytest.mark.django_db
HERE = "/account/security"


@pytest.fixture(autouse=True)
def rules_from_the_first_day(clock):
    """As if the installation had begun before the test's first morning."""
    with free_writing():
        FactorRule.objects.all().delete()
        import_module("opentwinning.people.identity.migrations.0003_rules").first_rules(apps, None)
        FactorRule.objects.update(changed_at=clock.now() - dt.timedelta(days=100))


def signed_in(person):
    client = Client()
    client.post("/sign-in", {"email": person.account.email, "password": cast.PASSWORD})
    return client


def with_app(person, clock):
    key = new_key()
    code = pyotp.TOTP(key).at(clock.now())
    add_authenticator(by=person.actor, account=person.account, key=key, code=code)


def change(by, **values):
    rule = {"role": Role.NATIONAL_OFFICER, "is_required": True, "grace_days": 14,
            "paused_until": None, "reason": "a test"}  # fmt: skip
    return set_factor_rule(by=by, **rule | values)


def test_a_fresh_installation_asks_officers_and_operators():
    required = {rule.role for rule in factor_rules() if rule.is_in_force}
    assert required == {"operator", "central_officer", "national_officer"}


@pytest.mark.parametrize("who", [cast.petra, cast.claire, cast.otto])
def test_officers_and_operators_are_told_for_fourteen_days(who, clock):
    person = who()
    page = signed_in(person).get("/account").content.decode()
    assert "Set it up before" in page
    assert duty_of(person.actor).due_at == clock.now() + dt.timedelta(days=14)


@pytest.mark.parametrize(
    ("who", "address"),
    [
        (cast.petra, "/desk/"),
        (cast.claire, "/support/mandates"),
        (cast.otto, "/security/rules"),
    ],
)
def test_then_nothing_else_opens(who, address, clock):
    person = who()
    clock.passes(days=14)
    client = signed_in(person)
    assert client.get(address)["Location"] == HERE
    assert client.post("/account/name", {"name": "Somebody Else"})["Location"] == HERE
    assert client.get("/account")["Location"] == HERE
    assert "Set it up here to go on" in client.get(HERE).content.decode()


def test_the_way_out_is_open(clock):
    """She proves who she is, sets up an app, and her desk opens; she may also leave."""
    petra = cast.petra()
    clock.passes(days=20)
    client = signed_in(petra)
    assert client.get("/account/security/app").status_code == 200
    clock.passes(minutes=6)
    assert client.get("/account/security/app")["Location"].startswith("/account/confirm")
    assert client.get("/account/confirm").status_code == 200
    with_app(petra, clock)
    assert client.get("/desk/").status_code == 200
    assert client.post("/sign-out").status_code == 302


def test_teachers_are_not_asked(clock):
    ana = cast.ana()
    clock.passes(days=300)
    client = signed_in(ana)
    assert client.get("/account").status_code == 200
    assert "Your role needs" not in client.get("/account").content.decode()
    assert duty_of(ana.actor) is None


def test_an_officer_keeps_her_last_second_step(clock):
    petra = cast.petra()
    with_app(petra, clock)
    with pytest.raises(Invalid):
        remove_authenticator(by=petra.actor, account=petra.account)
    answer = petra.client.post("/account/security/app/remove", follow=True)
    assert "Add another one first" in answer.content.decode()
    assert Authenticator.objects.filter(account=petra.account).exists()


def test_a_pause_ends_by_itself_and_grace_begins_anew(clock):
    petra, otto = cast.petra(), cast.otto()
    change(otto.actor, paused_until=clock.now() + dt.timedelta(days=30), reason="demonstration")
    clock.passes(days=29)
    assert signed_in(petra).get("/desk/").status_code == 200
    assert duty_of(petra.actor) is None
    clock.passes(days=2)
    assert duty_of(petra.actor).is_overdue is False
    clock.passes(days=14)
    assert signed_in(petra).get("/desk/")["Location"] == HERE


def test_another_role_can_be_asked_too(clock):
    otto = cast.otto()
    ana = cast.ana()
    grant_capacity(by=SYSTEM, account=ana.account, role=Role.AMBASSADOR, country="SI")
    assert duty_of(ana.actor) is None
    change(otto.actor, role=Role.AMBASSADOR, grace_days=3)
    assert duty_of(ana.actor).due_at == clock.now() + dt.timedelta(days=3)


def test_for_deciding_roles_the_rule_stands():
    otto = cast.otto()
    with pytest.raises(Invalid) as problem:
        change(otto.actor, is_required=False)
    assert problem.value.field == "is_required"


@pytest.mark.parametrize("days", [-1, 401])
def test_a_pause_has_an_end_within_sight(days, clock):
    with pytest.raises(Invalid) as problem:
        change(cast.otto().actor, paused_until=clock.now() + dt.timedelta(days=days))
    assert problem.value.field == "paused_until"


@pytest.mark.parametrize("who", [cast.ana, cast.petra, cast.claire])
def test_only_the_operator_changes_rules(who):
    person = who()
    with pytest.raises(Refused):
        change(person.actor, grace_days=60)
    assert person.get("/security/rules").status_code == 404
    assert FactorRule.objects.get(role="national_officer").grace_days == 14


def test_the_operator_changes_a_rule_on_her_page(clock):
    otto = cast.otto()
    assert "14 days after the role begins" in otto.get("/security/rules").content.decode()
    page = "/security/rules/national_officer"
    wrong = otto.post(page, {"is_required": "on", "grace_days": "99", "reason": "why"})
    assert wrong.status_code == 422
    before = LedgerEntry.objects.count()
    data = {"is_required": "on", "grace_days": "7", "paused_until": "2026-11-01", "reason": "demo"}
    assert otto.post(page, data)["Location"] == "/security/rules"
    assert LedgerEntry.objects.count() == before + 1
    assert "Paused until" in otto.get("/security/rules").content.decode()
    assert otto.get("/security/rules/pupil").status_code == 404


def test_the_rules_are_read_in_as_many_statements_for_one_and_three(django_assert_num_queries):
    cast.otto()
    with django_assert_num_queries(1):
        factor_rules()
    with free_writing():
        FactorRule.objects.exclude(role="operator").delete()
    with django_assert_num_queries(1):
        factor_rules()
