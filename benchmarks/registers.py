"""A national register of 50,000 schools beside a plain bulk insert of as many rows.

`python -m benchmarks.registers [--rows 50000] [--engine sqlite|postgres]`: generates a register
(seeded: the same rows each time), looks it through and imports it as the worker does, imports it a
second time, and inserts the same rows in batches without reading or searching, as the floor. Each
step is a process of its own, so that its peak memory is its own.
"""

import argparse
import csv
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
from benchmarks.sites import Engine, environment
from tools.launcher.place import DJANGO, ROOT

ROOTS = ("Lipa", "Bor", "Hrast", "Jelka", "Čebela", "Šmarje", "Žaga", "Breg", "Polje", "Gora")
KINDS = ("primary", "secondary", "kindergarten")
STEPS = ("floor", "empty", "import", "again")


def generate(path: Path, rows: int) -> None:
    """Write a register: ten percent of the schools are branches of another one."""
    chance = random.Random(20261122)
    with path.open("w", encoding="utf-8", newline="") as stream:
        lines = csv.writer(stream, delimiter=";")
        lines.writerow(
            ["Code", "Name", "Town", "Postcode", "Region", "Type", "Parent", "Lat", "Lon", "Web"]
        )
        for number in range(rows):
            root, town = chance.choice(ROOTS), f"{chance.choice(ROOTS)} {number % 900}"
            parent = f"{chance.randrange(rows):07}" if number % 10 == 0 else ""
            lines.writerow([
                f"{number:07}", f"School {root} {number}", town, f"{1000 + number % 9000}",
                f"Region {number % 20}", chance.choice(KINDS), parent,
                f"{45 + chance.random():.6f}", f"{14 + chance.random():.6f}", f"s{number}.example",
            ])  # fmt: skip


def step(name: str, file: Path) -> dict[str, float]:
    """Carry one step out in this process and say what it took."""
    import django

    django.setup()
    begin = time.perf_counter()
    work: dict[str, Callable[[Path], int]] = {
        "floor": floor, "empty": empty, "import": bring_in, "again": bring_in,
    }  # fmt: skip
    count = work[name](file)
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "peak": peak, "count": count}


def floor(file: Path) -> int:
    """Insert the rows and nothing else: what the database itself takes."""
    from opentwinning.core.permits import free_writing
    from opentwinning.people.organisations.models import Organisation

    with file.open(encoding="utf-8", newline="") as stream, free_writing():
        batch = []
        for row in csv.DictReader(stream, delimiter=";"):
            batch.append(Organisation(
                country="XX", code=row["Code"], name=row["Name"], place=row["Town"],
                postcode=row["Postcode"], region=row["Region"], kind=row["Type"],
                website=row["Web"], latitude=float(row["Lat"]), longitude=float(row["Lon"]),
            ))  # fmt: skip
            if len(batch) == 1000:
                Organisation.objects.bulk_create(batch)
                batch = []
        Organisation.objects.bulk_create(batch)
        return Organisation.objects.count()


def empty(file: Path) -> int:
    """Take the floor's rows away."""
    from opentwinning.core.permits import free_writing
    from opentwinning.people.organisations.models import Organisation

    with free_writing():
        return Organisation.objects.all().delete()[0]


def bring_in(file: Path) -> int:
    """Receive, describe, look through, import: the same actions and jobs as the screens."""
    from django.core.files import File

    from opentwinning.core.actor import SYSTEM
    from opentwinning.facilities.jobs.actions import run_due
    from opentwinning.people.organisations import actions
    from opentwinning.people.organisations.adapters import shelf
    from opentwinning.people.organisations.models import RegisterImport
    from opentwinning.people.organisations.queries import look_into

    with file.open("rb") as stream:
        token = shelf.put(File(stream))  # type: ignore[arg-type]  # read like an upload
        look = look_into(stream, "XX")
    register = actions.receive_register(
        by=SYSTEM, country="XX", token=token, file_name=file.name, look=look
    )
    register = actions.describe_register(
        by=SYSTEM, register=register, closing=register.closing, **look.plan
    )
    actions.look_through_register(by=SYSTEM, register=register)
    run_due()
    register = RegisterImport.objects.get(pk=register.pk)
    actions.start_register(by=SYSTEM, register=register)
    run_due()
    register.refresh_from_db()
    if register.state != "done":
        raise RuntimeError(f"the import is {register.state}: {register.failure}")
    return register.created_count + register.changed_count + register.closed_count


def measure(engine: Engine, chosen: Namespace) -> None:
    """Print one table for one engine."""
    with tempfile.TemporaryDirectory(prefix="ot-bench-") as folder:
        env = environment(Path(folder), 1, engine)
        file = Path(folder) / "register.csv"
        generate(file, chosen.rows)
        subprocess.run([*DJANGO, "migrate", "-v0"], cwd=ROOT, env=env, check=True)
        print(f"\n{engine.name}, {chosen.rows} rows of {file.stat().st_size / 2**20:.1f} MiB")
        for name in STEPS:
            command = [sys.executable, "-m", "benchmarks.registers", "--step", name, str(file)]
            said = subprocess.run(
                command, cwd=ROOT, env=env, check=True, text=True, stdout=subprocess.PIPE
            ).stdout
            found = json.loads(said.splitlines()[-1])
            if name != "empty":
                print(
                    f"{name:<8}{found['seconds']:7.1f} s   peak {found['peak']:5.0f} MiB"
                    f"   {found['count']:6.0f} rows changed"
                )


def main() -> None:
    """Measure on both engines, or carry out one step."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.registers")
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--engine", choices=["sqlite", "postgres"], help="default: both")
    parser.add_argument("--step", nargs=2, metavar=("STEP", "FILE"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.step:
        print(json.dumps(step(chosen.step[0], Path(chosen.step[1]))))
        return
    with engines(chosen.engine) as available:
        for engine in available:
            measure(engine, chosen)


if __name__ == "__main__":
    main()
