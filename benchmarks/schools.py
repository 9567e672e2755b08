"""The map and the search of schools at size, beside a plain indexed query of the same database.

`python -m benchmarks.schools [--schools 300000] [--engine sqlite|postgres]`: fills twelve countries
with schools that all take part (seeded: the same each time), draws the map as the job does, and
times each question in one process. Every number is milliseconds: the middle and the slowest
twentieth of thirty runs in turn; the peak is the memory of the process that filled and drew.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from benchmarks.__main__ import engines
from benchmarks.crowd import COUNTRIES
from benchmarks.sites import Engine, environment
from tools.launcher.place import DJANGO, ROOT

BATCH = 5000
TURNS = 30
ROOTS = ("Lipa", "Bor", "Hrast", "Jelka", "Čebela", "Šmarje", "Žaga", "Breg", "Łukasz", "Jørgensen")
KINDS = ("primary", "secondary", "kindergarten")


def fill(count: int) -> None:
    """Schools, each with one checked educator; every tenth school has no coordinates."""
    from opentwinning.core.permits import free_writing

    chance = random.Random(20261123)
    with free_writing():
        for start in range(0, count, BATCH):
            _batch(chance, range(start, min(start + BATCH, count)))


def _batch(chance: random.Random, numbers: range) -> None:
    from opentwinning.core.text import folded
    from opentwinning.facilities.search.models import SearchEntry
    from opentwinning.people.accounts.models import Account
    from opentwinning.people.educators.models import Educator
    from opentwinning.people.organisations.models import Affiliation, Organisation
    from opentwinning.people.organisations.queries.lists import search_text

    schools = Organisation.objects.bulk_create(
        Organisation(
            country=chance.choice(COUNTRIES), code=f"{n:07}", kind=chance.choice(KINDS),
            name=f"School {chance.choice(ROOTS)} {n}", place=f"Town {n % 9000}",
            postcode=f"{n % 9000:04}",
            latitude=None if n % 10 == 0 else 40 + 15 * chance.random(),
            longitude=None if n % 10 == 0 else 20 * chance.random(),
        )
        for n in numbers
    )  # fmt: skip
    SearchEntry.objects.bulk_create(
        SearchEntry(kind="organisation", object_id=each.pk, text=folded(search_text(each)))
        for each in schools
    )
    accounts = Account.objects.bulk_create(
        Account(email=f"s{n}@crowd.example.org", name=f"Educator {n}", password="!")
        for n in numbers
    )
    educators = Educator.objects.bulk_create(
        Educator(account=account, name=account.name, country=school.country,
                 profession="teacher", validation_state="validated")
        for account, school in zip(accounts, schools, strict=True)
    )  # fmt: skip
    Affiliation.objects.bulk_create(
        Affiliation(educator=educator, organisation=school)
        for educator, school in zip(educators, schools, strict=True)
    )


def questions() -> dict[str, Callable[[], object]]:
    """What is timed; the first is the floor."""
    from django.core.cache import cache

    from opentwinning.people.organisations.models import Organisation
    from opentwinning.people.organisations.queries import (
        MapWish,
        countries_on_map,
        country_map,
        find_organisations,
        schools_on_map,
        towns_on_map,
    )

    ref = Organisation.objects.latest("pk").ref

    def anew[T](ask: Callable[[], T]) -> Callable[[], T]:
        def asked() -> T:
            cache.clear()
            return ask()

        return asked

    country, kind = MapWish("PL"), MapWish("PL", kind="primary")
    cell = MapWish("PL", cell=(1400 // 5, 1900 // 5, 5))
    return {
        "plain indexed query": lambda: Organisation.objects.get(ref=ref),
        "countries, counted": anew(countries_on_map),
        "countries, kept": countries_on_map,
        "one country, counted": anew(lambda: country_map(country, 5)),
        "one country, kept": lambda: country_map(country, 5),
        "one country, one kind": lambda: country_map(kind, 5),
        "towns, counted": anew(lambda: towns_on_map(country)),
        "schools of one cell": lambda: schools_on_map(cell),
        "schools of one town": lambda: schools_on_map(MapWish("PL", town="Town 77")),
        "search “lukasz”": lambda: find_organisations("PL", "lukasz"),
        "search “jorgensen 12”": lambda: find_organisations("DK", "jorgensen 12"),
    }


def step(count: int) -> dict[str, object]:
    """Fill, draw twice, ask; in a process of its own."""
    import django

    django.setup()
    from opentwinning.people.organisations.wiring.schedule import follow_schools

    took = {}
    works: dict[str, Callable[[], None]] = {
        "filled": lambda: fill(count),
        "drawn": lambda: follow_schools({}),
        "drawn again": lambda: follow_schools({}),
    }
    for name, work in works.items():
        begin = time.perf_counter()
        work()
        took[name] = time.perf_counter() - begin
    asked = questions()
    times: dict[str, list[float]] = {name: [] for name in asked}
    for _turn in range(TURNS):
        for name, ask in asked.items():
            begin = time.perf_counter()
            ask()
            times[name].append((time.perf_counter() - begin) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"took": took, "times": times, "peak": peak}


def measure(engine: Engine, chosen: Namespace) -> None:
    """Print one table for one engine."""
    with tempfile.TemporaryDirectory(prefix="ot-bench-") as folder:
        env = environment(Path(folder), 1, engine)
        subprocess.run([*DJANGO, "migrate", "-v0"], cwd=ROOT, env=env, check=True)
        command = [sys.executable, "-m", "benchmarks.schools", "--step", str(chosen.schools)]
        said = subprocess.run(
            command, cwd=ROOT, env=env, check=True, text=True, stdout=subprocess.PIPE
        ).stdout
        found = json.loads(said.splitlines()[-1])
        print(f"\n{engine.name}, {chosen.schools} schools; peak {found['peak']:.0f} MiB")
        print("; ".join(f"{name} in {seconds:.1f} s" for name, seconds in found["took"].items()))
        for name, times in found["times"].items():
            times.sort()
            print(f"{name:<24}{times[len(times) // 2]:8.1f}{times[int(len(times) * 0.95)]:8.1f}")


def main() -> None:
    """Measure on both engines, or carry out the step of one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.schools")
    parser.add_argument("--schools", type=int, default=300_000)
    parser.add_argument("--engine", choices=["sqlite", "postgres"], help="default: both")
    parser.add_argument("--step", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.step:
        print(json.dumps(step(chosen.step)))
        return
    with engines(chosen.engine) as available:
        for engine in available:
            measure(engine, chosen)


if __name__ == "__main__":
    main()
