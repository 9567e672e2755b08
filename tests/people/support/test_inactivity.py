"""When somebody counts as not here any more is dated data of the programme (X-15, R-20, J4)."""

import datetime as dt

import pytest

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now, today
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Refused
from opentwinning.people.accounts.queries import accounts_long_unused
from opentwinning.people.support.actions import save_inactivity_rules
from opentwinning.people.support.models import InactivityRules
from opentwinning.people.support.queries import inactivity_rules, resting_before
from tests import cast

pytestmark = pytest.mark.django_db
ADDRESS = "/support/inactivity"
CHOICE = {"fresh_months": 4, "rest_months": 9, "warn_days": 20, "erase_months": 24}


def posted(**changes):
    return {**CHOICE, "from_day": today().isoformat(), **changes}


def test_the_ordinary_rules_and_those_of_the_centre():
    """X-15: a year until a profile rests, three until the account goes; from a day on."""
    rules = inactivity_rules()
    assert (rules.fresh_months, rules.rest_months, rules.erase_months) == (6, 12, 36)
    claire = cast.claire()
    assert "After 12 months without signing in" in claire.get(ADDRESS).content.decode()
    assert claire.post(ADDRESS, posted())["Location"] == ADDRESS
    soon = (today() + dt.timedelta(days=9)).isoformat()
    assert claire.post(ADDRESS, posted(rest_months=6, from_day=soon)).status_code == 302
    assert inactivity_rules().rest_months == 9
    assert now() - resting_before() >= dt.timedelta(days=273)
    page = claire.get(ADDRESS).content.decode()
    assert "After 9 months without signing in" in page
    assert "To come" in page
    claire.post(ADDRESS, posted(rest_months=10))
    assert InactivityRules.objects.count() == 2


@pytest.mark.parametrize("wrong", [
    {"erase_months": "37"}, {"erase_months": "12", "rest_months": "12"}, {"fresh_months": ""},
    {"from_day": "2020-01-01"},
])  # fmt: skip
def test_a_wrong_choice_is_refused_and_kept(wrong):
    """J4: never longer than 36 months; the past is not rewritten."""
    answer = cast.claire().post(ADDRESS, posted(warn_days="17", **wrong))
    assert answer.status_code == 422
    assert 'value="17"' in answer.content.decode()
    assert not InactivityRules.objects.exists()


def test_national_officers_and_teachers_do_not_write_them():
    """B13: rules of everybody are the centre's."""
    petra = cast.petra()
    assert petra.get(ADDRESS).status_code == 404
    with pytest.raises(Refused):
        save_inactivity_rules(by=petra.actor, from_day=today(), **CHOICE)


def test_unused_accounts_go_when_the_programme_says():
    ana = cast.ana()
    with free_writing():
        at = now() - dt.timedelta(days=800)
        type(ana.account).objects.filter(pk=ana.account.pk).update(last_sign_in_at=at)
    assert ana.account not in accounts_long_unused()
    save_inactivity_rules(by=SYSTEM, from_day=today(), **CHOICE)
    assert ana.account in accounts_long_unused()
