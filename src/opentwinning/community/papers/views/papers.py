"""Download, have it stamped, send it back (X-05)."""

from datetime import timedelta
from pathlib import Path
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.community.papers import adapters
from opentwinning.community.papers.actions import send_paper, take_new_term
from opentwinning.community.papers.forms import PaperForm
from opentwinning.community.papers.models import Paper
from opentwinning.community.papers.queries import access_paper, contents_of_papers, paper_of
from opentwinning.community.papers.queries.form import form_of
from opentwinning.community.papers.vocabulary import UPLOADS_A_DAY
from opentwinning.core.actor import Actor
from opentwinning.core.printing import pdf
from opentwinning.core.verdicts import Invalid, Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.facilities.limits.actions import within_limit
from opentwinning.people.educators.queries import educator_of
from opentwinning.people.support.queries import rules_of, support_organisation_of
from opentwinning.workspace.files.adapters import disk
from opentwinning.workspace.files.adapters.handing_out import whole_content
from opentwinning.workspace.files.adapters.reception import discard, receive
from opentwinning.workspace.files.vocabulary import UploadContext

TEMPLATE = Path(adapters.__file__).parent / "form.typ"
_ENOUGH = pgettext_lazy("paper", "You sent many files today. Try again tomorrow.")


@open_to(Audience.EDUCATORS)
def mine(request: HttpRequest) -> HttpResponse:
    """Where my form stands; POST sends it."""
    actor = cast("ActorRequest", request).actor
    paper = _own(actor)
    sending = PaperForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and paper is not None and sending.is_valid():
        if _sent(actor, paper, sending):
            messages.success(request, pgettext("paper", "Your form is at your office."))
            return go(request, "papers:mine")
    country = paper.educator.country if paper else ""
    return page(
        request,
        "papers/mine.html",
        status=422 if sending.errors else 200,
        form=sending,
        paper=paper,
        rules=rules_of(country) if paper else None,
        office=support_organisation_of(country) if paper else None,
    )


@open_to(Audience.EDUCATORS, methods=("POST",))
def term(request: HttpRequest) -> HttpResponse:
    """The day has passed: a new one."""
    actor = cast("ActorRequest", request).actor
    paper = _own(actor)
    if paper is not None:
        done = pgettext("paper", "You have time again.")
        attempt(request, lambda: take_new_term(by=actor, paper=paper), done)
    return go(request, "papers:mine")


@open_to(Audience.EDUCATORS, Audience.OFFICERS, methods=("GET",))
def form(request: HttpRequest, ref: str) -> HttpResponse:
    """The prefilled form as tagged PDF, in the language of the office."""
    paper = access_paper(cast("ActorRequest", request).actor, ref)
    data, language = form_of(paper)
    answer = HttpResponse(pdf(TEMPLATE, data, language), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{paper.ref}.pdf"'
    return answer


@open_to(Audience.EDUCATORS, Audience.OFFICERS, methods=("GET",))
def content(request: HttpRequest, ref: str) -> HttpResponseBase:
    """What was sent, for her and for officers in charge."""
    paper = access_paper(cast("ActorRequest", request).actor, ref)
    if not paper.stored_name:
        raise Refused(hidden())
    return whole_content(
        request,
        disk.path_of(paper.stored_name),
        name=paper.name,
        kind=paper.kind,
        media_type=paper.media_type,
        sha256=paper.sha256,
    )


def _own(actor: Actor) -> Paper | None:
    educator = educator_of(actor)
    return paper_of(educator) if educator is not None else None


def _sent(actor: Actor, paper: Paper, sending: PaperForm) -> bool:
    """Received before the row changes; nothing is left on disk when it fails."""
    if not within_limit("papers.send", actor.key, limit=UPLOADS_A_DAY, per=timedelta(days=1)):
        sending.add_error(None, str(_ENOUGH))
        return False
    try:
        received = receive(sending.cleaned_data["upload"], UploadContext.PAPER)
    except Invalid as problem:
        sending.add_error("upload", str(problem.message))
        return False
    try:
        replaced = sending.carry_out(lambda: send_paper(by=actor, paper=paper, received=received))
        disk.remove(*(replaced or []))
    finally:
        is_kept = bool(contents_of_papers([received.stored_name]))
        if not is_kept:
            discard(received)
    return is_kept
