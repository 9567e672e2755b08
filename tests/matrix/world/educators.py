"""Three profiles: Ana's, a hidden one, and one that still waits; and the link of a registration."""

import datetime as dt
import re

from opentwinning.core.actor import VISITOR
from opentwinning.core.clock import today
from opentwinning.facilities.notifications.models import Mail
from opentwinning.people.accounts.actions import begin_registration
from opentwinning.people.educators.actions import add_photo, appoint_ambassador, edit_profile
from opentwinning.people.educators.vocabulary import TraitKind
from tests import cast

EVERYONE_IN = {"ED", "PM", "PF", "AM", "NS", "NX", "CS"}


def about(person, text, **changes):
    edit_profile(
        by=person.actor,
        educator=person.educator,
        traits={TraitKind.SUBJECT: ["biology"], TraitKind.LANGUAGE: ["en"]},
        about=text,
        **changes,
    )
    return person.educator.ref


def furnish(world):
    hidden = world.other.founder
    waiting = cast.newcomer("Wilma Waits", "SI")
    cast.school(waiting)
    ref = about(world.own.founder, "CANARY-own-educator")
    world.put("own", "educator", ref)
    world.put("other", "educator", about(hidden, "CANARY-other-educator", is_visible=False))
    world.put("archived", "educator", about(waiting, "CANARY-waiting-educator"))
    for scope, person in (("own", world.own.founder), ("other", hidden), ("archived", waiting)):
        kept = add_photo(by=person.actor, educator=person.educator, large=b"RIFF", small=b"RIFF")
        world.put(scope, "photo", kept.photo_key)
        world.put(scope, "photo_size", "small")
    world.canary("own", "educator", "CANARY-own-educator", EVERYONE_IN)
    world.canary("other", "educator", "CANARY-other-educator", {"CS"})
    world.canary("archived", "educator", "CANARY-waiting-educator", {"NS", "CS"})
    begin_registration(
        by=VISITOR, email="nova@example.org", name="Nova", country="SI", language="en"
    )
    url = Mail.objects.get(to_address="nova@example.org").facts["url"]
    world.put("any", "register_secret", re.fullmatch(r"/register/(.+)", url)[1])
    for scope in ("own", "other"):
        chosen = world.scene(scope).founder
        ambassador = appoint_ambassador(
            by=cast.claire().actor,
            country=chosen.educator.country,
            email=chosen.account.email,
            region=f"CANARY-region-{scope}",
            last_day=today() + dt.timedelta(days=90),
        )
        world.put(scope, "ambassador", str(ambassador.pk))
    world.canary("own", "ambassador who has not agreed", "CANARY-region-own", {"PF", "NS", "CS"})
