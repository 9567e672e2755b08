"""Pupils: adding a list, one pupil and what can be done with her (page 42)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import pgettext

from opentwinning.core.freshness import proved_lately, proved_to_send
from opentwinning.core.places import panels
from opentwinning.core.web import Audience, go, open_to, page
from opentwinning.people.pupils.actions import (
    add_pupils,
    erase_pupil,
    export_pupil,
    remove_pupil,
    rename_pupil,
    void_card,
)
from opentwinning.people.pupils.forms import (
    ListForm,
    NicknameForm,
    NicknamesForm,
)
from opentwinning.people.pupils.models import SchoolClass
from opentwinning.people.pupils.queries import access_class, access_pupil, pupils_of
from opentwinning.people.pupils.queries.held import held_about
from opentwinning.people.pupils.queries.nicknames import (
    Line,
    judged,
    made_nicknames,
    pasted_nicknames,
)
from opentwinning.people.pupils.views.classes import actor_of, trail
from opentwinning.people.pupils.vocabulary import MAX_PUPILS


@open_to(Audience.VALIDATED)
def add(request: HttpRequest, ref: str) -> HttpResponse:
    """Page 42: paste or let names be made; look through; save all at once or nothing."""
    school_class = access_class(actor_of(request), ref)
    if "nickname" in request.POST:
        return _look_through(request, school_class)
    form = ListForm(request.POST or None)
    if form.is_valid():
        taken = list(pupils_of(school_class).values_list("skeleton", flat=True))
        names = pasted_nicknames(form.cleaned_data["text"])[: MAX_PUPILS + 1]
        if not names:
            names = made_nicknames(form.cleaned_data["count"] or 1, school_class.language, taken)
        return _preview(request, school_class, judged(names, taken), NicknamesForm())
    crumbs = trail(school_class)
    return page(request, "pupils/add.html", school_class=school_class, form=form, crumbs=crumbs)


def _look_through(request: HttpRequest, school_class: SchoolClass) -> HttpResponse:
    """The list comes back, perhaps corrected: replaced, saved, or shown again with its problems."""
    names = [name for name in request.POST.getlist("nickname") if name.strip()][: MAX_PUPILS + 1]
    taken = list(pupils_of(school_class).values_list("skeleton", flat=True))
    lines = judged(names, taken)
    form = NicknamesForm(request.POST)
    if "replace" in request.POST:
        names = _without_doubt(lines, school_class.language, taken)
        return _preview(request, school_class, judged(names, taken), NicknamesForm())
    doubtful = any(line.doubt for line in lines) and not request.POST.get("names_are_fine")
    if doubtful or any(line.problem for line in lines):
        return _preview(request, school_class, lines, form, status=422)
    form.full_clean()
    added = form.carry_out(
        lambda: add_pupils(by=actor_of(request), school_class=school_class, nicknames=names)
    )
    if added is None:
        return _preview(request, school_class, lines, form, status=422)
    return go(request, "pupils:cards", school_class.ref)


def _without_doubt(lines: list[Line], language: str, taken: list[str]) -> list[str]:
    """The list with a made nickname for each line that has a problem or looks like a real name."""
    kept = [line.nickname for line in lines if not (line.problem or line.doubt)]
    known = [*taken, *(line.skeleton for line in lines)]
    fresh = iter(made_nicknames(len(lines) - len(kept), language, known))
    return [
        next(fresh, line.nickname) if line.problem or line.doubt else line.nickname
        for line in lines
    ]


def _preview(
    request: HttpRequest,
    school_class: SchoolClass,
    lines: list[Line],
    form: NicknamesForm,
    status: int = 200,
) -> HttpResponse:
    return page(
        request,
        "pupils/add_preview.html",
        status=status,
        school_class=school_class,
        lines=lines,
        form=form,
        problems=sum(bool(line.problem) for line in lines),
        doubts=sum(bool(line.doubt) for line in lines),
        is_too_long=len(lines) > MAX_PUPILS,
        crumbs=trail(school_class),
    )


@open_to(Audience.VALIDATED)
def pupil(request: HttpRequest, ref: str) -> HttpResponse:
    """One pupil: her nickname and everything her teacher may do."""
    found = access_pupil(actor_of(request), ref)
    form = NicknameForm(request.POST or None, initial={"nickname": found.nickname})
    if form.is_valid() and form.did(
        lambda: rename_pupil(
            by=actor_of(request), pupil=found, nickname=form.cleaned_data["nickname"]
        )
    ):
        messages.success(request, pgettext("pupils", "Saved."))
        return go(request, "pupils:class", found.school_class.ref)
    known = access_pupil(actor_of(request), ref)
    crumbs = trail(found.school_class)
    return page(
        request,
        "pupils/pupil.html",
        form=form,
        pupil=known,
        crumbs=crumbs,
        panels=panels("pupil", actor_of(request), known),
    )


@open_to(Audience.VALIDATED, methods=("POST",))
def void(request: HttpRequest, ref: str) -> HttpResponse:
    """Her card opens nothing any more."""
    found = access_pupil(actor_of(request), ref)
    void_card(by=actor_of(request), pupil=found)
    messages.success(
        request, pgettext("cards", "The card is void. Print a new one when you need it.")
    )
    return go(request, "pupils:pupil", ref)


@open_to(Audience.VALIDATED, methods=("POST",))
def remove(request: HttpRequest, ref: str) -> HttpResponse:
    """She leaves the class; her work stays under her nickname."""
    found = access_pupil(actor_of(request), ref)
    remove_pupil(by=actor_of(request), pupil=found)
    messages.success(request, pgettext("pupils", "The pupil is no longer in the class."))
    return go(request, "pupils:class", found.school_class.ref)


@open_to(Audience.VALIDATED)
@proved_lately
def erase(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything about her goes; asked once, after a fresh proof (A14): nobody can undo it."""
    found = access_pupil(actor_of(request), ref)
    if request.method == "POST":
        erase_pupil(by=actor_of(request), pupil=found)
        messages.success(request, pgettext("pupils", "Everything about this pupil is erased."))
        return go(request, "pupils:class", found.school_class.ref)
    return page(request, "pupils/pupil_erase.html", pupil=found)


@open_to(Audience.VALIDATED)
@proved_to_send
def export(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything the platform holds about her, for her family (J2, matrix row 19). After a fresh
    proof (A14) it comes as a file."""
    found = access_pupil(actor_of(request), ref)
    if request.method == "POST":
        held = export_pupil(by=actor_of(request), pupil=found)
        answer = JsonResponse(held, json_dumps_params={"ensure_ascii": False, "indent": 2})
        answer.headers["Content-Disposition"] = f'attachment; filename="{found.ref}.json"'
        return answer
    return page(
        request,
        "pupils/pupil_export.html",
        pupil=found,
        held=held_about(found),
        crumbs=trail(found.school_class),
    )
