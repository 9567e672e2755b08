"""How many mails, and when: chosen by the reader, never a flood (page 33; G8)."""

import datetime as dt
import re

import pytest
from django.core import mail as outbox
from django.test import Client

from opentwinning.core.notices import KINDS, NoticeKind, mailed_areas
from opentwinning.core.work import KINDS as JOBS
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.notifications.actions import save_habits, tell
from opentwinning.facilities.notifications.models import Mail, MailHabits, Notice
from opentwinning.facilities.notifications.queries import stop_token, wish_of
from opentwinning.facilities.notifications.vocabulary import HOURLY_CAP, MailPace
from tests import cast

pytestmark = pytest.mark.django_db
ZONE = dt.timezone(dt.timedelta(hours=2))  # the cast reads in Brussels; the clock stands in October


@pytest.fixture
def kinds(monkeypatch):
    """Two kinds of an area of the test's own: one that waits, one that must come."""
    kind = NoticeKind("rivers.rose", "%(river)s rose.", mail="educators/mail/lapsing.txt")
    vital = NoticeKind("rivers.flood", "Flood!", mail="educators/mail/asked.txt", is_vital=True)
    monkeypatch.setitem(KINDS, kind.key, kind)
    monkeypatch.setitem(KINDS, vital.key, vital)


def wants(person, pace=MailPace.NOW, *, quiet=False, **more):
    save_habits(account_id=person.account.pk, paces={"rivers": pace}, quiet_nights=quiet, **more)


def rose(person, river="Drava"):
    tell([person.account.pk], "rivers.rose", url="/today/", river=river)


def subjects():
    run_due()
    return [m.subject for m in outbox.outbox if "validated" not in m.subject]


def test_without_a_choice_mails_come_at_once(kinds, clock):
    rose(cast.ana())
    assert subjects() == ["Your validation ends soon"]


def test_never_means_only_here(kinds, clock):
    ana = cast.ana()
    wants(ana, MailPace.NEVER)
    rose(ana)
    assert subjects() == []
    assert "Drava rose." in ana.get("/notices/").content.decode()


def test_once_a_day_is_one_mail_in_the_afternoon(kinds, clock):
    """16:00 where she lives; each notice once, and none twice."""
    ana = cast.ana()
    wants(ana, MailPace.DAILY)
    rose(ana, "Drava")
    rose(ana, "Sava")
    clock.moves_to(dt.datetime(2026, 10, 5, 15, 59, tzinfo=ZONE))
    JOBS["notifications.digest"].run({})
    assert subjects() == []
    clock.passes(minutes=2)
    for _ in range(2):
        JOBS["notifications.digest"].run({})
    assert subjects() == ["What happened since yesterday"]
    assert "Drava rose.\nSava rose." in outbox.outbox[-1].body
    clock.passes(days=1)
    JOBS["notifications.digest"].run({})
    assert len(subjects()) == 1


def test_what_was_read_meanwhile_is_not_mailed(kinds, clock):
    ana = cast.ana()
    wants(ana, MailPace.DAILY)
    rose(ana)
    ana.post("/notices/")
    clock.passes(days=1)
    JOBS["notifications.digest"].run({})
    assert subjects() == []
    assert not Notice.objects.filter(waits_for_digest=True).exists()


def test_nights_are_quiet_for_those_who_want_it(kinds, clock):
    ana = cast.ana()
    run_due()
    wants(ana, quiet=True)
    clock.moves_to(dt.datetime(2026, 10, 5, 23, 0, tzinfo=ZONE))
    rose(ana)
    assert subjects() == []
    clock.moves_to(dt.datetime(2026, 10, 6, 6, 59, tzinfo=ZONE))
    assert subjects() == []
    clock.passes(minutes=1)
    assert len(subjects()) == 1


def test_what_must_come_comes_whatever_was_chosen(kinds, clock):
    """A decision about herself, a child's call for help."""
    ana = cast.ana()
    wants(ana, MailPace.NEVER, quiet=True)
    clock.moves_to(dt.datetime(2026, 10, 5, 23, 0, tzinfo=ZONE))
    tell([ana.account.pk], "rivers.flood", url="/today/", message="Flood")
    assert subjects() == ["A question of your support organisation"]


def test_a_flood_becomes_one_mail(kinds, clock):
    """G8: at most so many an hour; the rest waits for the daily mail."""
    ana = cast.ana()
    run_due()
    clock.passes(hours=2)
    for number in range(HOURLY_CAP + 5):
        rose(ana, f"River {number}")
    assert len(subjects()) == HOURLY_CAP
    assert Notice.objects.filter(waits_for_digest=True).count() == 5


def test_anas_choice_is_kept_and_shown():
    ana = cast.ana()
    page = ana.get("/notices/settings").content.decode()
    areas = [area for area, _ in mailed_areas()]
    assert areas
    assert "educators" in areas  # the reminder before a validation ends
    data = {f"area_{area}": "daily" for area in areas} | {"quiet_nights": "on"}
    assert ana.post("/notices/settings", data)["Location"] == "/notices/settings"
    habits = MailHabits.objects.get(account_id=ana.account.pk)
    assert (set(habits.paces.values()), habits.quiet_nights) == ({"daily"}, True)
    page = ana.get("/notices/settings").content.decode()
    assert len(re.findall(r'value="daily"[^>]* selected', page)) == len(areas)


def test_an_unknown_pace_is_refused():
    data = {f"area_{area}": "hourly" for area, _ in mailed_areas()}
    assert cast.ana().post("/notices/settings", data).status_code == 422
    assert not MailHabits.objects.exists()


def test_the_link_at_the_end_of_a_mail_stops_them_without_signing_in(kinds, clock):
    """One press; a scanner that opens the link stops nothing."""
    ana = cast.ana()
    run_due()
    rose(ana)
    run_due()
    letter = outbox.outbox[-1]
    path = re.search(r"http://testserver(/notices/stop/\S+)", letter.body)[1]
    assert letter.extra_headers["List-Unsubscribe"] == f"<http://testserver{path}>"
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert Client().get(path).status_code == 200
    assert not MailHabits.objects.exists()
    assert "No more of these mails" in Client().post(path).content.decode()
    rose(ana)
    assert len(subjects()) == 1


def test_nobody_stops_the_mails_of_others_by_guessing():
    token = stop_token(cast.ana().account.pk, "projects")
    assert wish_of(token) is not None
    for forged in (token[:-2] + "xx", "1:projects", "x" * 60):
        assert wish_of(forged) is None
        assert Client().post(f"/notices/stop/{forged}").status_code == 404
    assert not MailHabits.objects.exists()


def test_letters_about_decisions_carry_no_such_link():
    cast.ana()
    run_due()
    assert "/notices/stop/" not in outbox.outbox[-1].body


def test_old_mails_and_notices_are_forgotten(kinds, clock):
    """J4."""
    ana = cast.ana()
    rose(ana)
    clock.passes(days=91)
    JOBS["notifications.forget"].run({})
    assert not Mail.objects.exists()
    assert Notice.objects.exists()
    clock.passes(days=275)
    JOBS["notifications.forget"].run({})
    assert not Notice.objects.exists()
