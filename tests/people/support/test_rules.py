"""How a country validates is dated data (X-05, H1)."""

import datetime as dt

import pytest

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now, today
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Refused
from opentwinning.people.educators.queries import educators_to_remind
from opentwinning.people.support.actions import save_validation_rules
from opentwinning.people.support.models import ValidationRules
from opentwinning.people.support.queries import rules_of
from tests import cast

pytestmark = pytest.mark.django_db
ADDRESS = "/support/SI/validation"


def choice(**changes):
    return {
        "asks_school": "on", "answer_days": "7", "months": "12", "remind_days": "20",
        "asks_region": "on", "region_days": "6",
        "asks_paper": "on", "paper_days": "21", "paper_kept_days": "10", "needs_code": "on",
        "from_day": today().isoformat(), **changes,
    }  # fmt: skip


def written(country="SI", from_day=None, **changes):
    rules = {"asks_school": True, "answer_days": 7, "months": 12, "remind_days": 20, **changes}
    return save_validation_rules(by=SYSTEM, country=country, from_day=from_day or today(), **rules)


def test_without_a_word_an_officer_checks_and_a_validation_holds_two_years():
    rules = rules_of("SI")
    assert not rules.asks_school
    assert rules.months == 24
    assert rules.remind_days == 30


def test_petra_changes_the_rules_and_everybody_reads_them():
    """P-07: the public page says what a validation means here."""
    petra = cast.petra()
    assert petra.post(ADDRESS, choice())["Location"] == ADDRESS
    public = cast.Visitor().get("/support/SI").content.decode()
    assert "The school is asked by mail and has 7 days to answer." in public
    assert "sends it within 21 days" in public
    assert "writes its official number down" in public
    assert "holds for 12 months" in public
    assert "The school is asked" in petra.get(ADDRESS).content.decode()


def test_rules_begin_on_their_day():
    cast.office("SI")
    soon = today() + dt.timedelta(days=9)
    written(from_day=soon)
    assert rules_of("SI").months == 24
    assert rules_of("SI", soon).months == 12
    assert "To come" in cast.petra().get(ADDRESS).content.decode()


def test_a_second_choice_for_a_day_takes_the_place_of_the_first():
    cast.office("SI")
    written(months=6)
    written(months=18)
    assert ValidationRules.objects.get().months == 18


@pytest.mark.parametrize("wrong", [
    {"months": "25"}, {"months": "0"}, {"remind_days": ""},
    {"region_days": "31"}, {"from_day": "2020-01-01"},
])  # fmt: skip
def test_a_wrong_choice_is_refused_and_kept(wrong):
    """H1: never longer than 24 months; the past is not rewritten."""
    answer = cast.petra().post(ADDRESS, choice(answer_days="13", **wrong))
    assert answer.status_code == 422
    assert 'value="13"' in answer.content.decode()
    assert not ValidationRules.objects.exists()


def test_other_countries_are_closed_to_petra():
    """B13."""
    petra = cast.petra()
    cast.office("RO")
    assert petra.get("/support/RO/validation").status_code == 403
    assert petra.post("/support/RO/validation", choice()).status_code == 403
    assert cast.claire().get("/support/RO/validation").status_code == 200
    assert cast.claire().get("/support/XX/validation").status_code == 404
    with pytest.raises(Refused):
        save_validation_rules(
            by=petra.actor, country="RO", from_day=today(), asks_school=True, answer_days=7,
            months=12, remind_days=20,
        )  # fmt: skip


def test_the_term_and_the_reminder_follow_the_country():
    """H1: rights end with the validation."""
    cast.office("SI")
    written(months=12, remind_days=20)
    ana, ion = cast.ana(), cast.ion()
    year = dt.timedelta(days=365)
    assert abs(ana.educator.validated_until - now() - year) < dt.timedelta(days=1)
    assert ion.educator.validated_until - now() > year
    held = ana.account.capacities.get(role="validated")
    assert held.until == ana.educator.validated_until
    ends = now() + dt.timedelta(days=19, hours=12)
    with free_writing():
        for person in (ana, ion):
            type(person.educator).objects.filter(pk=person.educator.pk).update(validated_until=ends)
    assert educators_to_remind() == [ana.educator]
