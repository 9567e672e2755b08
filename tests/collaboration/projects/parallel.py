"""Two decisions in two threads on a database of their own; run as a program, tells what came of it.

The ledger refuses to be emptied, so a test that commits needs a database nobody else uses.
"""

import json
import sys
import threading
from collections.abc import Callable

import django


def at_once(*calls: Callable[[], object]) -> list[str]:
    """Run all calls in threads that start together; the name of what each raised, or ""."""
    from django.db import connection

    from opentwinning.core.verdicts import Invalid, Refused

    gate, outcomes = threading.Barrier(len(calls)), ["broke"] * len(calls)

    def run(number: int, call: Callable[[], object]) -> None:
        gate.wait()
        try:
            call()
            outcomes[number] = ""
        except (Invalid, Refused) as problem:
            outcomes[number] = type(problem).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return outcomes


def decided(kind: str) -> dict[str, object]:
    """Two offices say yes at once, or two officers of one office disagree at once."""
    from opentwinning.collaboration.projects.actions import approve_project, reject_project
    from opentwinning.collaboration.projects.queries import approvals_of
    from opentwinning.collaboration.twinspaces.models import TwinSpace
    from opentwinning.facilities.audit.queries import broken_links
    from tests import cast
    from tests.scenes.projects import a_submitted, fresh

    project = a_submitted(cast.ana(), cast.ion())
    petra, radu, claire = cast.petra().actor, cast.radu().actor, cast.claire().actor
    if kind == "two offices":
        calls = (
            lambda: approve_project(by=petra, project=project, country="SI"),
            lambda: approve_project(by=radu, project=project, country="RO"),
        )
    else:
        calls = (
            lambda: approve_project(by=petra, project=project, country="SI"),
            lambda: reject_project(by=claire, project=project, country="SI", message="No"),
        )
    outcomes = at_once(*calls)
    return {
        "outcomes": outcomes,
        "state": fresh(project).state,
        "decisions": {a.country: a.decision for a in approvals_of(project)},
        "twinspaces": TwinSpace.objects.filter(project=project).count(),
        "broken": broken_links(),
    }


if __name__ == "__main__":
    django.setup()
    json.dump([decided(sys.argv[1]) for _ in range(int(sys.argv[2]))], sys.stdout)
