"""Sharing, changing, thanking, keeping."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.community.networking.queries import is_newcomer
from opentwinning.community.resources import actions
from opentwinning.community.resources.forms import ResourceForm
from opentwinning.community.resources.models import Resource
from opentwinning.community.resources.policies import may_share_resource
from opentwinning.community.resources.queries import (
    access_resource,
    access_resource_file,
    contents_of_resources,
)
from opentwinning.community.resources.vocabulary import LIMITS, NEWCOMER_LIMITS
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.facilities.limits.actions import within_limits
from opentwinning.people.educators.queries import educator_of
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.adapters.reception import received_with
from opentwinning.workspace.files.vocabulary import Received, UploadContext

DRAFT = "resources:new"
_ENOUGH = pgettext_lazy(
    "resource", "You shared many resources in a short time. Your text is kept: send it later."
)


@open_to(Audience.VALIDATED)
def new(request: ActorRequest) -> HttpResponse:
    """Write, add files, share; autosaved."""
    deny_unless(may_share_resource(request.actor))
    initial = {
        "language": request.actor.language,
        **ResourceForm.restored(typed(request.actor, DRAFT)),
    }
    form = ResourceForm(request.POST or None, request.FILES or None, initial=initial)
    made = None
    if form.is_valid():
        made = _with_files(
            form,
            lambda received: _share(request.actor, form, received),
        )
    if made is not None:
        discard_draft(by=request.actor, key=DRAFT)
        messages.success(request, pgettext("resource", "Thank you: colleagues find it now."))
        return go(request, "resources:resource", made.ref)
    return page(request, "resources/form.html", form=form, draft_key=DRAFT, resource=None)


def _share(actor: Actor, form: ResourceForm, received: Sequence[Received]) -> Resource:
    me = educator_of(actor)
    limits = NEWCOMER_LIMITS if me is None or is_newcomer(me) else LIMITS
    if not within_limits("resources.share", actor.key, limits):
        raise Invalid(_ENOUGH)
    return actions.share_resource(
        by=actor, traits=form.traits(), received=received, **form.details()
    )


@open_to(Audience.VALIDATED)
def edit(request: ActorRequest, ref: str) -> HttpResponse:
    """Change one's own, add files, take files off."""
    found = access_resource(request.actor, ref, to="edit")
    key = f"resources:edit:{ref}"
    initial = {**ResourceForm.stored(found), **ResourceForm.restored(typed(request.actor, key))}
    form = ResourceForm(request.POST or None, request.FILES or None, initial=initial)
    made = None
    if form.is_valid():
        made = _with_files(
            form,
            lambda received: actions.edit_resource(
                by=request.actor,
                resource=found,
                traits=form.traits(),
                received=received,
                **form.details(),
            ),
        )
    if made is not None:
        discard_draft(by=request.actor, key=key)
        messages.success(request, pgettext("resource", "Your resource is saved."))
        return go(request, "resources:resource", ref)
    return page(
        request,
        "resources/form.html",
        form=form,
        draft_key=key,
        resource=found,
        files=list(found.files.order_by("pk")),
    )


def _with_files(
    form: ResourceForm, send: Callable[[Sequence[Received]], Resource]
) -> Resource | None:
    return received_with(form, UploadContext.LIBRARY, send, contents_of_resources)


@open_to(Audience.VALIDATED, methods=("POST",))
def remove_file(request: ActorRequest, ref: str) -> HttpResponse:
    """One file less: the row first, the contents after the commit."""
    file = access_resource_file(request.actor, ref, to="edit")
    resource = file.resource.ref

    def remove() -> None:
        contents = actions.remove_file(by=request.actor, file=file)
        transaction.on_commit(lambda: disk.remove(*contents))

    attempt(request, remove, pgettext("resource", "The file is removed."))
    return go(request, "resources:edit", resource)


@open_to(Audience.VALIDATED, methods=("POST",))
def delete(request: ActorRequest, ref: str) -> HttpResponse:
    """Into the trash; its page offers to take it back."""
    found = access_resource(request.actor, ref, to="edit")
    actions.delete_resource(by=request.actor, resource=found)
    return go(request, "resources:resource", ref)


@open_to(Audience.VALIDATED, methods=("POST",))
def restore(request: ActorRequest, ref: str) -> HttpResponse:
    """Out of the trash."""
    found = access_resource(request.actor, ref, to="restore")
    actions.restore_resource(by=request.actor, resource=found)
    messages.success(request, pgettext("resource", "Your resource is back."))
    return go(request, "resources:resource", ref)


@open_to(Audience.VALIDATED, methods=("POST",))
def thank(request: ActorRequest, ref: str) -> HttpResponse:
    """Thank you, or with ``back`` not any more."""
    found = access_resource(request.actor, ref, to="thank")
    actions.thank_for(by=request.actor, resource=found, thanks=not request.POST.get("back"))
    return go(request, "resources:resource", ref)


@open_to(Audience.VALIDATED, methods=("POST",))
def keep(request: ActorRequest, ref: str) -> HttpResponse:
    """On one's shelf, or with ``back`` off it."""
    found = access_resource(request.actor, ref, to="keep")
    actions.keep_resource(by=request.actor, resource=found, keeps=not request.POST.get("back"))
    return go(request, "resources:resource", ref)
