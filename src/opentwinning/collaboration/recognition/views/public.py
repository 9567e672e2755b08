"""Labels explained: windows and criteria are no secret (page 9)."""

from django.http import HttpRequest, HttpResponse

from opentwinning.collaboration.recognition.queries.country import all_windows, schemes
from opentwinning.core.web import Audience, open_to, page


@open_to(Audience.EVERYBODY, methods=("GET",))
def labels(request: HttpRequest) -> HttpResponse:
    """What a label is, who may apply until when, by which criteria."""
    return page(request, "recognition/labels.html", windows=all_windows(), schemes=schemes())
