"""Figures of a country (rows 55 and 56): small numbers of people are hidden."""

import pytest

from opentwinning.doors.desk.queries.statistics import figures_of, hidden_if_small
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("number", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (1000, 1000)])
def test_one_to_four_are_hidden(number, shown):
    assert hidden_if_small(number) == shown


def test_petra_reads_her_countrys_figures():
    for number in range(5):
        cast.newcomer(f"Guest{number} X", "SI")
    cast.ana()
    figures = {str(f.label): f.number for f in figures_of("SI")}
    assert figures["Choose your school"] == 5
    assert figures["Validated"] is None
    page = cast.petra().get("/desk/statistics/").content.decode()
    assert "fewer than 5" in page


def test_the_table_says_the_same():
    cast.ana()
    answer = cast.petra().get("/desk/statistics/SI/csv")
    text = answer.content.decode("utf-8-sig")
    assert "Validated,fewer than 5" in text
    assert "attachment" in answer["Content-Disposition"]


def test_another_countrys_figures_look_absent():
    """B13."""
    cast.office("RO")
    assert cast.petra().get("/desk/statistics/RO/").status_code == 404
    assert cast.petra().get("/desk/statistics/RO/csv").status_code == 404
    assert cast.claire().get("/desk/statistics/RO/").status_code == 200
