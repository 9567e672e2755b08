"""An activity with what was handed in; handing in; a teacher's decision."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Conflict, Refused
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.workspace.activities import actions
from opentwinning.workspace.activities.forms import AnswerForm, HandInForm
from opentwinning.workspace.activities.models import Activity, HandIn
from opentwinning.workspace.activities.policies import (
    may_decide_hand_in,
    may_hand_in,
    may_run_activity,
)
from opentwinning.workspace.activities.queries import (
    access_activity,
    access_hand_in,
    contents_of_hand_ins,
    files_of,
    hand_ins_of,
    my_hand_in,
)
from opentwinning.workspace.activities.views.plan import TOOL
from opentwinning.workspace.activities.views.shown import about, handed_in
from opentwinning.workspace.files.adapters.reception import received_with
from opentwinning.workspace.files.vocabulary import PeopleShown, Received, UploadContext
from opentwinning.workspace.spaces.queries import Presence, space_context

# Here an answer may be spoken.
DEVICES = "camera=(self), microphone=(self), geolocation=(), browsing-topics=()"


@open_to(Audience.MEMBERS)
def activity(request: ActorRequest, ref: str) -> HttpResponse:
    """Read it and hand in, again if need be. What was typed comes back with the reason when it
    cannot be taken."""
    presence, found = access_activity(request.actor, ref)
    mine = my_hand_in(presence, found)
    kept = files_of([mine])[mine.pk] if mine else []
    key = f"activities:hand-in:{ref}"
    begun = typed(request.actor, key) if request.method == "GET" else {}
    stored = {"text": mine.text, "version": mine.version} if mine else {}
    form = HandInForm(
        request.POST or None, request.FILES or None, kept=kept, initial={**stored, **begun}
    )
    if form.is_valid() and _taken(request, found, form):
        discard_draft(by=request.actor, key=key)
        text = (
            pgettext("activity", "Handed in. Your teacher looks at it first.")
            if presence.member.is_pupil
            else pgettext("activity", "It is here.")
        )
        messages.success(request, text)
        return go(request, "activities:activity", ref)
    return _activity_page(request, presence, found, form, mine, key)


def _taken(request: ActorRequest, found: Activity, form: HandInForm) -> bool:
    """Receive the files and hand in; whatever fails leaves nothing on disk."""

    def send(received: Sequence[Received]) -> HandIn:
        said = form.cleaned_data
        people = said["people_shown"] or PeopleShown.UNSURE
        return actions.hand_in(
            by=request.actor,
            activity=found,
            files=[actions.NewFile(each, said["alt_text"], people) for each in received],
            **form.details(),
        )

    try:
        return received_with(form, UploadContext.LIBRARY, send, contents_of_hand_ins) is not None
    except Conflict as problem:
        form.add_error(
            None,
            pgettext(
                "activity",
                "This was changed in another window. What you typed is below. "
                "Compare it, then send it again.",
            ),
        )
        data = request.POST.copy()
        data["version"] = str(getattr(problem.current, "version", 0))
        form.data = data
    except Refused as refusal:
        if refusal.verdict.secret:
            raise
        form.add_error(None, str(refusal.verdict.reason))
    return False


def _activity_page(
    request: ActorRequest,
    presence: Presence,
    found: Activity,
    form: HandInForm,
    mine: HandIn | None,
    key: str,
) -> HttpResponse:
    member, space = presence.member, presence.space
    rows = handed_in(presence, found, hand_ins_of(presence, found))
    may = may_hand_in(member, space, found, mine)
    answer = page(
        request,
        "activities/activity.html",
        **space_context(presence, request, tool=TOOL),
        activity=found,
        about=about(found),
        html=richtext.rendered(found.text),
        form=form,
        draft_key=key,
        mine=next((row for row in rows if row["own"]), None),
        rows=[row for row in rows if not row["own"]],
        may_hand_in=may,
        may_run=bool(may_run_activity(member, space, found)),
        lost_files=bool(request.FILES),
        preview_url=reverse("files:preview", args=[space.ref]),
        images_url=reverse("files:pictures", args=[space.ref]),
    )
    answer.headers["Permissions-Policy"] = DEVICES
    return answer


@open_to(Audience.MEMBERS, methods=("GET",))
def hand_in(request: ActorRequest, ref: str) -> HttpResponse:
    """One hand-in, with what a teacher may decide."""
    presence, found = access_hand_in(request.actor, ref)
    return _hand_in_page(request, presence, found, AnswerForm())


def _hand_in_page(
    request: ActorRequest, presence: Presence, found: HandIn, form: AnswerForm
) -> HttpResponse:
    (row,) = handed_in(presence, found.activity, [found])
    context: dict[str, Any] = {
        "row": row,
        "about": about(found.activity),
        "form": form,
        "may_decide": bool(may_decide_hand_in(presence.member, presence.space, found)),
    }
    frame = space_context(presence, request, tool=TOOL)
    return page(request, "activities/hand_in.html", **frame, **context)


@open_to(Audience.MEMBERS, methods=("POST",))
def approve(request: ActorRequest, ref: str) -> HttpResponse:
    """Everybody in the project sees it now; what changed meanwhile is to be read first."""
    _, found = access_hand_in(request.actor, ref, to="decide")
    version = _version_read(request)
    if not attempt(
        request,
        lambda: actions.approve_hand_in(by=request.actor, hand_in=found, version=version),
    ):
        return go(request, "activities:hand_in", found.ref)
    messages.success(request, pgettext("activity", "Approved: everybody sees it now."))
    return go(request, "activities:activity", found.activity.ref)


def _version_read(request: ActorRequest) -> int:
    sent = request.POST.get("version", "")
    return int(sent) if sent.isdecimal() and len(sent) < 10 else 0


@open_to(Audience.MEMBERS, methods=("POST",))
def give_back(request: ActorRequest, ref: str) -> HttpResponse:
    """Back to the pupil, with words."""
    presence, found = access_hand_in(request.actor, ref, to="decide")
    form = AnswerForm(request.POST)
    version = _version_read(request)
    if form.is_valid() and form.did(
        lambda: actions.return_hand_in(
            by=request.actor, hand_in=found, version=version, answer=form.cleaned_data["answer"]
        )
    ):
        messages.success(request, pgettext("activity", "The pupil reads your words."))
        return go(request, "activities:activity", found.activity.ref)
    return _hand_in_page(request, presence, found, form)
