"""A fresh installation has nobody; the console makes the first person, once (A18)."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from opentwinning.core.actor import VISITOR, Role
from opentwinning.core.verdicts import Refused
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import actor_of
from opentwinning.people.support.actions import create_first_operator
from tests import cast

pytestmark = pytest.mark.django_db
WHO = ("--email", "tomasz@example.org", "--name", "Tomasz Lis")
NEW = "otter-tooth-river-9"


def run(capsys, *arguments):
    call_command("create_operator", *arguments)
    return re.search(r"http://testserver(/new-password/\S+)", capsys.readouterr().out)[1]


def test_nobody_is_there_on_the_first_day():
    assert not Account.objects.exists()


def test_tomasz_begins_with_the_printed_link(capsys):
    browser = Client()
    answer = browser.post(run(capsys, *WHO), {"password": NEW})
    assert answer.status_code == 302
    account = Account.objects.get()
    assert actor_of(account).roles == {Role.OPERATOR, Role.CENTRAL_OFFICER}
    assert account.knows(NEW)
    assert browser.get("/account").status_code == 200


def test_a_lost_link_is_replaced_until_he_has_entered(capsys):
    first, second = run(capsys, *WHO), run(capsys, *WHO)
    assert Account.objects.count() == 1
    assert Client().post(second, {"password": NEW}).status_code == 302
    assert Client().get(first).status_code == 410
    with pytest.raises(CommandError, match="has an operator already"):
        call_command("create_operator", *WHO)


def test_nobody_slips_in_as_a_second_first_person(capsys):
    run(capsys, *WHO)
    with pytest.raises(CommandError):
        call_command("create_operator", "--email", "mallory@example.org", "--name", "Mallory")
    assert Account.objects.count() == 1


def test_the_operator_need_not_be_the_central_office(capsys):
    run(capsys, *WHO, "--operator-only")
    assert actor_of(Account.objects.get()).roles == {Role.OPERATOR}


def test_a_wrong_address_makes_nobody():
    with pytest.raises(CommandError):
        call_command("create_operator", "--email", "not an address", "--name", "X")
    assert not Account.objects.exists()


@pytest.mark.parametrize("who", [lambda: VISITOR, lambda: cast.claire().actor])
def test_only_the_console_may(who):
    with pytest.raises(Refused):
        create_first_operator(
            by=who(), email="m@example.org", name="M", language="en", is_central=True
        )
