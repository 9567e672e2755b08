"""The door of applications."""

from collections.abc import Callable
from typing import Literal

from opentwinning.collaboration.recognition.models import LabelApplication
from opentwinning.collaboration.recognition.policies import (
    may_assess_application,
    may_assign_assessor,
    may_decide_application,
    may_edit_application,
    may_read_evidence,
    may_see_application,
    may_withdraw_application,
)
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, Verdict, deny_unless, hidden

type Intention = Literal["see", "edit", "withdraw", "read_evidence", "assess", "assign", "decide"]

_POLICIES: dict[str, Callable[[Actor, LabelApplication], Verdict]] = {
    "see": may_see_application,
    "edit": may_edit_application,
    "withdraw": may_withdraw_application,
    "read_evidence": may_read_evidence,
    "assess": may_assess_application,
    "assign": may_assign_assessor,
    "decide": may_decide_application,
}


def access_application(actor: Actor, ref: str, *, to: Intention) -> LabelApplication:
    """The application behind a public id, for one intention; absent and forbidden look alike."""
    application = (
        LabelApplication.objects.select_related(
            "window__scheme", "project", "educator__account", "organisation", "assessment__assessor"
        )
        .filter(ref=ref)
        .first()
    )
    if application is None:
        raise Refused(hidden())
    deny_unless(_POLICIES[to](actor, application))
    return application
