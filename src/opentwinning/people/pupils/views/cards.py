"""Printing cards (page 43): printing is issuing, so it is a POST that answers with the sheet."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse

from opentwinning.core.freshness import proved_lately
from opentwinning.core.printing import pdf
from opentwinning.core.web import Audience, open_to, page
from opentwinning.people.pupils.actions import issue_cards
from opentwinning.people.pupils.forms import CardsForm
from opentwinning.people.pupils.queries import access_class, new_cards, pupils_of
from opentwinning.people.pupils.queries.sheet import sheet_data
from opentwinning.people.pupils.views.classes import actor_of, trail

SHEET = Path(__file__).parent.parent / "templates" / "pupils" / "cards.typ"


@open_to(Audience.VALIDATED)
@proved_lately
def cards(request: HttpRequest, ref: str) -> HttpResponse:
    """Choose whose cards; the sheet comes as PDF. The secrets begin to work once the sheet is
    ready, so a failed print leaves the old cards alive."""
    school_class = access_class(actor_of(request), ref)
    pupils = list(pupils_of(school_class))
    form = CardsForm(request.POST or None, school_class=school_class)
    if form.is_valid():
        drawn = new_cards(form.cleaned_data["pupils"])
        sheet = pdf(SHEET, sheet_data(school_class, drawn), school_class.language)
        issue_cards(by=actor_of(request), school_class=school_class, cards=drawn)
        answer = HttpResponse(sheet, content_type="application/pdf")
        answer.headers["Content-Disposition"] = f'inline; filename="cards-{school_class.code}.pdf"'
        answer.headers["Cache-Control"] = "private, no-store"
        return answer
    without = [p for p in pupils if not p.has_card]
    only = request.GET.get("pupil", "")
    chosen = {only} if only else {p.ref for p in without or pupils}
    if form.is_bound:
        chosen = set(request.POST.getlist("pupils"))
    return page(
        request,
        "pupils/cards.html",
        school_class=school_class,
        form=form,
        pupils=pupils,
        chosen=chosen,
        with_card=len(pupils) - len(without),
        crumbs=trail(school_class),
    )
