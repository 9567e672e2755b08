"""Code of conduct (page 29): everybody reads it, everybody with an account agrees (X-130)."""

import datetime as dt
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, pgettext

from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.clock import today
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page, same_site
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.people.safeguarding.actions import agree_to_conduct, save_conduct
from opentwinning.people.safeguarding.forms.conduct import ConductForm
from opentwinning.people.safeguarding.policies import may_agree, may_write_conduct
from opentwinning.people.safeguarding.queries import (
    conduct_day,
    conduct_days,
    conduct_in,
    conduct_texts,
    has_agreed,
)
from opentwinning.people.safeguarding.views.reports import frame_of
from opentwinning.people.safeguarding.vocabulary import ASKS_CONDUCT

DRAFT = "safeguarding:conduct"


@open_to(Audience.EVERYBODY, methods=("GET",))
def conduct(request: HttpRequest) -> HttpResponse:
    """The code in force, or by ``?on=2026-11-23`` the one of another day."""
    actor = cast("ActorRequest", request).actor
    found = conduct_in(get_language() or "en", _day(request.GET.get("on", "")))
    if found is None:
        raise Refused(hidden())
    is_in_force = found.from_day == conduct_day()
    asks = is_in_force and bool(may_agree(actor))
    simple = found.simple if actor.is_pupil and found.simple else found.text
    return page(
        request,
        "safeguarding/conduct.html",
        frame=frame_of(actor),
        code=found,
        html=richtext.rendered(simple),
        simple="" if actor.is_pupil else richtext.rendered(found.simple),
        is_in_force=is_in_force,
        may_agree=asks and not has_agreed(actor.account, found.from_day),
        has_agreed=asks and has_agreed(actor.account, found.from_day),
        earlier=[day for day in conduct_days() if day != found.from_day and day <= today()],
        may_write=bool(may_write_conduct(actor)),
    )


def _day(typed_day: str) -> dt.date | None:
    try:
        return min(dt.date.fromisoformat(typed_day), today())
    except ValueError:
        return None


@open_to(Audience.ADULTS, methods=("POST",))
def agree(request: HttpRequest) -> HttpResponse:
    """One press, from the page of the code or from the question above any page."""
    agree_to_conduct(by=cast("ActorRequest", request).actor)
    request.session.pop(ASKS_CONDUCT, None)
    messages.success(request, pgettext("conduct", "Thank you. You agreed to the code of conduct."))
    return redirect(same_site(request.POST.get("next", "")) or reverse("safeguarding:conduct"))


@open_to(Audience.CENTRAL)
def write(request: HttpRequest) -> HttpResponse:
    """The next code; the ones that held stay as they are."""
    actor = cast("ActorRequest", request).actor
    deny_unless(may_write_conduct(actor))
    initial = {**ConductForm.stored(conduct_texts(), today()), **typed(actor, DRAFT)}
    form = ConductForm(request.POST or None, initial=initial)
    if form.is_valid() and form.did(
        lambda: save_conduct(by=actor, from_day=form.cleaned_data["from_day"], texts=form.texts())
    ):
        discard_draft(by=actor, key=DRAFT)
        messages.success(request, pgettext("conduct", "The code of conduct is saved."))
        return go(request, "safeguarding:conduct")
    return page(
        request, "safeguarding/write_conduct.html", form=form, draft_key=DRAFT, days=conduct_days()
    )
