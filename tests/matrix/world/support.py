"""Offices of Slovenia and France, mandates, prepared replies, holidays, regions."""

import datetime as dt

from opentwinning.core.actor import SYSTEM
from opentwinning.people.support.actions import (
    add_region,
    appoint_officer,
    save_holiday,
    save_reply_template,
)
from opentwinning.people.support.models import Mandate
from opentwinning.people.support.vocabulary import Decision
from tests import cast


def furnish(world):
    for scope, country in (("own", "SI"), ("other", "FR")):
        cast.office(country)
        world.put(scope, "country", country)
        reply = save_reply_template(
            by=SYSTEM,
            country=country,
            decision=Decision.ASKED,
            language="en",
            title=f"Card of {country}",
            text=f"CANARY-reply-{scope}",
        )
        world.put(scope, "reply", str(reply.pk))
        holiday = save_holiday(
            by=SYSTEM, country=country, kind="school", region="", name="Winter",
            first_day=dt.date(2027, 2, 15), last_day=dt.date(2027, 2, 19),
        )  # fmt: skip
        world.put(scope, "holiday", str(holiday.pk))
        region = add_region(by=SYSTEM, country=country, code="R1", name=f"Region of {country}")
        world.put(scope, "region", str(region.pk))
        mandate = Mandate.objects.filter(country=country).first()
        world.put(scope, "mandate", str(mandate.pk))
    world.canary("own", "prepared reply", "CANARY-reply-own", {"NS", "CS"})
    proposed = appoint_officer(
        by=cast.officer("Karl Berg", "").actor, account=cast.account("Zora Lah"), country=""
    )
    world.put("own", "mandate_proposed", str(proposed.pk))
