"""Kinds of notices about projects, and who is told which."""

from collections.abc import Iterable

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects import events
from opentwinning.collaboration.projects.models import Invitation, Project
from opentwinning.collaboration.projects.queries import founders_of, partnerships_of
from opentwinning.collaboration.projects.vocabulary import Decision, ProjectState
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.educators.models import Educator
from opentwinning.people.support.queries import officers_of, support_organisation_of

for key, sentence, icon in (
    ("asked", pgettext_lazy("notice", "%(by)s asks you to found “%(title)s”."), "handshake"),
    ("declined", pgettext_lazy("notice", "%(by)s declined to found “%(title)s”."), "info"),
    (
        "agreed",
        pgettext_lazy("notice", "%(by)s agreed. The offices now check “%(title)s”."),
        "clock",
    ),
    (
        "to_decide",
        pgettext_lazy("notice", "“%(title)s” waits for your decision."),
        "clipboard-check",
    ),
    ("one_yes", pgettext_lazy("notice", "%(office)s approved “%(title)s”."), "check"),
    ("returned", pgettext_lazy("notice", "%(office)s asks for changes to “%(title)s”."), "undo-2"),
    ("rejected", pgettext_lazy("notice", "%(office)s did not approve “%(title)s”."), "circle-x"),
    (
        "approved",
        pgettext_lazy("notice", "“%(title)s” is approved. You can begin."),
        "party-popper",
    ),
    ("withdrawn", pgettext_lazy("notice", "The founders withdrew “%(title)s”."), "info"),
    ("invited", pgettext_lazy("notice", "%(by)s invites you to join “%(title)s”."), "user-plus"),
    ("joined", pgettext_lazy("notice", "%(partner)s joined “%(title)s”."), "user-check"),
    ("not_joined", pgettext_lazy("notice", "%(partner)s will not join “%(title)s”."), "user-x"),
    ("left", pgettext_lazy("notice", "%(partner)s left “%(title)s”."), "user-minus"),
    ("removed", pgettext_lazy("notice", "You no longer take part in “%(title)s”."), "user-minus"),
    (
        "closed",
        pgettext_lazy("notice", "“%(title)s” is closed. Your certificate is ready."),
        "award",
    ),
    ("reopened", pgettext_lazy("notice", "“%(title)s” goes on."), "refresh-cw"),
):
    declare_notice(
        NoticeKind(
            key=f"projects.{key}", sentence=sentence, icon=icon, mail=f"projects/mail/{key}.txt"
        )
    )


@on(events.FounderAsked)
def tell_asked(event: events.FounderAsked) -> None:
    _invite(event.project_id, event.educator_id, "asked")


@on(events.PartnerInvited)
def tell_invited(event: events.PartnerInvited) -> None:
    _invite(event.project_id, event.educator_id, "invited")


@on(events.FounderDeclined)
def tell_declined(event: events.FounderDeclined) -> None:
    _tell_founders(event.project_id, "declined", by=_name(event.educator_id), message=event.message)


@on(events.FounderAgreed)
def tell_agreed(event: events.FounderAgreed) -> None:
    project = Project.objects.get(pk=event.project_id)
    others = [
        f.educator.account_id for f in founders_of(project) if f.educator_id != event.educator_id
    ]
    _tell(project, others, "agreed", by=_name(event.educator_id))


@on(events.ProjectSubmitted)
def tell_submitted(event: events.ProjectSubmitted) -> None:
    """Officers, except one who founded it: she does not decide about herself."""
    project = Project.objects.get(pk=event.project_id)
    own = {f.educator.account_id for f in founders_of(project)}
    officers = {pk for country in event.countries for pk in officers_of(country)} - own
    url = f"/projects/{project.ref}/decide"
    tell(officers, "projects.to_decide", url=url, title=project.title)


@on(events.DecisionRecorded)
def tell_decision(event: events.DecisionRecorded) -> None:
    """Founders; the last yes is told as the approval itself."""
    project = Project.objects.get(pk=event.project_id)
    kind = {
        Decision.APPROVED: "approved" if event.state == ProjectState.APPROVED else "one_yes",
        Decision.RETURNED: "returned",
        Decision.REJECTED: "rejected",
    }[Decision(event.decision)]
    office = support_organisation_of(event.country)
    name = office.name if office else event.country
    _tell(project, _founders(project), kind, office=name, message=event.message)


@on(events.ProjectWithdrawn)
def tell_withdrawn(event: events.ProjectWithdrawn) -> None:
    project = Project.objects.get(pk=event.project_id)
    _tell(project, set(_founders(project)) - {event.account_id}, "withdrawn")


@on(events.PartnerJoined)
def tell_joined(event: events.PartnerJoined) -> None:
    project = Project.objects.get(pk=event.project_id)
    _tell(project, _founders(project), "joined", partner=_name(event.educator_id))


@on(events.InvitationDeclined)
def tell_not_joined(event: events.InvitationDeclined) -> None:
    project = Project.objects.get(pk=event.project_id)
    name = _name(event.educator_id)
    _tell(project, _founders(project), "not_joined", partner=name, message=event.message)


@on(events.PartnerLeft)
def tell_left(event: events.PartnerLeft) -> None:
    """Who was removed reads why; of who leaves by herself the founders are told."""
    project = Project.objects.get(pk=event.project_id)
    if event.is_erased:
        return  # told by ``departures``, without her name
    if event.was_removed:
        facts = {"title": project.title, "message": event.reason}
        tell([event.account_id], "projects.removed", url="/projects/mine", **facts)
    else:
        name = _name(event.educator_id)
        _tell(project, _founders(project), "left", partner=name, message=event.reason)


@on(events.ProjectClosed)
def tell_closed(event: events.ProjectClosed) -> None:
    project = Project.objects.get(pk=event.project_id)
    _tell(project, _everybody(project), "closed", url="/certificates/")


@on(events.ProjectReopened)
def tell_reopened(event: events.ProjectReopened) -> None:
    project = Project.objects.get(pk=event.project_id)
    _tell(project, _everybody(project), "reopened")


def _invite(project_id: int, educator_id: int, kind: str) -> None:
    invitation = (
        Invitation.objects.select_related("project", "educator", "by_educator")
        .filter(project=project_id, educator=educator_id)
        .latest("pk")
    )
    by = invitation.by_educator.name if invitation.by_educator else ""
    tell(
        [invitation.educator.account_id],
        f"projects.{kind}",
        url=f"/projects/invitations/{invitation.ref}",
        title=invitation.project.title,
        by=by,
        message=invitation.message,
    )


def _tell_founders(project_id: int, kind: str, **facts: str) -> None:
    project = Project.objects.get(pk=project_id)
    _tell(project, _founders(project), kind, **facts)


def _tell(
    project: Project, accounts: Iterable[int], kind: str, *, url: str = "", **facts: str
) -> None:
    address = url or f"/projects/{project.ref}/overview"
    tell(accounts, f"projects.{kind}", url=address, title=project.title, **facts)


def _founders(project: Project) -> list[int]:
    return [f.educator.account_id for f in founders_of(project)]


def _everybody(project: Project) -> list[int]:
    return [p.educator.account_id for p in partnerships_of(project)]


def _name(educator_id: int) -> str:
    return Educator.objects.get(pk=educator_id).name
