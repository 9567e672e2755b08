"""Reports about a call of Ana, and what Petra decides."""

import datetime as dt

from opentwinning.community.networking.actions import (
    publish_call,
)
from opentwinning.community.networking.vocabulary import CallTraitKind
from opentwinning.core.clock import today
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.people.safeguarding.actions import (
    decide_case,
    report_item,
)
from opentwinning.people.safeguarding.vocabulary import Measure
from tests import cast

FAR = dt.timedelta(days=60)


def a_call(person=None, title="Rivers"):
    return publish_call(
        by=(person or cast.ana()).actor,
        title=title,
        idea="Buy my book about rivers",
        language="en",
        expires_on=today() + FAR,
        traits={CallTraitKind.AGE: ["9-12"]},
    )


def reported(call, by=None, reason="selling", **more):
    by = by or cast.marek().actor
    return report_item(by=by, kind="call", item_ref=call.ref, reason=reason, **more)


def told(person, kind):
    return Notice.objects.filter(account_id=person.account.pk, kind=f"safeguarding.{kind}").count()


def decided(case, by=None, measure=Measure.HIDE, **more):
    words = {"rule": "selling", "reason": "No selling here.", **more}
    return decide_case(by=(by or cast.petra()).actor, case=case, measure=measure, **words)


def secret_of(statement):
    mail = Mail.objects.filter(template="safeguarding/mail/decided.txt").order_by("-pk").first()
    assert mail.facts["title"] == statement.title
    return mail.facts["url"].removeprefix("/care/open/")
