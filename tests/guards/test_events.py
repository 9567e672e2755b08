"""The map of events is true, and events are plain."""

import dataclasses
import importlib

from opentwinning.config.events_map import as_markdown, emitters
from tests.guards.house import ROOT, SRC

PLAIN = {
    "int", "str", "bool", "dt.datetime", "datetime", "list[int]", "list[str]", "tuple[int, ...]",
}  # fmt: skip


def test_the_map_of_events_is_true():
    written = (ROOT / "docs" / "events.md").read_text("utf-8")
    assert written == as_markdown(), "run: ./dev manage event_map > docs/events.md"


def test_facts_hold_plain_values_only():
    wrong = []
    for path in SRC.glob("*/*/events.py"):
        module = importlib.import_module(
            "opentwinning." + ".".join(path.relative_to(SRC).with_suffix("").parts)
        )
        for event in vars(module).values():
            if dataclasses.is_dataclass(event) and event.__module__ == module.__name__:
                wrong += [
                    f"{event.__name__}.{field.name}: {field.type}"
                    for field in dataclasses.fields(event)
                    if getattr(field.type, "__name__", str(field.type)) not in PLAIN
                    and str(field.type) not in PLAIN
                ]
    assert not [w for w in wrong if "datetime" not in w]


def test_every_fact_is_emitted_by_somebody():
    declared = {
        name
        for path in SRC.glob("*/*/events.py")
        for name, event in vars(
            importlib.import_module(
                "opentwinning." + ".".join(path.relative_to(SRC).with_suffix("").parts)
            )
        ).items()
        if dataclasses.is_dataclass(event)
    }
    assert declared - set(emitters()) == set()
