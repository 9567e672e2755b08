"""Officers hide what does not belong here, with a reason (row 46); authors take answers back."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.community.networking.actions import hide_answer, hide_call, show_call
from opentwinning.community.networking.forms import ReasonForm
from opentwinning.community.networking.policies import is_own
from opentwinning.community.networking.queries import access_answer, access_call
from opentwinning.community.networking.vocabulary import CallState
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page


@open_to(Audience.OFFICERS)
def hide(request: HttpRequest, ref: str) -> HttpResponse:
    """Hide a call, or give a hidden one back."""
    actor = cast("ActorRequest", request).actor
    call = access_call(actor, ref, to="hide")
    is_hidden = call.state == CallState.HIDDEN
    act = show_call if is_hidden else hide_call
    form = ReasonForm(request.POST or None)
    if form.is_valid() and form.did(lambda: act(by=actor, call=call, **form.details())):
        done = pgettext("partner call", "Done. The author is told.")
        messages.success(request, done)
        return go(request, "networking:call", ref)
    return page(
        request, "networking/hide.html", form=form, call=call, text=call.idea, is_hidden=is_hidden
    )


@open_to(Audience.VALIDATED, Audience.OFFICERS)
def remove_answer(request: HttpRequest, ref: str) -> HttpResponse:
    """The author needs no reason, an officer writes one."""
    actor = cast("ActorRequest", request).actor
    answer = access_answer(actor, ref, to="hide")
    form = ReasonForm(request.POST or None)
    mine = is_own(actor, answer.author)
    if request.method == "POST" and (mine or form.is_valid()):
        reason = "" if mine else form.cleaned_data["reason"]
        hide_answer(by=actor, answer=answer, reason=reason)
        messages.success(request, pgettext("partner call", "The answer is hidden."))
        return go(request, "networking:call", answer.call.ref)
    return page(
        request, "networking/hide.html", form=form, call=answer.call, text=answer.text,
        is_mine=mine, answer=answer,
    )  # fmt: skip
