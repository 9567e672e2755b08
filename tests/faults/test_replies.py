"""G6, K2, X1: replies of two people to one thread survive the kills, in order and once each."""

import pytest

pytestmark = pytest.mark.fault


def test_no_reply_is_lost_or_doubled_in_25_kills(kill):
    outcome = kill("tests.faults.writers.replies:Replies")

    assert outcome.complaints() == []
    assert len(outcome.acknowledged) > outcome.kills
