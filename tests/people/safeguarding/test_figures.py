"""Yearly figures of cases and objections; small numbers stay hidden (H17)."""

import pytest
from django.test import Client

from opentwinning.core.permits import free_writing
from opentwinning.people.safeguarding.actions import answer_appeal, appeal_statement
from opentwinning.people.safeguarding.models import Case, Statement
from opentwinning.people.safeguarding.queries import figures_of, guarded, years
from tests import cast
from tests.scenes.reports import a_call, decided, reported

pytestmark = pytest.mark.django_db
PAGE = "/care/figures"


def test_one_small_number_takes_the_next_with_it():
    """A sum is known: what is left of it must not be the number that was hidden."""
    assert guarded([]) == []
    assert guarded([0, 7, 9]) == [0, 7, 9]
    assert guarded([0, 3, 7, 9]) == [0, None, None, 9]
    assert guarded([2, 3, 7]) == [None, None, 7]
    assert guarded([4, 0]) == [None, 0]


def lines(actor):
    return {line.country: line for line in figures_of(years()[0], actor).countries}


def test_everybody_reads_the_figures_and_officers_their_own_line_whole(clock):
    petra, claire = cast.petra(), cast.claire()
    cast.radu()
    reported(a_call())
    clock.passes(days=2)
    decided(Case.objects.get())
    statement = Statement.objects.get()
    appeal_statement(by=cast.ana().actor, statement=statement, text="It is a school book.")
    answer_appeal(by=claire.actor, statement=statement, is_right=True, answer="Right.")
    own = lines(petra.actor)["SI"]
    assert (own.cases, own.decided, own.median_days, own.objections, own.upheld) == (
        1,
        1,
        None,
        1,
        1,
    )
    for other in (
        lines(cast.radu().actor)["SI"],
        lines(Client().get(PAGE).wsgi_request.actor)["SI"],
    ):
        assert (other.cases, other.decided, other.objections, other.upheld) == (None,) * 4
    with free_writing():
        case = Case.objects.get()
        for n in range(5):
            case.pk, case.ref, case.item_ref = None, f"cas_{n}", f"call_{n}"
            case.save(force_insert=True)
    shown = lines(cast.radu().actor)["SI"]
    assert (shown.cases, shown.decided, shown.median_days) == (6, 6, 2)
    page = Client().get(PAGE).content.decode()
    assert "Reports in figures" in page
    assert "Hide it" in page
    assert "Advertising or selling" in page
    assert "whole" not in page
    assert "The lines of your own countries are whole." in petra.get(PAGE).content.decode()
    assert PAGE in petra.get("/desk/").content.decode()
    assert Client().get(f"{PAGE}?year=1999x").status_code == 200


def test_a_year_without_reports_says_so():
    assert "No reports in this year" in Client().get(PAGE).content.decode()
