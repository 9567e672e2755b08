"""K2, K4, X1: a killed process loses no registration that was acknowledged, nor half of one."""

import pytest

pytestmark = pytest.mark.fault


def test_no_registration_is_lost_or_half_done_in_25_kills(kill):
    outcome = kill("tests.faults.writers.registrations:Registrations")

    assert outcome.complaints() == []
    assert len(outcome.acknowledged) > outcome.kills


def test_the_first_actions_of_all_begin_one_chain(kill):
    """J7: six processes that act at the same first moment continue one ledger."""
    outcome = kill("tests.faults.writers.registrations:Registrations", kills=1, writers=6)

    assert outcome.complaints() == []
