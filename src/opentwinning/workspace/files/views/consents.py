"""Which pupils a file shows."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.verdicts import deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.workspace.files.actions import name_pupils
from opentwinning.workspace.files.forms import ShownForm
from opentwinning.workspace.files.policies import may_change_file, may_name_pupils
from opentwinning.workspace.files.queries import access_file, nameable_in, shown_on, thumb_url
from opentwinning.workspace.spaces.queries import space_context


@open_to(Audience.MEMBERS)
def pupils(request: ActorRequest, ref: str) -> HttpResponse:
    """Tick who can be recognised; the register of consents does the rest (H10)."""
    presence, found = access_file(request.actor, ref)
    deny_unless(may_name_pupils(presence.member, found))
    named, nameable = shown_on(found), nameable_in(request.actor, presence.member, found)
    form = ShownForm(
        request.POST or None,
        members=nameable,
        initial={"shown": [member.ref for member in named]},
    )
    if request.method == "POST" and form.is_valid():
        saved = form.carry_out(lambda: name_pupils(by=request.actor, file=found, **form.details()))
        if saved is not None:
            if saved.is_closed:
                text = pgettext("files", "A consent is missing: the file is closed now.")
                messages.warning(request, text)
            else:
                messages.success(request, pgettext("files", "Saved."))
            may_see = saved.is_closed and not (
                presence.member.is_admin or saved.uploaded_by_id == presence.member.pk
            )
            if may_see:
                return go(request, "files:library", presence.space.ref)
            return go(request, "files:file", ref)
    return page(
        request,
        "files/pupils.html",
        **space_context(presence, request, tool="files:library"),
        file=found,
        thumb=thumb_url(found),
        form=form,
        fixed=[member for member in named if member not in nameable],
        names_all=bool(may_change_file(presence.member, presence.space, found)),
    )
