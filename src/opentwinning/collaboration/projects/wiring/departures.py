"""What partners and offices are told when somebody of a project is erased. She is never named:
the notice would outlive her account (J3)."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects import events
from opentwinning.collaboration.projects.models import Approval, Partnership, Project
from opentwinning.collaboration.projects.queries import founders_of, partnerships_of
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.support.queries import officers_of

for key, sentence, icon in (
    (
        "abandoned",
        pgettext_lazy("notice", "“%(title)s” does not begin: a founder left the platform."),
        "user-minus",
    ),
    (
        "choose_again",
        pgettext_lazy("notice", "Choose another partner for “%(title)s”: yours left the platform."),
        "user-minus",
    ),
    (
        "founder_gone",
        pgettext_lazy("notice", "A founder of “%(title)s” left the platform."),
        "user-minus",
    ),
    (
        "partner_gone",
        pgettext_lazy("notice", "A partner of “%(title)s” left the platform."),
        "user-minus",
    ),
    ("succeeded", pgettext_lazy("notice", "You are now a founder of “%(title)s”."), "user-check"),
    (
        "orphaned",
        pgettext_lazy("notice", "“%(title)s” was closed: it has no teacher any more."),
        "lock",
    ),
):
    declare_notice(
        NoticeKind(
            key=f"projects.{key}",
            sentence=sentence,
            icon=icon,
            mail=f"projects/mail/{key}.txt",
            is_vital=key in {"succeeded", "founder_gone", "orphaned"},
        )
    )


@on(events.PlanAbandoned)
def tell_abandoned(event: events.PlanAbandoned) -> None:
    """Whoever took part or was asked; the offices, when they had it on their desks."""
    told = set(event.told)
    if event.was_submitted:
        told |= _officers(event.project_id)
    tell(told, "projects.abandoned", url="/projects/mine", title=event.title)


@on(events.FounderUnavailable)
def tell_first_founder(event: events.FounderUnavailable) -> None:
    project = Project.objects.get(pk=event.project_id)
    accounts = [each.educator.account_id for each in founders_of(project)]
    tell(
        accounts,
        "projects.choose_again",
        url=f"/projects/{project.ref}/plan/partner",
        title=project.title,
    )


@on(events.FounderGone)
def tell_everybody(event: events.FounderGone) -> None:
    """Its other teachers and the offices that approved it (A-04)."""
    project = Project.objects.get(pk=event.project_id)
    told = {each.educator.account_id for each in partnerships_of(project)}
    _tell(project, told | _officers(project.pk), "founder_gone")


@on(events.PartnerLeft)
def tell_founders(event: events.PartnerLeft) -> None:
    partnership = Partnership.objects.get(pk=event.partnership_id)
    if event.is_erased and not partnership.is_founder:
        project = Project.objects.get(pk=event.project_id)
        _tell(project, {f.educator.account_id for f in founders_of(project)}, "partner_gone")


@on(events.FounderSucceeded)
def tell_successor(event: events.FounderSucceeded) -> None:
    _tell(Project.objects.get(pk=event.project_id), {event.account_id}, "succeeded")


@on(events.ProjectOrphaned)
def tell_offices(event: events.ProjectOrphaned) -> None:
    _tell(Project.objects.get(pk=event.project_id), _officers(event.project_id), "orphaned")


def _officers(project_id: int) -> set[int]:
    countries = Approval.objects.filter(project=project_id).values_list("country", flat=True)
    return {officer for country in countries for officer in officers_of(country)}


def _tell(project: Project, accounts: set[int], kind: str) -> None:
    url = f"/projects/{project.ref}/overview"
    tell(accounts, f"projects.{kind}", url=url, title=project.title)
