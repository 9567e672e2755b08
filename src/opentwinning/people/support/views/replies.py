"""Prepared replies of an office."""

from typing import cast

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.verdicts import deny_unless
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.support.actions import delete_reply_template, save_reply_template
from opentwinning.people.support.forms import ReplyForm
from opentwinning.people.support.policies import may_edit_replies
from opentwinning.people.support.queries import access_reply, countries_with_replies, replies_of

EVERY = "all"  # how the address names replies for every country


@open_to(Audience.OFFICERS)
def replies(request: HttpRequest, country: str) -> HttpResponse:
    """The list of one country; POST adds one."""
    actor = cast("ActorRequest", request).actor
    code = "" if country == EVERY else country.upper()
    deny_unless(may_edit_replies(actor, code))
    form = ReplyForm(request.POST or None, initial={"language": actor.language})
    if form.is_valid() and form.did(
        lambda: save_reply_template(by=actor, country=code, **form.details())
    ):
        messages.success(request, pgettext("support", "The reply is saved."))
        return go(request, "support:replies", country)
    return page(
        request,
        "support/replies.html",
        form=form,
        replies=replies_of(code),
        country=code,
        own=[(each or EVERY, each) for each in countries_with_replies(actor)],
    )


@open_to(Audience.OFFICERS)
def edit_reply(request: HttpRequest, number: int) -> HttpResponse:
    """Change one."""
    actor = cast("ActorRequest", request).actor
    template = access_reply(actor, number)
    form = ReplyForm(request.POST or None, initial=model_to_dict(template))
    if form.is_valid() and form.did(
        lambda: save_reply_template(
            by=actor, country=template.country, template=template, **form.details()
        )
    ):
        messages.success(request, pgettext("support", "The reply is saved."))
        return go(request, "support:replies", template.country or EVERY)
    return page(request, "support/edit_reply.html", form=form, reply=template)


@open_to(Audience.OFFICERS, methods=("POST",))
def delete_reply(request: HttpRequest, number: int) -> HttpResponse:
    """Remove one."""
    actor = cast("ActorRequest", request).actor
    template = access_reply(actor, number)
    delete_reply_template(by=actor, template=template)
    messages.success(request, pgettext("support", "The reply is deleted."))
    return go(request, "support:replies", template.country or EVERY)
