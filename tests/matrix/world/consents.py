"""Answers of families of the own and the other class: for the class owner only (row 18)."""

import datetime as dt

from opentwinning.core.clock import today
from opentwinning.people.consents.actions import record_answers
from opentwinning.people.consents.vocabulary import CELLS
from opentwinning.people.pupils.queries import pupils_of


def furnish(world):
    for scope, readers in (("own", {"PF"}), ("other", set())):
        scene = world.scene(scope)
        record_answers(
            by=scene.founder.actor,
            school_class=scene.school_class,
            pupils=list(pupils_of(scene.school_class)),
            answers=dict.fromkeys(CELLS, True),
            valid_until=today() + dt.timedelta(days=100),
            language="en",
            kept_where=f"CANARY-{scope}-kept-where",
        )
        world.canary(scope, "kept where", f"CANARY-{scope}-kept-where", readers)
