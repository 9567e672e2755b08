"""The inbox of notices."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, pgettext
from django.views.decorators.csrf import csrf_exempt

from opentwinning.core.notices import KINDS, area_label, area_of
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.notifications.actions import (
    mark_all_read,
    mark_read,
    save_habits,
    stop_mails,
)
from opentwinning.facilities.notifications.forms import HabitsForm
from opentwinning.facilities.notifications.queries import inbox_of, my_habits, named, wish_of


@open_to(Audience.ADULTS, methods=("GET", "POST"))
def inbox(request: HttpRequest) -> HttpResponse:
    """All notices; POST marks all as read."""
    actor = cast("ActorRequest", request).actor
    if request.method == "POST":
        mark_all_read(by=actor)
        return go(request, "notifications:inbox")
    return page(request, "notifications/inbox.html", notices=inbox_of(actor))


@open_to(Audience.ADULTS, methods=("POST",))
def open_notice(request: HttpRequest, ref: str) -> HttpResponse:
    """Mark one as read and go to the thing."""
    notice = mark_read(by=cast("ActorRequest", request).actor, ref=ref)
    if notice is None:
        raise Http404
    language = get_language()
    prefix = "" if language == settings.LANGUAGE_CODE else f"/{language}"
    return redirect(f"{prefix}{notice.url}")


@open_to(Audience.ADULTS)
def habits(request: HttpRequest) -> HttpResponse:
    """How many mails, and when (page 33)."""
    actor = cast("ActorRequest", request).actor
    form = HabitsForm(request.POST or None, initial=HabitsForm.stored(my_habits(actor)))
    if request.method == "POST" and form.is_valid():
        save_habits(account_id=actor.account, **form.details())
        messages.success(request, pgettext("notices", "Your choice is saved."))
        return go(request, "notifications:habits")
    return page(request, "notifications/habits.html", form=form)


@open_to(Audience.EVERYBODY)
@csrf_exempt  # a mail program presses for its reader, without any cookie (RFC 8058)
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """The link at the end of a mail, without signing in. Opening it changes nothing: mail scanners
    open links too; one press stops the mails (G8)."""
    wish = wish_of(token)
    if wish is None:
        raise Http404
    account_id, what = wish
    if request.POST.get("all"):
        what = area_of(what)
    if request.method == "POST":
        stop_mails(account_id=account_id, what=what)
    is_done = request.method == "POST"
    area = area_label(area_of(what)) if what in KINDS else ""
    return page(request, "notifications/stop.html", what=named(what), area=area, is_done=is_done)
