"""T-01, K2, X1: a project is approved, its TwinSpace open, its founders inside, or nothing."""

import pytest

pytestmark = pytest.mark.fault


def test_no_approval_is_lost_or_half_done_in_25_kills(kill):
    outcome = kill("tests.faults.writers.approvals:Approvals")

    assert outcome.complaints() == []
    agreed = {ref.partition(":")[0] for ref in outcome.acknowledged if ref.endswith(":SI")}
    assert any(f"{project}:RO" in outcome.acknowledged for project in agreed)
