"""The register of schools comes in: file, columns, words, a look at everything, the import (C9)."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.doors.desk.forms import (
    COLUMN_LABELS,
    ColumnsForm,
    ReadingForm,
    StartForm,
    UploadForm,
    WordsForm,
)
from opentwinning.doors.desk.queries import countries_with_registers
from opentwinning.people.organisations.actions import (
    choose_words,
    describe_register,
    drop_register,
    look_through_register,
    read_register_again,
    receive_register,
    reopen_register,
    start_register,
)
from opentwinning.people.organisations.adapters import shelf
from opentwinning.people.organisations.adapters.shelf import Part
from opentwinning.people.organisations.models import RegisterImport
from opentwinning.people.organisations.policies import may_import_register
from opentwinning.people.organisations.queries import (
    Look,
    Reading,
    Word,
    access_import,
    find_organisations,
    imports_of,
    look_into,
    pairs_of,
    read_as,
    words_of,
)
from opentwinning.people.organisations.vocabulary import (
    FILE_GONE,
    MANY_CLOSED,
    PROBLEM_LABELS,
    ImportState,
    Problem,
)

DESK = (Audience.OFFICERS, Audience.OPERATORS)
_MOVING = (ImportState.CHECKING, ImportState.RUNNING)
_RULES = ("not_schools_when", "not_open_when")


def actor_of(request: HttpRequest) -> Actor:
    return cast("ActorRequest", request).actor


def allowed(request: HttpRequest, country: str) -> str:
    """The country's code when the actor is in charge of it; else there is no such page."""
    code = country.upper()
    if not may_import_register(actor_of(request), code) or code not in countries_with_registers(
        actor_of(request)
    ):
        raise Refused(hidden())
    return code


@open_to(*DESK, methods=("GET",))
def schools(request: HttpRequest, country: str = "") -> HttpResponse:
    """Find a school to put right; bring the register in; what earlier imports did."""
    own = countries_with_registers(actor_of(request))
    code = allowed(request, country or (own[0] if own else ""))
    return _schools(request, code, UploadForm())


def _schools(request: HttpRequest, code: str, upload: UploadForm) -> HttpResponse:
    query = request.GET.get("q", "")[:80]
    return page(
        request,
        "desk/schools.html",
        country=code,
        own=countries_with_registers(actor_of(request)),
        query=query,
        found=find_organisations(code, query),
        may_edit=not actor_of(request).is_a(Role.OPERATOR),
        imports=imports_of(code),
        pair_count=0 if actor_of(request).is_a(Role.OPERATOR) else len(pairs_of(code)),
        upload=upload,
        status=422 if upload.errors else 200,
    )


@open_to(*DESK, methods=("POST",))
def receive(request: HttpRequest, country: str) -> HttpResponse:
    """Take the file, change nothing, show its first rows."""
    code = allowed(request, country)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _schools(request, code, form)
    upload = form.cleaned_data["file"]
    token = shelf.put(upload)
    with shelf.opened(token) as file:
        look = form.carry_out(lambda: look_into(file, code))
    if look is None:
        shelf.drop(token)
        return _schools(request, code, form)
    register = receive_register(
        by=actor_of(request), country=code, token=token, file_name=upload.name, look=look
    )
    return go(request, "desk:register", register.ref)


@open_to(*DESK, methods=("GET",))
def register(request: HttpRequest, ref: str) -> HttpResponse:
    """Where the file stands now: its columns, its dry run, its import, its report."""
    found = access_import(actor_of(request), ref)
    if found.state == ImportState.RECEIVED:
        return _columns(request, found, ColumnsForm(None, found))
    return _report(request, found, StartForm())


def _columns(request: HttpRequest, found: RegisterImport, form: ColumnsForm) -> HttpResponse:
    reading = Reading.restored(found.reading)
    try:
        with shelf.opened(found.token) as file:
            look = look_into(file, found.country, reading)
    except FileNotFoundError:
        messages.error(request, str(FILE_GONE))
        return go(request, "desk:schools_of", found.country)
    return page(
        request,
        "desk/register_columns.html",
        register=found,
        reading=reading,
        again=ReadingForm(None, reading),
        form=form,
        rows=[_shown(row, look) for row in look.rows],
        columns=_meanings(found, look),
        is_remembered=look.is_remembered,
        has_personal=bool(look.personal),
    )


def _meanings(found: RegisterImport, look: Look) -> list[dict[str, object]]:
    """Each heading, what it means to us, and whether it is about people."""
    names = {column: name for name, column in found.plan.get("columns", {}).items()}
    return [
        {
            "heading": heading,
            "meaning": COLUMN_LABELS.get(names.get(heading, ""), ""),
            "is_personal": heading in look.personal and heading not in names,
        }
        for heading in look.headings
    ]


def _shown(row: list[str], look: Look) -> list[tuple[str, str]]:
    """Heading and cell, side by side on a telephone; cells about people are not even shown."""
    cells = [*row, *[""] * (len(look.headings) - len(row))]
    hide = {at for at, heading in enumerate(look.headings) if heading in look.personal}
    shown = ["…" if at in hide else cell[:60] for at, cell in enumerate(cells)]
    return list(zip(look.headings, shown, strict=False))


