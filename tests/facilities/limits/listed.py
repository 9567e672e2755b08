"""Every limit of the house, found in its code; nothing here is copied from a vocabulary."""

import ast
import datetime as dt
import importlib
from collections.abc import Iterator

from opentwinning.facilities.limits.vocabulary import Limit
from tools.launcher.place import ROOT

SOURCE = ROOT / "src"


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Module name and syntax of every module that names a limit."""
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "within_limit" in text or "Limit(" in text:
            name = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
            yield name, ast.parse(text)


def calls(tree: ast.AST, function: str) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == function
    ]


def sets_of_limits() -> dict[str, tuple[Limit, ...]]:
    """Every tuple of limits that stands in a vocabulary, by its full name."""
    found = {}
    for name, tree in trees():
        if calls(tree, "Limit"):
            module = importlib.import_module(name)
            for word, value in vars(module).items():
                if isinstance(value, tuple) and value and isinstance(value[0], Limit):
                    found[f"{name}.{word}"] = value
    return found


def single_names() -> set[str]:
    """What is counted in one window only."""
    return {
        call.args[0].value
        for _, tree in trees()
        for call in calls(tree, "within_limit")
        if isinstance(call.args[0], ast.Constant)
    }


DAY = dt.timedelta(days=1)


def single_limits() -> dict[str, tuple[Limit, ...]]:
    """The numbers behind `single_names`; those of newcomers and of everybody else are two."""
    from opentwinning.collaboration.boxes.vocabulary import ARRIVALS_A_DAY, ORDERS_A_DAY
    from opentwinning.collaboration.twinspaces.vocabulary import GUESTS_A_DAY
    from opentwinning.community.networking import vocabulary as networking
    from opentwinning.community.papers.vocabulary import UPLOADS_A_DAY
    from opentwinning.people.certificates import vocabulary as certificates
    from opentwinning.people.educators.vocabulary import PHOTOS, PHOTOS_PER
    from opentwinning.people.pupils import vocabulary as pupils

    guesses = pupils.TRIES_PER
    return {
        "networking.ask": (Limit(networking.REQUESTS, DAY),),
        "networking.ask newcomer": (Limit(networking.NEWCOMER_REQUESTS, DAY),),
        "networking.begin": (Limit(networking.CONVERSATIONS, DAY),),
        "networking.begin newcomer": (Limit(networking.NEWCOMER_CONVERSATIONS, DAY),),
        "networking.follow": (Limit(networking.FOLLOWS, DAY),),
        "networking.follow newcomer": (Limit(networking.NEWCOMER_FOLLOWS, DAY),),
        "boxes.bring": (Limit(ARRIVALS_A_DAY, DAY),),
        "boxes.order": (Limit(ORDERS_A_DAY, DAY),),
        "twinspaces.guests": (Limit(GUESTS_A_DAY, DAY),),
        "papers.send": (Limit(UPLOADS_A_DAY, DAY),),
        "educators.photo": (Limit(PHOTOS, PHOTOS_PER),),
        "certificate-code": (Limit(certificates.WRONG_CODES, certificates.PER),),
        "pupil-code": (Limit(pupils.WRONG_CODES, guesses),),
        "pupil-card": (Limit(pupils.WRONG_CARDS, guesses),),
        "pupil-pictures": (Limit(pupils.WRONG_PICTURES, guesses),),
        "pupil-help": (Limit(pupils.CALLS, pupils.CALLS_PER),),
    }
