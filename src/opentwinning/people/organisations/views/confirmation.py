"""A school answers by the link of its mail; nobody needs an account for it (X-05)."""

from typing import cast

from django.http import HttpRequest, HttpResponse

from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.facilities.limits.actions import network_of, within_limits
from opentwinning.people.accounts.vocabulary import LINK_LIMITS
from opentwinning.people.organisations.actions import answer_for_school
from opentwinning.people.organisations.forms import SchoolAnswerForm
from opentwinning.people.organisations.queries import open_confirmation
from opentwinning.people.organisations.vocabulary import SchoolAnswer
from opentwinning.people.support.queries import support_organisation_of


@open_to(Audience.EVERYBODY)
def answer(request: HttpRequest, secret: str) -> HttpResponse:
    """Who asks and what a yes means; POST answers. Opening the page changes nothing: mail
    scanners open links too (A17)."""
    asked = open_confirmation(secret)
    if asked is None:
        free = request.method != "POST" or within_limits("link", network_of(request), LINK_LIMITS)
        return page(request, "organisations/answer_closed.html", status=410 if free else 429)
    actor = cast("ActorRequest", request).actor
    form = SchoolAnswerForm(request.POST or None)
    office = support_organisation_of(asked.educator.country)
    if form.is_valid():
        said = SchoolAnswer(form.cleaned_data["answer"])
        if form.did(lambda: answer_for_school(by=actor, confirmation=asked, answer=said)):
            return page(request, "organisations/answer_thanks.html", said=said, office=office)
    response = page(request, "organisations/answer.html", form=form, asked=asked, office=office)
    response["Referrer-Policy"] = "same-origin"
    return response
