"""Pages that may serve as evidence, and the frozen copies an assessor reads."""

from opentwinning.collaboration.recognition.models import Evidence, LabelApplication
from opentwinning.collaboration.twinspaces.queries import twinspace_of
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.vocabulary import PageState
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import SpacePlace


def evidence_choices(actor: Actor, application: LabelApplication) -> list[Page]:
    """Visible pages of the project's TwinSpace that the applicant may read herself; never from the
    staff room or the pupil corner."""
    twinspace = twinspace_of(application.project)
    if twinspace is None or member_of(actor, twinspace.space) is None:
        return []
    pages = Page.objects.filter(
        space=twinspace.space,
        place=SpacePlace.WHOLE,
        state=PageState.VISIBLE,
        deleted_at=None,
    )
    return list(pages.order_by("title", "pk"))


def evidence_of(application: LabelApplication) -> dict[str, list[Evidence]]:
    """Chosen evidence by criterion id."""
    found: dict[str, list[Evidence]] = {}
    for row in Evidence.objects.filter(application=application).order_by("title", "pk"):
        found.setdefault(row.criterion, []).append(row)
    return found


def evidence_behind(application: LabelApplication, ref: str) -> Evidence:
    """One frozen page of an application whose door the reader has passed."""
    row = Evidence.objects.filter(application=application, ref=ref).first()
    if row is None:
        raise Refused(hidden())
    return row
