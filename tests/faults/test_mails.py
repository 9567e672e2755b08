"""K4, X8: a worker killed while it sends mail: none twice, none forgotten without a word."""

from collections import Counter

import pytest

from tests.plugins.mail import post_office

pytestmark = pytest.mark.fault


def test_no_mail_is_sent_twice_or_forgotten_in_25_kills(kill):
    with post_office() as server:
        outcome = kill(
            "tests.faults.writers.mails:Postmen", mail_url=server.url, spread=0.15, writers=2
        )
        arrived = Counter(mail["X-Envelope-To"] for mail in server.messages)

    from tests.faults.writers.mails import COUNT, SENT, UNCERTAIN

    state = dict(outcome.stored)
    assert outcome.torn == []
    assert len(state) == COUNT
    assert max(arrived.values()) == 1
    assert {address for address, digest in state.items() if digest == SENT} <= set(arrived)
    uncertain = [address for address, digest in state.items() if digest == UNCERTAIN]
    assert len(uncertain) <= outcome.kills
    assert set(arrived) <= set(state)
