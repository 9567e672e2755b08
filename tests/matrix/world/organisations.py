"""Schools: Ana's of Slovenia, and Chloé's of France, where no role of the matrix works; and the
link by which Ana's school says whether Wilma works there."""

import re

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import today
from opentwinning.facilities.notifications.models import Mail
from opentwinning.people.organisations.actions import ask_school
from opentwinning.people.organisations.queries import organisation_of
from opentwinning.people.support.actions import save_validation_rules
from tests import cast


def furnish(world):
    for scope in ("own", "other"):
        school = organisation_of(world.scene(scope).founder.educator)
        world.put(scope, "organisation", school.ref)
    save_validation_rules(
        by=SYSTEM, country="SI", from_day=today(), asks_school=True, answer_days=14, months=24,
        remind_days=30,
    )  # fmt: skip
    waiting, address = cast.newcomer("Wilma Waits", "SI"), "canary-school@example.org"
    ask_school(by=cast.petra().actor, educator=waiting.educator, email=address)
    url = Mail.objects.get(to_address=address).facts["url"]
    world.put("any", "school_link", re.fullmatch(r"/organisations/answer/(.+)", url)[1])
    world.canary("own", "address of the school", address, {"NS", "CS"})
