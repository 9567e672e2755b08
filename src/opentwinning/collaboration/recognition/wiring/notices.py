"""Who is told what about labels (Q-09, C-28: on the platform and by mail)."""

from django.utils.translation import override, pgettext_lazy

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.recognition.events import (
    AssessorAssigned,
    EuropeanLabelAwarded,
    LabelAwarded,
    LabelRefused,
)
from opentwinning.collaboration.recognition.models import LabelApplication
from opentwinning.core.addresses import reverse
from opentwinning.core.events import on
from opentwinning.core.notices import NoticeKind, declare_notice
from opentwinning.facilities.notifications.actions import tell

for key, icon, sentence in (
    (
        "awarded",
        "award",
        pgettext_lazy("notice", "“%(title)s” has won you a national quality label."),
    ),
    ("refused", "info", pgettext_lazy("notice", "Your application for “%(title)s” was decided.")),
    (
        "assigned",
        "clipboard-list",
        pgettext_lazy("notice", "You are asked to assess an application."),
    ),
    (
        "european",
        "award",
        pgettext_lazy("notice", "“%(title)s” has won the European quality label."),
    ),
):
    declare_notice(
        NoticeKind(f"recognition.{key}", sentence, icon, mail=f"recognition/mail/{key}.txt")
    )


@on(LabelAwarded)
def tell_awarded(event: LabelAwarded) -> None:
    application = _application(event.application_id)
    _tell(event.account_id, "awarded", application, message=application.decision_message)


@on(LabelRefused)
def tell_refused(event: LabelRefused) -> None:
    _tell(event.account_id, "refused", _application(event.application_id), message=event.message)


@on(AssessorAssigned)
def tell_assigned(event: AssessorAssigned) -> None:
    _tell(event.account_id, "assigned", _application(event.application_id), page="assess")


def _tell(
    account_id: int, key: str, about: LabelApplication, *, page: str = "application", **facts: str
) -> None:
    tell(
        [account_id],
        f"recognition.{key}",
        url=_path(f"recognition:{page}", about.ref),
        title=about.project.title,
        **facts,
    )


@on(EuropeanLabelAwarded)
def tell_european(event: EuropeanLabelAwarded) -> None:
    project = Project.objects.get(pk=event.project_id)
    tell(
        event.account_ids,
        "recognition.european",
        url=_path("projects:project", project.ref),
        title=project.title,
    )


def _application(pk: int) -> LabelApplication:
    return LabelApplication.objects.select_related("project").get(pk=pk)


def _path(name: str, ref: str) -> str:
    """Notices store paths without a language; the reader's is added when they are read."""
    with override("en"):
        return reverse(name, args=[ref])
