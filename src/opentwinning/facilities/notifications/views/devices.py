"""Browsers that are told about notices (page 33)."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, pgettext, pgettext_lazy

from opentwinning.core.verdicts import Invalid
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.notifications.actions import (
    add_device,
    choose_kinds,
    remove_device,
)
from opentwinning.facilities.notifications.adapters.push import application_key, fits
from opentwinning.facilities.notifications.forms import DeviceForm, KindsForm
from opentwinning.facilities.notifications.models import PushDevice
from opentwinning.facilities.notifications.queries import access_device, devices_of


@open_to(Audience.ADULTS)
def devices(request: HttpRequest) -> HttpResponse:
    """One's browsers; POST adds this one."""
    actor = cast("ActorRequest", request).actor
    form = DeviceForm(request.POST or None)
    added = None
    if form.is_valid():
        added = form.carry_out(lambda: _added(actor.account, form.details()))
    if added is not None:
        messages.success(request, pgettext("notices", "Now choose what this device tells you."))
        return go(request, "notifications:device", added.ref)
    return page(
        request,
        "notifications/devices.html",
        form=form,
        devices=devices_of(actor),
        application_key=application_key(),
        worker=_worker(),
    )


def _worker() -> str:
    """The address of the browser's worker, which keeps its offline page in this language."""
    language = get_language()
    own = f"?language={language}" if language != settings.LANGUAGE_CODE else ""
    return f"/service-worker.js{own}"


def _added(account_id: int, details: dict[str, str]) -> PushDevice:
    if not fits(details["endpoint"], details["public_key"], details["secret"]):
        raise Invalid(
            pgettext_lazy("notices", "This browser did not allow it. Nothing was changed.")
        )
    return add_device(account_id=account_id, **details)


@open_to(Audience.ADULTS)
def device(request: HttpRequest, ref: str) -> HttpResponse:
    """Which kinds one browser is told about."""
    found = access_device(cast("ActorRequest", request).actor, ref)
    form = KindsForm(request.POST if request.method == "POST" else None, device=found)
    if form.is_valid():
        choose_kinds(device=found, kinds=form.chosen())
        messages.success(request, pgettext("notices", "Your choice is saved."))
        return go(request, "notifications:devices")
    return page(request, "notifications/device.html", form=form, device=found)


@open_to(Audience.ADULTS, methods=("POST",))
def remove(request: HttpRequest, ref: str) -> HttpResponse:
    """Nothing more to this browser."""
    remove_device(device=access_device(cast("ActorRequest", request).actor, ref))
    messages.success(request, pgettext("notices", "This device is told nothing any more."))
    return go(request, "notifications:devices")
