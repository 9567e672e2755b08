"""The register of a class (page 44): who agreed to what, recording answers, forms to print."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import npgettext, pgettext

from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.consents.actions import record_answers
from opentwinning.people.consents.forms import RecordForm, SheetsForm
from opentwinning.people.consents.queries import (
    form_words,
    languages_of_forms,
    line_of,
    register_of,
    texts_of,
)
from opentwinning.people.consents.queries.words import shown
from opentwinning.people.consents.vocabulary import PURPOSE_LABELS, ConsentState
from opentwinning.people.pupils.models import SchoolClass
from opentwinning.people.pupils.queries import access_class, pupils_of
from opentwinning.people.pupils.views.classes import trail


@open_to(Audience.VALIDATED, methods=("GET",))
def register(request: ActorRequest, ref: str) -> HttpResponse:
    """Child by purpose, for the class owners only (row 18)."""
    school_class = access_class(request.actor, ref)
    lines = register_of(school_class)
    return page(
        request,
        "consents/register.html",
        school_class=school_class,
        lines=[shown(line) for line in lines],
        columns=[pgettext("consent", "Pupil"), *map(str, PURPOSE_LABELS.values())],
        to_ask=sum(line.must_be_asked for line in lines),
        crumbs=trail(school_class),
    )


@open_to(Audience.VALIDATED)
def record(request: ActorRequest, ref: str) -> HttpResponse:
    """A pile of signed forms becomes rows: the same answers for all who gave them."""
    school_class = access_class(request.actor, ref)
    form = RecordForm(
        request.POST or None,
        school_class=school_class,
        languages=_languages(school_class),
        initial=_initial(request, school_class),
    )
    if form.is_valid():
        count = form.carry_out(
            lambda: record_answers(by=request.actor, school_class=school_class, **form.details())
        )
        if count:
            text = npgettext("consent", "Recorded for %(count)s pupil.",
                             "Recorded for %(count)s pupils.", count)  # fmt: skip
            messages.success(request, text % {"count": count})
            return go(request, "consents:register", ref)
    return page(
        request,
        "consents/record.html",
        school_class=school_class,
        form=form,
        has_pupils=pupils_of(school_class).exists(),
        crumbs=_crumbs(school_class),
    )


def _initial(request: ActorRequest, school_class: SchoolClass) -> dict[str, Any]:
    """One pupil's row, when her page leads here: her boxes as they are."""
    wanted = pupils_of(school_class).filter(ref=request.GET.get("pupil", "")).first()
    if wanted is None:
        return {}
    answers = line_of(wanted).answers
    given = [cell for cell, answer in answers.items() if answer.state == ConsentState.GIVEN]
    boxes = {str(purpose): [m for p, m in given if p == purpose] for purpose in PURPOSE_LABELS}
    return {"pupils": [wanted.ref], **boxes}


@open_to(Audience.VALIDATED, methods=("GET",))
def sheets(request: ActorRequest, ref: str) -> HttpResponse:
    """One form a pupil, in the language a family reads; those who must be asked, or all."""
    school_class = access_class(request.actor, ref)
    written = texts_of(school_class.organisation.country)
    form = SheetsForm(request.GET, languages=languages_of_forms(written))
    form.full_clean()
    language = form.cleaned_data.get("language") or school_class.language
    everybody = form.cleaned_data.get("everybody", False)
    lines = register_of(school_class)
    words = form_words(school_class.organisation.country, language)
    return page(
        request,
        "consents/sheets.html",
        school_class=school_class,
        form=SheetsForm(
            initial={"language": language, "everybody": everybody},
            languages=languages_of_forms(written),
        ),
        words=words,
        html=richtext.rendered(words.text),
        pupils=[line.pupil for line in lines if everybody or line.must_be_asked],
        back_url=reverse("consents:register", args=[ref]),
    )


def _languages(school_class: SchoolClass) -> list[tuple[str, str]]:
    return languages_of_forms(texts_of(school_class.organisation.country))


def _crumbs(school_class: SchoolClass) -> list[tuple[str, str]]:
    return [
        *trail(school_class),
        (pgettext("consent", "Consents"), reverse("consents:register", args=[school_class.ref])),
    ]
