"""The public page of a project can be reported; its posts and pages are reported one by one."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.actions import give_project_back, withhold_project
from opentwinning.collaboration.projects.queries import access_project, founders_of
from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported


def project(actor: Actor, ref: str) -> Reported:
    """What visitors read. Its first founder answers for it."""
    found = access_project(actor, ref, to="visit")
    founders = founders_of(found)
    if not founders:
        raise Refused(hidden())
    text = found.publication
    parts = (text.summary, text.aims, text.process, text.results)
    return Reported(
        title=text.title,
        text="\n\n".join(part for part in parts if part),
        language=found.language,
        url=f"/projects/{found.ref}",
        country=founders[0].country,
        account_id=founders[0].educator.account_id,
    )


def withhold(ref: str, _reason: str) -> None:
    withhold_project(by=SYSTEM, ref=ref)


def give_back(ref: str) -> None:
    give_project_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(
        "project", pgettext_lazy("reportable", "Project page"), project, Hiding(withhold, give_back)
    )
)
