"""No dead contacts (X-15, R-20, pain 11): who is here, and who answers."""

import datetime as dt

import pytest

from opentwinning.community.networking.actions import (
    ask_for_contact,
    decline_contact,
    withdraw_contact,
)
from opentwinning.community.networking.queries import directory
from opentwinning.community.networking.queries.answers import answer_rate_of
from opentwinning.community.networking.queries.directory import Wish
from opentwinning.community.networking.wiring.schedule import count_again
from opentwinning.core.clock import now, stopped
from opentwinning.core.permits import free_writing
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.wiring.schedule import refresh, warn
from tests import cast

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def gone(person, days, field="last_active_at"):
    """The person was not here for so many days."""
    with free_writing():
        at = now() - days * DAY
        Educator.objects.filter(pk=person.educator.pk).update(**{field: at})


def test_who_left_long_ago_is_not_offered_and_comes_back():
    """X-15: by saying "I am here", and by signing in."""
    marek, ana, ion = cast.marek(), cast.ana(), cast.ion()
    gone(ana, 367)
    for wish in (Wish(), Wish(country="SI"), Wish(text="ana")):
        assert ana.educator not in directory(marek.actor, wish).educators
    page = marek.get("/partners/").content.decode()
    assert ion.educator.ref in page
    assert "Here this week" in page
    mine = f"/educators/{ana.educator.ref}"
    assert "Colleagues do not find you now" in ana.get(mine).content.decode()
    ana.post("/educators/profile/confirm")
    assert ana.educator in directory(marek.actor, Wish()).educators
    assert "Colleagues do not find you now" not in ana.get(mine).content.decode()


def test_when_somebody_was_here_is_told_coarsely():
    marek, ana = cast.marek(), cast.ana()
    page = f"/educators/{ana.educator.ref}"
    for days, words in (
        (6, "Here this week"), (30, "Here this month"), (150, "Here in the last six months"),
        (300, "Here more than six months ago"),
    ):  # fmt: skip
        gone(ana, days)
        assert words in marek.get(page).content.decode()


def test_a_mail_warns_before_a_profile_rests_and_another_asks_whether_it_is_right():
    """X-15, R-20: each once, on its day."""
    ana, ion = cast.ana(), cast.ion()
    gone(ana, 335.5)
    gone(ion, 182.5, field="updated_at")
    for run in (warn, refresh):
        run({})
    told = Notice.objects.filter(kind__in=("educators.resting", "educators.stale"))
    assert {(each.account_id, each.kind) for each in told} == {
        (ana.account.pk, "educators.resting"), (ion.account.pk, "educators.stale"),
    }  # fmt: skip
    with stopped(now() + DAY):
        for run in (warn, refresh):
            run({})
    assert told.count() == 2


def test_how_somebody_answers_is_said_when_there_is_enough_to_say():
    """Pain 11: of three requests at least; a "no" is an answer, silence for two weeks is none."""
    ana = cast.ana()
    guests = [cast.educator(f"Guest{number} X", "RO") for number in range(4)]
    asked = [ask_for_contact(by=g.actor, educator=ana.educator, message="") for g in guests]
    for contact in asked[:2]:
        decline_contact(by=ana.actor, contact=contact)
    assert answer_rate_of(ana.educator.pk) is None
    page = f"/educators/{ana.educator.ref}"
    assert "requests" not in guests[0].get(page).content.decode().split("Activity")[1][:90]
    withdraw_contact(by=guests[3].actor, contact=asked[3])
    with stopped(now() + 14.5 * DAY):
        count_again({})
        assert "Answers most requests" in guests[0].get(page).content.decode()
        assert "Answers most requests" in guests[0].get("/partners/").content.decode()
        decline_contact(by=ana.actor, contact=asked[2])
        assert "Answers nearly every request" in guests[0].get(page).content.decode()
