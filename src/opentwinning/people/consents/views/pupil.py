"""One pupil's consents: what counts, what it shows, taking back, everything there ever was."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.consents.actions import withdraw_consents
from opentwinning.people.consents.queries import access_kept_pupil, line_of
from opentwinning.people.consents.queries.words import papers_of, shown
from opentwinning.people.consents.vocabulary import Purpose
from opentwinning.people.pupils.views.classes import trail


@open_to(Audience.VALIDATED, methods=("GET",))
def pupil(request: ActorRequest, ref: str) -> HttpResponse:
    """Her boxes, with a way back from each (5.10), and what shows her."""
    found = access_kept_pupil(request.actor, ref)
    register = reverse("consents:register", args=[found.school_class.ref])
    return page(
        request,
        "consents/pupil.html",
        pupil=found,
        line=shown(line_of(found)),
        history=papers_of(found),
        panels=panels("consents", request.actor, found),
        crumbs=[*trail(found.school_class), (pgettext("consent", "Consents"), register)],
    )


@open_to(Audience.VALIDATED, methods=("POST",))
def withdraw(request: ActorRequest, ref: str) -> HttpResponse:
    """Take back, at once and without questions: as easy as giving."""
    found = access_kept_pupil(request.actor, ref)
    purpose = request.POST.get("purpose", "")
    if purpose not in {"", *Purpose}:
        purpose = ""
    if withdraw_consents(by=request.actor, pupil=found, purpose=purpose):
        messages.success(
            request, pgettext("consent", "Taken back. Look below at what still shows the pupil.")
        )
    return go(request, "consents:pupil", ref)
