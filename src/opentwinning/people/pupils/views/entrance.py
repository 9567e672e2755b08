"""The pupils' entrance: by card, or by class code, nickname and pictures (A5–A8)."""

from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect
from django.utils.translation import override, pgettext

from opentwinning.core.actor import Actor
from opentwinning.core.places import home_of
from opentwinning.core.verdicts import Invalid
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.limits.actions import forget, network_of, within_limit
from opentwinning.facilities.limits.queries import is_exhausted
from opentwinning.people.pupils.actions import (
    end_visit,
    sign_in_with_card,
    sign_in_with_pictures,
)
from opentwinning.people.pupils.forms import CodeForm
from opentwinning.people.pupils.models import Pupil, PupilVisit, SchoolClass
from opentwinning.people.pupils.queries import (
    actor_of_pupil,
    class_with_code,
    class_with_open_door,
    epochs_of,
    open_window_of,
    pupil_with_secret,
    pupils_of,
    visit_behind,
    zone_of,
)
from opentwinning.people.pupils.vocabulary import (
    PICTURES,
    PICTURES_PER_PASSWORD,
    TRIES_PER,
    WRONG_CARDS,
    WRONG_CODES,
    WRONG_PICTURES,
    YOUNG_AGES,
)


def _wait() -> str:
    return pgettext("pupil entrance", "Too many tries. Wait 10 minutes, or use your card.")


@open_to(Audience.EVERYBODY, methods=("GET", "POST"))
def enter(request: HttpRequest) -> HttpResponse:
    """Page 20: the door. A card's link opens it; without a card the class code does."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        school_class = form.carry_out(lambda: _class_behind(request, form.cleaned_data["code"]))
        if school_class is not None:
            request.session["entry"] = {"class": school_class.pk}
            return go(request, "pupils:choose_name")
    return _door(request, form=form)


def _door(request: HttpRequest, **context: Any) -> HttpResponse:
    response = page(request, "pupils/enter.html", **context)
    # "no-referrer" would make browsers send "Origin: null", and the door's own form were refused.
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "no-store"
    return response


def _class_behind(request: HttpRequest, code: str) -> SchoolClass:
    """The class of a code while its door is open; ``Invalid`` says what to do else. A wrong code
    and a closed door answer alike, so that codes cannot be collected."""
    network = network_of(request)
    if is_exhausted("pupil-code", network, limit=WRONG_CODES, per=TRIES_PER):
        raise Invalid(_wait(), "code")
    school_class = class_with_code(code)
    if school_class is not None and open_window_of(school_class) is not None:
        return school_class
    within_limit("pupil-code", network, limit=WRONG_CODES, per=TRIES_PER)
    raise Invalid(
        pgettext(
            "pupil entrance",
            "This code does not open now. Look at the code again, or ask your teacher.",
        ),
        "code",
    )


@open_to(Audience.EVERYBODY, methods=("POST",))
def card(request: HttpRequest) -> HttpResponse:
    """The card's secret, sent by the page itself after loading (A6). A right card works also when
    others of the network have tried too often."""
    secret = request.POST.get("card_password", "")
    network = network_of(request)
    problem = pgettext(
        "pupil entrance", "This card does not work any more. Ask your teacher for a new one."
    )
    visit = None
    if is_exhausted("pupil-card", network, limit=WRONG_CARDS, per=TRIES_PER):
        problem = _wait()
    if problem != _wait() or pupil_with_secret(secret) is not None:
        try:
            visit = sign_in_with_card(by=_actor(request), secret=secret)
        except Invalid as trouble:
            problem = str(trouble.message)
    if visit is not None:
        return _let_in(request, visit)
    within_limit("pupil-card", network, limit=WRONG_CARDS, per=TRIES_PER)
    return _door(request, form=CodeForm(), problem=problem, status=401 if secret else 422)


@open_to(Audience.EVERYBODY, methods=("GET", "POST"))
def choose_name(request: HttpRequest) -> HttpResponse:
    """The nicknames of the class, only behind a right code and while the door is open."""
    school_class = _class_of(request)
    if school_class is None:
        return go(request, "pupils:enter")
    pupils = list(pupils_of(school_class))
    if request.method == "POST":
        chosen = next((p for p in pupils if p.ref == request.POST.get("pupil")), None)
        if chosen is not None:
            request.session["entry"] = {"class": school_class.pk, "pupil": chosen.pk}
            return go(request, "pupils:choose_pictures")
    return page(request, "pupils/choose_name.html", school_class=school_class, pupils=pupils)


@open_to(Audience.EVERYBODY, methods=("GET", "POST"))
def choose_pictures(request: HttpRequest) -> HttpResponse:
    """Page 21: three pictures in order; each press is one step, so that no script is needed."""
    school_class = _class_of(request)
    entry = request.session.get("entry", {})
    pupil = pupils_of(school_class).filter(pk=entry.get("pupil")).first() if school_class else None
    if pupil is None:
        return go(request, "pupils:enter")
    if request.method != "POST":
        return _grid(request, pupil, [])
    chosen = [name for name in request.POST.getlist("chosen") if name in PICTURES]
    chosen = [*chosen, *(n for n in request.POST.getlist("picture") if n in PICTURES)]
    if len(chosen) < PICTURES_PER_PASSWORD:
        return _grid(request, pupil, chosen)
    return _try_pictures(request, pupil, chosen[:PICTURES_PER_PASSWORD])


def _try_pictures(request: HttpRequest, pupil: Pupil, chosen: list[str]) -> HttpResponse:
    if not within_limit("pupil-pictures", pupil.ref, limit=WRONG_PICTURES, per=TRIES_PER):
        return _grid(request, pupil, [], problem=_wait(), status=429)
    visit = sign_in_with_pictures(by=_actor(request), pupil=pupil, pictures=chosen)
    if visit is None:
        wrong = pgettext("pupil entrance", "These are not your pictures. Try again.")
        return _grid(request, pupil, [], problem=wrong, status=422)
    forget("pupil-pictures", pupil.ref)
    return _let_in(request, visit)


def _grid(request: HttpRequest, pupil: Pupil, chosen: list[str], **context: Any) -> HttpResponse:
    context |= {"pupil": pupil, "chosen": chosen, "step": len(chosen)}
    return page(request, "pupils/choose_pictures.html", steps=PICTURES_PER_PASSWORD, **context)


@open_to(Audience.EVERYBODY, methods=("POST",))
def leave(request: HttpRequest) -> HttpResponse:
    """Go out on this device."""
    visit = visit_behind(request.session)
    if visit is not None:
        end_visit(by=_actor(request), visit=visit)
        request.session.flush()
    return go(request, "pupils:enter")


def _let_in(request: HttpRequest, visit: PupilVisit) -> HttpResponse:
    """A new session that holds the pupil and nothing of who sat here before (A16)."""
    pupil = visit.pupil
    request.session.flush()
    request.session["pupil"] = pupil.pk
    request.session["visit"] = visit.pk
    request.session["epochs"] = epochs_of(pupil)
    request.session["zone"] = zone_of(pupil)
    request.session["young"] = pupil.school_class.age_band in YOUNG_AGES
    rotate_token(request)
    language = pupil.school_class.language
    with override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        return redirect(home_of(actor_of_pupil(pupil)))


def _class_of(request: HttpRequest) -> SchoolClass | None:
    return class_with_open_door(request.session.get("entry", {}).get("class"))


def _actor(request: HttpRequest) -> Actor:
    return cast("ActorRequest", request).actor