@open_to(*DESK, methods=("POST",))
def read_again(request: HttpRequest, ref: str) -> HttpResponse:
    """Another encoding, delimiter, sheet or heading row."""
    found = access_import(actor_of(request), ref)
    form = ReadingForm(request.POST, Reading.restored(found.reading))
    if form.is_valid():
        reading = read_as(form.reading, **form.details())
        try:
            with shelf.opened(found.token) as file:
                look = form.carry_out(lambda: look_into(file, found.country, reading))
        except FileNotFoundError:
            look = None
        if look is not None:
            read_register_again(by=actor_of(request), register=found, look=look)
    for sentences in form.errors.values():
        messages.error(request, " ".join(str(sentence) for sentence in sentences))
    return go(request, "desk:register", ref)


@open_to(*DESK, methods=("POST",))
def columns(request: HttpRequest, ref: str) -> HttpResponse:
    """Which column means what; then which rows, when a column tells them apart."""
    found = access_import(actor_of(request), ref)
    form = ColumnsForm(request.POST, found)
    if not form.is_valid() or not form.did(
        lambda: describe_register(by=actor_of(request), register=found, **form.details())
    ):
        return _columns(request, found, form)
    found = access_import(actor_of(request), ref)
    if _words(found):
        return go(request, "desk:register_rows", ref)
    look_through_register(by=actor_of(request), register=found)
    return go(request, "desk:register", ref)


@open_to(*DESK)
def rows(request: HttpRequest, ref: str) -> HttpResponse:
    """Which words mean a school, and an open one."""
    found = access_import(actor_of(request), ref)
    words = _words(found) if found.state == ImportState.RECEIVED else {}
    if not words:
        return go(request, "desk:register", ref)
    form = WordsForm(request.POST or None, words)
    if form.is_valid() and form.did(
        lambda: choose_words(by=actor_of(request), register=found, left_out=form.left_out())
    ):
        look_through_register(by=actor_of(request), register=found)
        return go(request, "desk:register", ref)
    return page(request, "desk/register_rows.html", register=found, form=form)


def _words(found: RegisterImport) -> dict[str, list[Word]]:
    try:
        with shelf.opened(found.token) as file:
            listed = {rule: words_of(file, found, rule) for rule in _RULES}
    except FileNotFoundError:
        return {}
    return {rule: words for rule, words in listed.items() if len(words) > 1}


def _report(request: HttpRequest, found: RegisterImport, form: StartForm) -> HttpResponse:
    closed = found.foreseen.get("closed", 0)
    return page(
        request,
        "desk/register_report.html",
        register=found,
        is_moving=found.state in _MOVING,
        form=form,
        many=bool(found.known_count and closed / found.known_count > MANY_CLOSED),
        problems=[
            {**each, "sentence": PROBLEM_LABELS[Problem(each["what"])]}
            for each in found.problems[:20]
        ],
        sorts=[
            {"sentence": PROBLEM_LABELS[Problem(what)], "count": count}
            for what, count in found.problem_counts.items()
        ],
        has_report=_has_report(found),
    )


def _has_report(found: RegisterImport) -> bool:
    return bool(found.token) and shelf.path_of(found.token, Part.REPORT).exists()


@open_to(*DESK, methods=("GET",))
def progress(request: HttpRequest, ref: str) -> HttpResponse:
    """The part of the page that tells how far it is."""
    found = access_import(actor_of(request), ref)
    return page(
        request,
        "desk/register_progress.html",
        register=found,
        is_moving=found.state in _MOVING,
    )


@open_to(*DESK, methods=("POST",))
def start(request: HttpRequest, ref: str) -> HttpResponse:
    """Bring it in, in the background."""
    found = access_import(actor_of(request), ref)
    form = StartForm(request.POST)
    if form.is_valid() and form.did(
        lambda: start_register(by=actor_of(request), register=found, **form.details())
    ):
        return go(request, "desk:register", ref)
    return _report(request, found, form)


@open_to(*DESK, methods=("POST",))
def reopen(request: HttpRequest, ref: str) -> HttpResponse:
    """Back to the columns."""
    found = access_import(actor_of(request), ref)
    form = StartForm(request.POST)
    if form.is_valid() and form.did(lambda: reopen_register(by=actor_of(request), register=found)):
        return go(request, "desk:register", ref)
    return _report(request, found, form)


@open_to(*DESK, methods=("POST",))
def drop(request: HttpRequest, ref: str) -> HttpResponse:
    """Not this file: forget it."""
    found = access_import(actor_of(request), ref)
    form = StartForm(request.POST)
    if form.is_valid() and form.did(lambda: drop_register(by=actor_of(request), register=found)):
        shelf.drop(found.token, Part.UPLOAD, Part.ROWS)
        messages.success(request, pgettext("register", "The file is forgotten."))
        return go(request, "desk:schools_of", found.country)
    return _report(request, found, form)


@open_to(*DESK, methods=("GET",))
def report(request: HttpRequest, ref: str) -> HttpResponse:
    """Every finding as a CSV; no cell of it is a formula (C8)."""
    found = access_import(actor_of(request), ref)
    if not _has_report(found):
        raise Refused(hidden())
    content = shelf.path_of(found.token, Part.REPORT).read_bytes()
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    name = f"register-{found.country}-{found.at:%Y-%m-%d}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
