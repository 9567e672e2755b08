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
    told["sign-in"] = outcomes(lambda _: signing_in("ana@example.org"))
    told["report"] = reporting()
    return told


def signing_in(email: str) -> int:
    """Somebody guesses from one network: a wrong password."""
    from django.test import Client

    words = {"email": email, "password": "a guess"}
    return Client(REMOTE_ADDR="192.0.2.250").post("/sign-in", words).status_code


def reporting() -> dict[str, int]:
    """One teacher reports the same call from many windows."""
    from opentwinning.people.safeguarding.models import Report
    from tests import cast
    from tests.scenes.reports import a_call

    call, marek = a_call(cast.ion()), cast.marek()
    words = {"reason": "spam", "words": "Again!", "secret": "s" * 32}

    def status(_: int) -> int:
        return browser_of(marek).post(f"/care/report/call/{call.ref}", words).status_code

    return {**outcomes(status), "reports": Report.objects.count()}


def browser_of(person: object) -> object:
    """A window of her own: clients are not shared between threads."""
    from django.test import Client

    window = Client()
    window.cookies = person.client.cookies  # type: ignore[attr-defined]
    return window


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
        "calls": PartnerCall.objects.filter(author=ana.educator).count(),
        "searches": SavedSearch.objects.count(),
        "addresses": Address.objects.filter(account=account).count(),
        "devices": PushDevice.objects.count(),
    }
    return told


def shares() -> dict[str, object]:
    """A country recommends two of ten projects, and forgets no draft but the oldest of a person."""
    from opentwinning.collaboration.projects.models import Project
    from opentwinning.collaboration.recognition.actions import recommend_project
    from opentwinning.collaboration.recognition.models import QualityLabel, Recommendation
    from opentwinning.collaboration.recognition.vocabulary import LabelLevel
    from opentwinning.core.clock import now
    from opentwinning.core.permits import free_writing
    from tests import cast
    from tests.scenes.labels import a_rule

    petra, ana = cast.petra().actor, cast.ana().educator
    a_rule(share_percent=20)
    with free_writing():
        projects = [Project.objects.create(title=f"Rivers {n}") for n in range(THREADS)]
        for project in projects:
            QualityLabel.objects.create(
                level=LabelLevel.NATIONAL, project=project, educator=ana, country="SI",
                school_year="2026/27", awarded_at=now(),
            )  # fmt: skip

    def recommend(number: int) -> str:
        project = projects[number % len(projects)]
        recommend_project(by=petra, project=project, country="SI", school_year="2026/27")
        return ""

    return {"recommend": outcomes(recommend), "held": Recommendation.objects.count()}


def drafts() -> dict[str, object]:
    """Many windows save their first words while only five more drafts are kept; then all save the
    first words of one and the same form."""
    from opentwinning.facilities.drafts.actions import MAX_PER_PERSON, save_draft
    from opentwinning.facilities.drafts.models import Draft
    from tests import cast

    ana = cast.ana().actor

    def save(key: str) -> str:
        save_draft(by=ana, key=key, fields={}, url="", title="", base_stamp="")
        return ""

    for number in range(MAX_PER_PERSON - 5):
        save(f"old:{number}")
    many = outcomes(lambda number: save(f"new:{number}"))
    held = Draft.objects.filter(owner_key=ana.key).count()
    return {"many": many, "held": held, "same": outcomes(lambda _: kept_once(save))}


def kept_once(save: Callable[[str], str]) -> str:
    from opentwinning.core.verdicts import Conflict

    try:
        return save("same")
    except Conflict:
        return "newer text"


def joins() -> dict[str, object]:
    """The same two accounts are made one from every window at once: it happens once."""
    from opentwinning.facilities.audit.models import LedgerEntry
    from opentwinning.people.accounts.actions import join_accounts
    from opentwinning.people.accounts.models import Account
    from opentwinning.people.accounts.vocabulary import AccountState
    from tests import cast

    kept, gone = cast.freja(), cast.ewa()

    def join(number: int) -> str:
        mine, other = (kept, gone) if number % 2 else (gone, kept)
        join_accounts(
            by=mine.actor, account=mine.account, other=other.account,
            epoch=other.account.session_epoch, stays=kept.account.ref,
        )  # fmt: skip
        return ""

    return {
        "answers": outcomes(join, tries=20),
        "left": Account.objects.filter(state=AccountState.JOINED).count(),
        "written": LedgerEntry.objects.filter(verb__endswith="join_accounts").count(),
    }


if __name__ == "__main__":
    django.setup()
    parts = (counters, requests, caps, shares, drafts, joins)
    json.dump({each.__name__: each() for each in parts}, sys.stdout)
