"""Saying something, answering, changing it, reacting. Each address is also a page of its own, for
whoever has no script and for what could not be taken."""

from secrets import token_hex

from django.http import HttpResponse
from django.shortcuts import redirect

from opentwinning.core.verdicts import deny_unless
from opentwinning.core.web import ActorRequest, Audience, attempt, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.workspace.remarks import actions
from opentwinning.workspace.remarks.forms import AnswerForm, RemarkForm
from opentwinning.workspace.remarks.models import Remark
from opentwinning.workspace.remarks.policies import may_remark
from opentwinning.workspace.remarks.queries import access_remark, access_thing
from opentwinning.workspace.spaces.queries import Thing, space_context
from opentwinning.workspace.spaces.vocabulary import who_sees


@open_to(Audience.MEMBERS)
def write(request: ActorRequest, kind: str, thing: str) -> HttpResponse:
    """About a thing or some of its words."""
    found = access_thing(request.actor, kind, thing)
    deny_unless(may_remark(found))
    key = f"remarks:{thing}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    form = RemarkForm(request.POST or None, initial={**begun, "form_token": token_hex(12)})
    if form.is_valid():
        made = form.carry_out(
            lambda: actions.write_remark(
                by=request.actor, kind=kind, thing_ref=thing, **form.details()
            )
        )
        if made is not None:
            discard_draft(by=request.actor, key=key)
            return redirect(f"{found.url}#{made.ref}")
    return _form_page(request, found, form, key)


@open_to(Audience.MEMBERS)
def answer(request: ActorRequest, ref: str) -> HttpResponse:
    """In answer to a remark."""
    thing, parent = access_remark(request.actor, ref, to="answer")
    key = f"remarks:{ref}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    form = AnswerForm(request.POST or None, initial={**begun, "form_token": token_hex(12)})
    if form.is_valid():
        made = form.carry_out(
            lambda: actions.write_remark(
                by=request.actor,
                kind=thing.kind,
                thing_ref=thing.ref,
                parent=parent,
                **form.details(),
            )
        )
        if made is not None:
            discard_draft(by=request.actor, key=key)
            return redirect(f"{thing.url}#{made.ref}")
    return _form_page(request, thing, form, key, answered=parent)


@open_to(Audience.MEMBERS)
def edit(request: ActorRequest, ref: str) -> HttpResponse:
    """Other words."""
    thing, found = access_remark(request.actor, ref, to="edit")
    key = f"remarks:edit:{ref}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    form = AnswerForm(request.POST or None, initial={"text": found.text, **begun})
    if form.is_valid() and form.did(
        lambda: actions.edit_remark(by=request.actor, remark=found, text=form.cleaned_data["text"])
    ):
        discard_draft(by=request.actor, key=key)
        return redirect(f"{thing.url}#{ref}")
    return _form_page(request, thing, form, key, changed=found)


def _form_page(
    request: ActorRequest,
    thing: Thing,
    form: RemarkForm | AnswerForm,
    key: str,
    *,
    answered: Remark | None = None,
    changed: Remark | None = None,
) -> HttpResponse:
    return page(
        request,
        "remarks/form.html",
        **space_context(thing.presence, request, tool=thing.tool),
        form=form,
        draft_key=key,
        thing=thing,
        who=who_sees(thing.place),
        answered=answered,
        changed=changed,
    )


@open_to(Audience.MEMBERS, methods=("POST",))
def react(request: ActorRequest, kind: str, thing: str) -> HttpResponse:
    """Give a sign, or take it back."""
    found = access_thing(request.actor, kind, thing)
    sign = request.POST.get("reaction", "")
    attempt(
        request,
        lambda: actions.react(by=request.actor, kind=kind, thing_ref=thing, name=sign),
    )
    return redirect(f"{found.url}#reactions")
