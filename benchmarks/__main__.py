"""Measure and print tables: `./dev bench [--rounds 3] [--seconds 4] [--only thread]`."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

from benchmarks import load, sites
from benchmarks.processes import memory_of, seconds_of
from benchmarks.scenarios import SCENARIOS, Scenario
from benchmarks.weight import weigh
from tools.launcher.services import private_services

COLUMNS = "{:<26}{:>9}{:>9}{:>8}{:>9}{:>9}{:>9}{:>9}{:>10}"


class Sum:
    """One side of one scenario over all rounds."""

    def __init__(self) -> None:
        """Start empty."""
        self.result = load.Result()
        self.cpu = 0.0
        self.database = 0.0

    def add(self, result: load.Result, cpu: float, database: float) -> None:
        """Add a round."""
        self.result.latencies += result.latencies
        self.result.failures += result.failures
        self.result.seconds += result.seconds
        self.cpu += cpu
        self.database += database

    def per_request(self, seconds: float) -> float:
        """Return milliseconds per good answer."""
        return seconds * 1000 / self.result.count if self.result.count else float("nan")


def main() -> int:
    """Measure every scenario on both engines."""
    chosen = parse()
    print(f"Python {sys.version.split()[0]}", end="; ")
    print("built with" if sites.python_was_tuned() else "built WITHOUT", end=" ")
    print(f"profile-guided optimisation; {chosen.clients} clients, {chosen.rounds} rounds")
    failures = 0
    with engines(chosen.engine) as available:
        for engine in available:
            failures += measure(engine, chosen)
    return 1 if failures else 0


def parse() -> argparse.Namespace:
    """Read the options."""
    parser = argparse.ArgumentParser(prog="./dev bench")
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4.0, help="of each round")
    parser.add_argument("--engine", choices=["sqlite", "postgres"], help="default: both")
    parser.add_argument("--only", default="", help="scenarios whose name contains this")
    parser.add_argument("--no-weight", action="store_true", help="open no browser")
    return parser.parse_args()


@contextmanager
def engines(wanted: str | None) -> Iterator[Iterator[sites.Engine]]:
    """Give the engines one after the other; what they need is gone afterwards."""
    with ExitStack() as stack:

        def each() -> Iterator[sites.Engine]:
            if wanted != "postgres":
                folder = Path(tempfile.mkdtemp(prefix="ot-bench-"))
                stack.callback(shutil.rmtree, folder, ignore_errors=True)
                yield sites.Engine(
                    "SQLite", f"sqlite:///{folder}/ours.sqlite3", f"sqlite:///{folder}/bare.sqlite3"
                )
            if wanted != "sqlite":
                services = stack.enter_context(private_services(durable=True))
                with psycopg.connect(services.database_url, autocommit=True) as connection:
                    connection.execute("CREATE DATABASE ours")
                    connection.execute("CREATE DATABASE bare")
                base = services.database_url.removesuffix("/postgres")
                yield sites.Engine(
                    "PostgreSQL", f"{base}/ours", f"{base}/bare", services.redis_url,
                    services.postgres_pid,
                )  # fmt: skip

        yield each()


def measure(engine: sites.Engine, chosen: argparse.Namespace) -> int:
    """Measure every scenario on one engine, print the tables and return the failures."""
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="ot-bench-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        ours = stack.enter_context(sites.ours(folder, engine))
        bare = stack.enter_context(sites.bare(folder, engine))
        plan = [one for one in SCENARIOS if fits(one, ours) and chosen.only in one.name]
        idle = memory_of(ours.pid)
        sums: dict[tuple[str, str], Sum] = {}
        for _round in range(chosen.rounds):
            for scenario in plan:
                one_round(sums, scenario, (ours, bare), engine, chosen)
        show(engine, plan, sums)
        print(f"memory of the web process: {idle:.0f} MiB idle, {memory_of(ours.pid):.0f} loaded")
        if not chosen.no_weight and engine.name == "SQLite":
            show_weights(ours, plan)
        return sum(len(total.result.failures) for total in sums.values())


def fits(scenario: Scenario, site: sites.Measured) -> bool:
    """Return whether the seeds made what a scenario needs."""
    return (not scenario.who or scenario.who in site.sessions) and all(
        name in site.targets for name in scenario.needs
    )


def one_round(
    sums: dict[tuple[str, str], Sum],
    scenario: Scenario,
    pair: tuple[sites.Measured, sites.Measured],
    engine: sites.Engine,
    chosen: argparse.Namespace,
) -> None:
    """Measure one scenario on both sites, one after the other."""
    for site, request in zip(pair, requests_of(scenario, *pair), strict=True):
        load.run("127.0.0.1", site.port, request, clients=chosen.clients, seconds=0.3)  # warm up
        before, database = site.seconds(), seconds_of(engine.pid) if engine.pid else 0.0
        result = load.run(
            "127.0.0.1", site.port, request, clients=chosen.clients, seconds=chosen.seconds
        )
        used = seconds_of(engine.pid) - database if engine.pid else 0.0
        total = sums.setdefault((scenario.name, site.name), Sum())
        total.add(result, site.seconds() - before, used)


def requests_of(
    scenario: Scenario, ours: sites.Measured, bare: sites.Measured
) -> tuple[load.Request, load.Request]:
    """Return what our site and the bare one are asked."""
    form = scenario.form
    if form is not None:
        form = {name: filled(value, ours.targets) for name, value in form.items()}
    mine = load.Request(
        filled(scenario.path, ours.targets),
        ours.cookies(scenario.who),
        form,
        scenario.good,
        filled(scenario.shows, ours.targets).encode(),
    )
    person, thread = bare.cookies("person"), f"/threads/{bare.targets['thread']}/"
    theirs = {
        "home": load.Request("/", person),
        "thread": load.Request(thread, person),
        "reply": load.Request(thread, person, {"body": "Reply {turn} to all of you."}, (302,)),
    }
    return mine, theirs[scenario.bare]


def filled(text: str, targets: dict[str, str]) -> str:
    """Put the seeds' targets into a text."""
    for name, value in targets.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def show(engine: sites.Engine, plan: list[Scenario], sums: dict[tuple[str, str], Sum]) -> None:
    """Print the table of one engine. Times are milliseconds."""
    print(f"\n{engine.name}: processor ms per request, and what a client waits")
    titles = ("page", "CPU ms", "bare", "ratio", "p50", "p95", "req/s", "db ms", "failures")
    print(COLUMNS.format(*titles))
    for scenario in plan:
        mine, bare = sums[scenario.name, "ours"], sums[scenario.name, "bare"]
        cpu, floor = mine.per_request(mine.cpu), bare.per_request(bare.cpu)
        print(
            COLUMNS.format(
                scenario.name,
                f"{cpu:.2f}",
                f"{floor:.2f}",
                f"{cpu / floor:.1f}",
                f"{mine.result.percentile(0.5):.1f}",
                f"{mine.result.percentile(0.95):.1f}",
                f"{mine.result.count / mine.result.seconds:.0f}",
                f"{mine.per_request(mine.database):.2f}" if engine.pid else "-",
                len(mine.result.failures),
            )
        )
        for failure in sorted(set(mine.result.failures + bare.result.failures))[:3]:
            print(f"    {failure}")


def show_weights(site: sites.Measured, plan: list[Scenario]) -> None:
    """Print what pages weigh, opened for the first time."""
    pages = [(one.name, filled(one.path, site.targets), one.who) for one in plan if one.weigh]
    print(f"\n{'first visit':<26}{'requests':>9}{'kB':>9}{'script kB':>11}")
    for name, weight in weigh(site, pages).items():
        total, script = weight.total / 1000, weight.script / 1000
        print(f"{name:<26}{weight.requests:>9}{total:>9.1f}{script:>11.1f}")


if __name__ == "__main__":
    sys.exit(main())
