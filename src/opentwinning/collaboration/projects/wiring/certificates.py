"""When a project ends, everybody who carried it gets a paper (J-10)."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.actions import issue_participation_certificates
from opentwinning.collaboration.projects.events import ProjectClosed
from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.projects.vocabulary import (
    CLASS_CERTIFICATE,
    PARTICIPATION_CERTIFICATE,
)
from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.people.certificates.vocabulary import CertificateKind, declare_kind

declare_kind(
    CertificateKind(
        key=PARTICIPATION_CERTIFICATE,
        title=pgettext_lazy("certificate", "Certificate of participation"),
        sentence=pgettext_lazy("certificate", "carried this project with partner schools:"),
    )
)
declare_kind(
    CertificateKind(
        key=CLASS_CERTIFICATE,
        title=pgettext_lazy("certificate", "Certificate of participation"),
        sentence=pgettext_lazy("certificate", "took part in this project with partner schools:"),
    )
)


@on(ProjectClosed)
def issue_certificates(event: ProjectClosed) -> None:
    project = Project.objects.get(pk=event.project_id)
    issue_participation_certificates(by=SYSTEM, project=project)
