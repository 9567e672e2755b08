"""A hundred tries at once on a database of their own; run as a program, tells how many passed.

What threads commit cannot be taken back by a test, so nobody else may use the database.
"""

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django

TRIES = 100
THREADS = 10  # each sends its share without a pause; all begin together


def outcomes(attempt: Callable[[int], object], tries: int = TRIES) -> dict[str, int]:
    """How often each answer came; a refusal counts as its sentence, a breakdown by its name."""
    from django.db import connection

    from opentwinning.core.clock import now, stopped
    from opentwinning.core.verdicts import Invalid

    gate, at = Barrier(THREADS), now()

    def one(number: int) -> str:
        try:
            return str(attempt(number))
        except Invalid as problem:
            return str(problem.message)
        except Exception as problem:  # noqa: BLE001 - the test says what else came
            return repr(problem)

    def share(first: int) -> list[str]:
        gate.wait()
        try:
            with stopped(at):  # no window ends while it is counted
                return [one(number) for number in range(first, tries, THREADS)]
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return Counter(answer for part in pool.map(share, range(THREADS)) for answer in part)


def counters() -> dict[str, object]:
    """Every limit of the house through the door that counts: passed and refused. Limits of the same
    numbers are tried once."""
    from opentwinning.facilities.limits.actions import within_limits
    from tests.facilities.limits.listed import sets_of_limits, single_limits

    named = {**sets_of_limits(), **single_limits()}
    tried = {}
    for name, limits in named.items():
        if limits not in tried:
            least = min(limit.tries for limit in limits)
            tries = max(TRIES, least + 20)
            seen = outcomes(lambda _, n=name, s=limits: within_limits(n, "ana", s), tries)
            tried[limits] = {"limit": least, "tries": tries, "seen": seen}
    return {name: tried[limits] for name, limits in named.items()}


def requests() -> dict[str, object]:
    """Whole requests to two doors that count by address; each comes from another network, or the
    limits of the network would refuse too."""
    from django.test import Client
    from django.test.utils import setup_test_environment

    from opentwinning.facilities.notifications.models import Mail
    from tests import cast

    setup_test_environment()  # its host is allowed
    cast.account("Ana Kovač")
    before = Mail.objects.count()

    def sent(url: str, **words: str) -> dict[str, int]:
        def status(number: int) -> int:
            browser = Client(raise_request_exception=False, REMOTE_ADDR=f"192.0.2.{number}")
            return browser.post(url, words).status_code

        return outcomes(status)

    email = "ana@example.org"
    told: dict[str, object] = {
        "code": sent("/sign-in/code", email=email),
    }
    told["mails"] = Mail.objects.count() - before
    told["password"] = sent("/forgot-password", email="nobody@example.org")
    return told


def caps() -> dict[str, object]:
    """Numbers of things one person may have at one time."""
    from opentwinning.community.networking.actions import publish_call, save_search
    from opentwinning.community.networking.models import PartnerCall, SavedSearch
    from opentwinning.community.networking.vocabulary import CallTraitKind
    from opentwinning.core.clock import today
    from opentwinning.facilities.notifications.actions import add_device
    from opentwinning.facilities.notifications.models import PushDevice
    from opentwinning.people.accounts.actions import add_address
    from opentwinning.people.accounts.models import Address
    from tests import cast

    ana = cast.ana()
    actor, account = ana.actor, ana.account

    def call(number: int) -> str:
        publish_call(
            by=actor, traits={CallTraitKind.AGE: ["9-12"]}, title=f"Rivers {number}", idea="Water.",
            language="en", expires_on=today() + dt.timedelta(days=60),
        )  # fmt: skip
        return ""

    def search(number: int) -> str:
        save_search(by=actor, query=f"q=river{number}", name=f"Rivers {number}", pace="never")
        return ""

    def address(number: int) -> str:
        add_address(by=actor, account=account, email=f"ana{number}@example.org")
        return ""

    def device(number: int) -> str:
        add_device(
            account_id=account.pk, name="PC", endpoint=f"https://push.example.org/{number}",
            public_key="key", secret="secret",
        )  # fmt: skip
        return ""

    tries = {"calls": call, "searches": search, "addresses": address, "devices": device}
    told: dict[str, object] = {name: outcomes(attempt) for name, attempt in tries.items()}
    told["held"] = {
        "calls": PartnerCall.objects.count(),
        "searches": SavedSearch.objects.count(),
        "addresses": Address.objects.filter(account=account).count(),
        "devices": PushDevice.objects.count(),
    }
    return told


if __name__ == "__main__":
    django.setup()
    json.dump({each.__name__: each() for each in (counters, requests, caps)}, sys.stdout)
