"""Finding people at the size of the largest programme, beside a plain indexed query.

`python -m benchmarks.people [--educators 1000000 --schools 300000] [--engine sqlite|postgres]`:
asks whole pages as a signed-in educator, first of a small site and then of the full one, in one
process and one run. Every number is milliseconds, the middle and the slowest twentieth of thirty
answers to changing questions. Ends with an error when an expected person is not found, or when the
two databases answer differently.
"""

import argparse
import hashlib
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from pathlib import Path
from typing import Any

from benchmarks.__main__ import engines
from benchmarks.crowd import AGES, COUNTRIES, FIRST, LAST, SUBJECTS, fill
from benchmarks.sites import Engine, environment
from tools.launcher.place import DJANGO, ROOT

SMALL = 2_000
TURNS = 30
BATCH = 5_000
ROOTS = ("Lipa", "Bor", "Hrast", "Čebela", "Šmarje", "Łukasz", "Jørgensen", "Ağaç", "Σχολείο")
FOUND = {  # what somebody types, and whom she means
    "lukasz": "Łukasz", "jorgensen": "Jørgensen", "γιωργος": "ΓΙΏΡΓΟΣ", "ipek": "İpek",
    "zielinski lukasz": "Łukasz Zieliński",
}  # fmt: skip


def schools(begin: int, count: int) -> list[int]:
    """Schools number ``begin`` to ``count``, found by name and town."""
    from opentwinning.core.text import folded
    from opentwinning.facilities.search.models import SearchEntry
    from opentwinning.people.organisations.models import Organisation
    from opentwinning.people.organisations.queries.lists import search_text

    dice = random.Random(11 + begin)
    for start in range(begin, count, BATCH):
        made = Organisation.objects.bulk_create(
            Organisation(
                country=dice.choice(COUNTRIES), code=f"{n:07}", kind="primary",
                name=f"School {dice.choice(ROOTS)} {n}", place=f"Town {n % 9000}",
                postcode=f"{n % 9000:04}",
            )
            for n in range(start, min(start + BATCH, count))
        )  # fmt: skip
        SearchEntry.objects.bulk_create(
            SearchEntry(kind="organisation", object_id=each.pk, text=folded(search_text(each)))
            for each in made
        )
    return list(Organisation.objects.values_list("pk", flat=True))


def somebody() -> Any:
    """A validated educator who looks for partners, and her browser."""
    from django.test import Client

    from opentwinning.core.actor import SYSTEM, VISITOR, Role
    from opentwinning.people.accounts.actions import create_account, grant_capacity
    from opentwinning.people.educators.actions import complete_profile
    from opentwinning.people.educators.models import Educator
    from opentwinning.people.educators.vocabulary import TraitKind
    from opentwinning.people.support.actions import save_support_organisation

    for country in COUNTRIES:
        save_support_organisation(
            by=SYSTEM, country=country, name=country, name_en=country, language="en",
            time_zone="UTC", email=f"{country.lower()}@example.org",
        )  # fmt: skip
    account = create_account(
        by=VISITOR, email="nobody@example.org", name="Nova Nowhere",
        password="lipa-most-reka-7", language="en",
    )  # fmt: skip
    complete_profile(
        by=SYSTEM, account=account, country="SI", profession="teacher",
        traits={TraitKind.SUBJECT: ["biology", "art"], TraitKind.AGE: ["9-12"],
                TraitKind.LANGUAGE: ["en"]},
    )  # fmt: skip
    Educator.objects.filter(account=account).update(validation_state="validated")
    grant_capacity(by=SYSTEM, account=account, role=Role.VALIDATED)
    browser = Client(HTTP_HOST="localhost", HTTP_X_FORWARDED_PROTO="https")
    session = browser.session
    session.update({"account": account.pk, "epoch": account.session_epoch})
    session.save()
    return browser


def questions(dice: random.Random) -> dict[str, str]:
    """One turn of addresses; each turn asks for something else."""
    subject, age, country = dice.choice(SUBJECTS), dice.choice(AGES), dice.choice(COUNTRIES)
    name = f"{dice.choice(FIRST)} {dice.choice(LAST)}".lower()
    return {
        "everybody, by fit": "/partners/",
        "everybody, by last visit": "/partners/?order=last",
        "one name": f"/partners/?q={dice.choice(LAST).lower()}",
        "two names": f"/partners/?q={name}",
        "country": f"/partners/?country={country}",
        "subject, age, country": f"/partners/?subject={subject}&age={age}&country={country}",
        "name, subject, age": f"/partners/?q={name}&subject={subject}&age={age}",
        "today": "/today/",
    }


