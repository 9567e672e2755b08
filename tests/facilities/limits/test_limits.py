"""Attempts at secrets are counted (A4, A7, G3)."""

import datetime as dt

import pytest
from django.test import RequestFactory

from opentwinning.core.clock import now, stopped
from opentwinning.facilities.limits.actions import forget, network_of, within_limit
from opentwinning.facilities.limits.models import Counter

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


def attempt(who="ana"):
    return within_limit("sign-in", who, limit=3, per=HOUR)


def test_the_fourth_try_is_one_too_many():
    with stopped(dt.datetime(2027, 1, 1, 8, 5, tzinfo=dt.UTC)):
        assert [attempt() for _ in range(4)] == [True, True, True, False]
        assert attempt("ion")


def test_the_window_moves_on():
    at = dt.datetime(2027, 1, 1, 8, 5, tzinfo=dt.UTC)
    with stopped(at):
        assert [attempt() for _ in range(4)].count(False) == 1
    with stopped(at + HOUR):
        assert attempt()


def test_success_forgets():
    with stopped(now()):
        for _ in range(4):
            attempt()
        forget("sign-in", "ana")
        assert attempt()


def test_no_name_lies_in_the_table():
    attempt("ana@example.org")
    assert "ana" not in Counter.objects.get().key


@pytest.mark.parametrize(
    ("address", "network"),
    [("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3::9", "2001:db8:1:2::/64"), ("x", "unknown")],
)
def test_addresses_of_one_ipv6_network_are_one(address, network):
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == network


def test_a_forwarded_address_is_not_believed_without_a_proxy():
    """I6."""
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR="10.0.0.1")
    assert network_of(request) == "192.0.2.7"
