"""The register of schools: mapping, a look at the file, the import."""

from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.verdicts import Invalid, Refused, deny_unless, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.doors.desk.forms import ImportForm, MappingForm, UploadForm
from opentwinning.doors.desk.queries import countries_of
from opentwinning.people.organisations.actions import import_register, save_register_mapping
from opentwinning.people.organisations.adapters import shelf
from opentwinning.people.organisations.models import RegisterImport, RegisterMapping
from opentwinning.people.organisations.policies import may_import_register
from opentwinning.people.organisations.queries import (
    find_organisations,
    imports_of,
    mapping_of,
    preview_register,
)
from opentwinning.people.organisations.vocabulary import PROBLEM_LABELS, Problem

_GONE = pgettext_lazy("register", "The file is not here any more. Choose it once more.")


def allowed(request: HttpRequest, country: str) -> str:
    """The country's code when the officer is in charge of it; else there is no such page."""
    actor = cast("ActorRequest", request).actor
    code = country.upper()
    if not may_import_register(actor, code) or code not in countries_of(actor):
        raise Refused(hidden())
    return code


@open_to(Audience.OFFICERS, methods=("GET",))
def schools(request: HttpRequest, country: str = "") -> HttpResponse:
    """Find a school to put right; bring the register in; what earlier imports did."""
    actor = cast("ActorRequest", request).actor
    own = countries_of(actor)
    code = allowed(request, country or (own[0] if own else ""))
    query = request.GET.get("q", "")[:80]
    return page(
        request,
        "desk/schools.html",
        country=code,
        own=own,
        query=query,
        found=find_organisations(code, query),
        imports=imports_of(code),
        mapping=mapping_of(code),
        upload=UploadForm(),
    )


@open_to(Audience.OFFICERS)
def mapping(request: HttpRequest, country: str) -> HttpResponse:
    """Which column means what."""
    code = allowed(request, country)
    actor, known = cast("ActorRequest", request).actor, mapping_of(code)
    form = MappingForm(request.POST or None, initial=MappingForm.stored(known))
    if form.is_valid():
        details = form.details()
        patterns = known.rules.get("patterns") if known else None
        details["rules"] |= {"patterns": patterns} if patterns else {}
        if form.carry_out(lambda: save_register_mapping(by=actor, country=code, **details)):
            messages.success(request, pgettext("register", "The mapping is saved."))
            return go(request, "desk:schools_of", code)
    return page(request, "desk/mapping.html", form=form, country=code)


@open_to(Audience.OFFICERS, methods=("POST",))
def look(request: HttpRequest, country: str) -> HttpResponse:
    """Receive the file, change nothing, show what an import would do (C9)."""
    code = allowed(request, country)
    form, known = UploadForm(request.POST, request.FILES), mapping_of(code)
    if known is None:
        return go(request, "desk:mapping", code)
    if not form.is_valid():
        return _refused(request, code, form)
    token = shelf.put(form.cleaned_data["file"])
    with shelf.opened(token) as file:
        preview = form.carry_out(lambda: preview_register(code, file, known))
    if preview is None:
        shelf.drop(token)
        return _refused(request, code, form)
    name = form.cleaned_data["file"].name
    return page(
        request,
        "desk/register_preview.html",
        country=code,
        preview=preview,
        problems=_sentences(preview.problems),
        file_name=name,
        token=token,
        decision=ImportForm(initial={"token": token}),
        many=preview.known and preview.closed / preview.known > 0.3,
    )


@open_to(Audience.OFFICERS, methods=("POST",))
def import_file(request: HttpRequest, country: str) -> HttpResponse:
    """Bring it in."""
    code = allowed(request, country)
    form, known = ImportForm(request.POST), mapping_of(code)
    deny_unless(may_import_register(cast("ActorRequest", request).actor, code))
    if not form.is_valid() or known is None:
        return go(request, "desk:schools_of", code)
    try:
        with shelf.opened(form.cleaned_data["token"]) as file:
            done = _import(request, code, file, known, form)
    except FileNotFoundError:
        messages.error(request, str(_GONE))
    except Invalid as problem:
        messages.error(request, str(problem.message))
    else:
        shelf.drop(form.cleaned_data["token"])
        sentence = pgettext(
            "register",
            "The register is in: %(created)s new, %(changed)s changed, %(closed)s closed.",
        )
        counts = {"created": done.created_count, "changed": done.changed_count}
        messages.success(request, sentence % {**counts, "closed": done.closed_count})
    return go(request, "desk:schools_of", code)


def _import(
    request: HttpRequest, code: str, file: BinaryIO, known: RegisterMapping, form: ImportForm
) -> RegisterImport:
    return import_register(
        by=cast("ActorRequest", request).actor,
        country=code,
        file=file,
        mapping=known,
        file_name=request.POST.get("file_name", "")[:200],
        many_may_close=form.cleaned_data["many_may_close"],
    )


def _refused(request: HttpRequest, code: str, form: UploadForm) -> HttpResponse:
    return page(
        request,
        "desk/schools.html",
        country=code,
        own=[code],
        imports=imports_of(code),
        mapping=mapping_of(code),
        upload=form,
        status=422,
    )


def _sentences(problems: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**each, "sentence": PROBLEM_LABELS[Problem(each["what"])]} for each in problems[:20]]
