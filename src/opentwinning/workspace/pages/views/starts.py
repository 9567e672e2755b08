"""What new pages can begin with, kept by the centre."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.components.formats import language_name
from opentwinning.core.verdicts import Conflict, deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.pages.actions import save_start
from opentwinning.workspace.pages.forms import StartForm
from opentwinning.workspace.pages.models import PageStart
from opentwinning.workspace.pages.policies import may_keep_starts
from opentwinning.workspace.pages.queries import access_start, all_starts


@open_to(Audience.CENTRAL, methods=("GET",))
def page_starts(request: HttpRequest) -> HttpResponse:
    """All templates in all languages, in their order."""
    deny_unless(may_keep_starts(cast("ActorRequest", request).actor))
    rows = [{"start": each, "language": language_name(each.language)} for each in all_starts()]
    return page(request, "pages/starts.html", rows=rows)


@open_to(Audience.CENTRAL)
def new_start(request: HttpRequest) -> HttpResponse:
    """One more, or one of these in another language (``?of=``)."""
    actor = cast("ActorRequest", request).actor
    deny_unless(may_keep_starts(actor))
    like = access_start(actor, request.GET["of"]) if request.GET.get("of") else None
    return _form(request, None, like)


@open_to(Audience.CENTRAL)
def start(request: HttpRequest, ref: str) -> HttpResponse:
    """Change one, or take it out of use."""
    return _form(request, access_start(cast("ActorRequest", request).actor, ref))


def _form(
    request: HttpRequest, found: PageStart | None, like: PageStart | None = None
) -> HttpResponse:
    actor = cast("ActorRequest", request).actor
    first = StartForm.stored(found or like) | ({} if found else {"version": 0})
    form = StartForm(request.POST or None, initial=first)
    key = like.key if like else ""
    try:
        if form.is_valid() and form.did(
            lambda: save_start(by=actor, start=found, key=key, **form.details())
        ):
            messages.success(request, pgettext("starts", "Saved. New pages can begin with it."))
            return go(request, "pages:starts")
    except Conflict:
        form.add_error(
            None,
            pgettext(
                "starts",
                "Somebody changed this template meanwhile. Open it anew and look at it first.",
            ),
        )
    return page(request, "pages/start.html", form=form, start=found)