def step(chosen: Namespace) -> dict[str, Any]:
    """Small, then full: fill, ask, and say what was found; in a process of its own."""
    import django

    django.setup()
    from opentwinning.core.permits import free_writing
    from opentwinning.people.organisations.queries import find_organisations

    with free_writing():
        browser = somebody()
    sizes = ((0, SMALL, 0, SMALL), (SMALL, chosen.educators, SMALL, chosen.schools))
    found: dict[str, Any] = {"times": {}, "took": [], "answers": {}}
    for label, (first, people, first_school, places) in zip(("small", "full"), sizes, strict=True):
        begin = time.perf_counter()
        with free_writing():
            fill(people, schools(first_school, places), begin=first)
        _settle()
        found["took"].append(time.perf_counter() - begin)
        found["times"][label] = _times(browser, find_organisations)
    found["answers"] = _answers(browser)
    found["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def _settle() -> None:
    """What a database does by itself in the hours after such a filling: statistics."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _times(browser: Any, find_organisations: Any) -> dict[str, list[float]]:
    from opentwinning.people.educators.models import Educator

    dice = random.Random(5)
    times: dict[str, list[float]] = {}
    twentieth = _twentieth(browser)
    refs = list(Educator.objects.order_by("pk").values_list("ref", flat=True)[:TURNS])
    for turn in range(TURNS):
        asked: dict[str, Any] = {
            "plain indexed query": lambda ref=refs[turn]: Educator.objects.get(ref=ref)
        }
        for name, address in questions(dice).items():
            asked[name] = lambda address=address: _get(browser, address)
        asked["20th page"] = lambda: _get(browser, twentieth)
        country, typed = dice.choice(COUNTRIES), f"{dice.choice(ROOTS)[:5].lower()} {turn}"
        asked["my school, typed"] = lambda c=country, t=typed: find_organisations(c, t)
        for name, ask in asked.items():
            begin = time.perf_counter()
            ask()
            times.setdefault(name, []).append((time.perf_counter() - begin) * 1000)
    return times


def _twentieth(browser: Any) -> str:
    """Address of the 20th page of everybody, by last visit."""
    address = "/partners/?order=last"
    for _page in range(19):
        more = re.search(r'href="(\?[^"]*after=[^"]*)"', _get(browser, address))
        if more is None:
            break
        address = f"/partners/{more[1]}".replace("&amp;", "&")
    return address


def _get(browser: Any, address: str) -> str:
    answer = browser.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    return str(answer.content.decode())


def _answers(browser: Any) -> dict[str, str]:
    """Typed words -> a digest of the names on the first page; the expected name stands there."""
    digests = {}
    for typed, meant in FOUND.items():
        html = _get(browser, f"/partners/?q={typed}&order=last")
        names = re.findall(r'<h2 class="ot-card__title"><a [^>]*>([^<]*)</a>', html)
        if not names or any(not set(meant.split()) <= set(name.split()) for name in names):
            raise SystemExit(f"{typed} finds {names[:3]}, not {meant}")
        digests[typed] = hashlib.sha256(" ".join(names).encode()).hexdigest()[:12]
    return digests


def measure(engine: Engine, chosen: Namespace) -> dict[str, str]:
    """Print one table for one engine; returns what it answered."""
    with tempfile.TemporaryDirectory(prefix="ot-bench-") as folder:
        env = environment(Path(folder), 1, engine)
        subprocess.run([*DJANGO, "migrate", "-v0"], cwd=ROOT, env=env, check=True)
        subprocess.run(
            [*DJANGO, "collectstatic", "-v0", "--no-input"], cwd=ROOT, env=env, check=True
        )
        command = [
            sys.executable, "-m", "benchmarks.people", "--step",
            "--educators", str(chosen.educators), "--schools", str(chosen.schools),
        ]  # fmt: skip
        said = subprocess.run(
            command, cwd=ROOT, env=env, check=True, text=True, stdout=subprocess.PIPE
        ).stdout
    found = json.loads(said.splitlines()[-1])
    print(f"\n{engine.name}: {SMALL} and {chosen.educators} educators, {chosen.schools} schools;"
          f" filled in {sum(found['took']):.0f} s, peak {found['peak']:.0f} MiB")  # fmt: skip
    print(f"{'':<26}{'p50':>9}{'p95':>9}{'p50 full':>10}{'p95 full':>10}")
    for name, times in found["times"]["small"].items():
        full = found["times"]["full"][name]
        columns = [_at(times, 0.5), _at(times, 0.95), _at(full, 0.5), _at(full, 0.95)]
        print(f"{name:<26}" + "".join(f"{each:>9.1f} " for each in columns))
    return dict(found["answers"])


def _at(times: list[float], share: float) -> float:
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def main() -> None:
    """Measure on both engines, or carry out the step of one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.people")
    parser.add_argument("--educators", type=int, default=1_000_000)
    parser.add_argument("--schools", type=int, default=300_000)
    parser.add_argument("--engine", choices=["sqlite", "postgres"], help="default: both")
    parser.add_argument("--step", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.step:
        print(json.dumps(step(chosen)))
        return
    with engines(chosen.engine) as available:
        answers = [measure(engine, chosen) for engine in available]
    if any(each != answers[0] for each in answers):
        raise SystemExit("The databases answer differently.")


if __name__ == "__main__":
    main()
