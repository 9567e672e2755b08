"""G7, K2, X1: two people save one page; no kill loses a version or lets one hide another's."""

import pytest

pytestmark = pytest.mark.fault


def test_no_saved_page_is_lost_or_overwritten_in_25_kills(kill):
    outcome = kill("tests.faults.writers.pages:PageSaves")

    assert outcome.complaints() == []
    assert len(outcome.acknowledged) > outcome.kills
    assert {turn.partition(".")[0] for turn in outcome.acknowledged} == {"0", "1"}
