"""The register is reached from the class and from the pupil."""

from typing import Any

from opentwinning.core.actor import Actor
from opentwinning.core.places import PANELS, Panel
from opentwinning.people.consents.queries import line_of, register_of
from opentwinning.people.consents.queries.words import shown
from opentwinning.people.pupils.models import Pupil, SchoolClass


def of_class(actor: Actor, school_class: SchoolClass) -> dict[str, Any] | None:
    """How many families must be asked."""
    lines = register_of(school_class)
    if not lines:
        return None
    return {
        "school_class": school_class,
        "to_ask": sum(line.must_be_asked for line in lines),
    }


def of_pupil(actor: Actor, pupil: Pupil) -> dict[str, Any] | None:
    """Her lights."""
    return {"pupil": pupil, "line": shown(line_of(pupil))}


PANELS.add(Panel("class", "consents/on_class.html", of_class), order=10)
PANELS.add(Panel("pupil", "consents/on_pupil.html", of_pupil), order=10)
