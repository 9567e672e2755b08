"""Pages on paper (page 69)."""

from django.http import HttpResponse

from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import deny_unless
from opentwinning.core.web import ActorRequest, Audience, open_to, page
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.policies import may_print_page
from opentwinning.workspace.pages.queries import access_page, pages_to_print
from opentwinning.workspace.spaces.queries import Presence, access_space


@open_to(Audience.MEMBERS, methods=("GET",))
def print_page(request: ActorRequest, ref: str) -> HttpResponse:
    """One page with the pages under it."""
    presence, found = access_page(request.actor, ref)
    deny_unless(may_print_page(presence.member, found))
    return _sheets(request, presence, reverse("pages:page", args=[ref]), found)


@open_to(Audience.MEMBERS, methods=("GET",))
def print_all(request: ActorRequest, ref: str) -> HttpResponse:
    """The whole tree, as far as the member reads it."""
    presence = access_space(request.actor, ref)
    return _sheets(request, presence, reverse("pages:tree", args=[ref]), None)


def _sheets(
    request: ActorRequest, presence: Presence, back_url: str, top: Page | None
) -> HttpResponse:
    printed, left_out = pages_to_print(presence, top)
    return page(
        request,
        "pages/print.html",
        space=presence.space,
        top=top,
        printed=printed,
        left_out=left_out,
        back_url=back_url,
    )
