"""For project admins: settings and what everybody on the internet sees (pages 90, 91)."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from opentwinning.collaboration.twinspaces.actions import describe_twinspace
from opentwinning.collaboration.twinspaces.forms import SettingsForm
from opentwinning.collaboration.twinspaces.queries import access_twinspace, publishable_in
from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.spaces.actions import set_space_rules
from opentwinning.workspace.spaces.queries import space_context


@open_to(Audience.VALIDATED)
def settings(request: ActorRequest, ref: str) -> HttpResponse:
    """Name, description, picture, what pupils may do."""
    visit = access_twinspace(request.actor, ref, to_administer=True)
    twinspace = visit.twinspace
    start = {
        "title": twinspace.space.title,
        "description": twinspace.description,
        "cover": twinspace.cover.ref if twinspace.cover else "",
        "pupils_may_open_threads": twinspace.space.pupils_may_open_threads,
        "looks_first": twinspace.space.looks_first,
    }
    form = SettingsForm(request.POST or None, initial=start, twinspace=twinspace)
    if form.is_valid():
        details = form.details()
        rules = {name: details.pop(name) for name in ("pupils_may_open_threads", "looks_first")}
        rules["looks_first"] = rules["looks_first"] or start["looks_first"]
        if form.carry_out(
            lambda: describe_twinspace(by=request.actor, twinspace=twinspace, **details)
        ):
            if any(start[name] != rule for name, rule in rules.items()):
                set_space_rules(by=request.actor, space=twinspace.space, **rules)
            messages.success(request, pgettext("twinspace", "Saved."))
            return go(request, "twinspaces:home", ref)
    context = space_context(visit.presence, request, tool="twinspaces:settings")
    return page(
        request,
        "twinspaces/settings.html",
        form=form,
        project_ref=twinspace.project.ref,
        **context,
    )


@open_to(Audience.VALIDATED, methods=("GET",))
def publish(request: ActorRequest, ref: str) -> HttpResponse:
    """What is public now, what could be, and what to look at before (H12)."""
    visit = access_twinspace(request.actor, ref, to_administer=True)
    candidates = publishable_in(visit.presence.space)
    context = space_context(visit.presence, request, tool="twinspaces:publish")
    return page(
        request,
        "twinspaces/publish.html",
        public=[c for c in candidates if c.is_published],
        closed=[c for c in candidates if not c.is_published],
        panels=panels("space_publish", request.actor, visit.presence),
        **context,
    )
