"""Paces by kind, quiet times, weekly mails, one press to stop, access asked again (G8, B4)."""

import datetime as dt
import re

import pytest
from django.core import mail as outbox
from django.test import Client

from opentwinning.community.networking.actions import (
    accept_contact,
    ask_for_contact,
    begin_conversation,
    leave_conversation,
)
from opentwinning.core.notices import KINDS, NoticeKind, mailed_areas, paced_kinds
from opentwinning.core.reach import opens_for
from opentwinning.core.work import KINDS as JOBS
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.notifications.actions import save_habits, stop_mails, tell
from opentwinning.facilities.notifications.models import Mail, MailHabits, Notice
from opentwinning.facilities.notifications.queries import stop_token
from opentwinning.facilities.notifications.queries.habits import last_weekly_hour, quiet_until
from opentwinning.facilities.notifications.vocabulary import DIGEST, MailPace, MailState
from tests import cast

pytestmark = pytest.mark.django_db
BRUSSELS = "Europe/Brussels"
SUMMER = dt.timezone(dt.timedelta(hours=2))
ALWAYS = {"quiet_nights": False, "quiet_weekends": False, "away_from": None, "away_until": None}


@pytest.fixture
def kinds(monkeypatch):
    for key, sentence in (("rose", "%(river)s rose."), ("fell", "%(river)s fell.")):
        kind = NoticeKind(f"rivers.{key}", sentence, mail="educators/mail/lapsing.txt")
        monkeypatch.setitem(KINDS, kind.key, kind)


@pytest.fixture
def ana(kinds, clock):
    person = cast.ana()
    run_due()
    outbox.outbox.clear()
    return person


def happens(person, *keys, url="/today/"):
    for key in keys:
        tell([person.account.pk], f"rivers.{key}", url=url, river=key)


def wants(person, paces, **quiet):
    save_habits(account_id=person.account.pk, paces=paces, **quiet)


def sent():
    run_due()
    return [letter.subject for letter in outbox.outbox]


def at(clock, day, hour, minute=0):
    clock.moves_to(dt.datetime(2026, 10, day, hour, minute, tzinfo=SUMMER))


def test_a_kind_may_differ_from_its_area(ana):
    wants(ana, {"rivers": MailPace.NOW, "rivers.fell": MailPace.NEVER})
    happens(ana, "rose", "fell")
    assert len(sent()) == 1
    assert Notice.objects.filter(account_id=ana.account.pk, kind__startswith="rivers").count() == 2


def test_once_a_week_is_one_mail_on_monday(ana, clock):
    """16:00 where she lives; the daily mail of the same person is another one."""
    at(clock, 5, 17)  # a Monday
    wants(ana, {"rivers.rose": MailPace.WEEKLY, "rivers.fell": MailPace.DAILY})
    happens(ana, "rose", "fell")
    at(clock, 11, 20)
    JOBS["notifications.digest"].run({})
    assert sent() == ["What happened since yesterday"]
    at(clock, 12, 16, 1)
    for _ in range(2):
        JOBS["notifications.digest"].run({})
    assert sent() == ["What happened since yesterday", "What happened this week"]
    assert "rose rose." in outbox.outbox[-1].body
    assert "fell" not in outbox.outbox[-1].body


@pytest.mark.parametrize(
    ("day", "hour", "quiet", "ends"),
    [
        (5, 12, {}, None),
        (5, 23, {"quiet_nights": True}, (6, 7)),
        (5, 6, {"quiet_nights": True}, (5, 7)),
        (5, 12, {"quiet_nights": True, "quiet_from": 11, "quiet_until": 14}, (5, 14)),
        (5, 14, {"quiet_nights": True, "quiet_from": 11, "quiet_until": 14}, None),
        (9, 20, {"quiet_nights": True, "quiet_weekends": True}, (12, 7)),  # Friday evening
        (10, 12, {"quiet_weekends": True}, (12, 0)),
        (5, 12, {"away_from": dt.date(2026, 10, 5), "away_until": dt.date(2026, 10, 9)}, (10, 0)),
        (
            5,
            12,
            {
                "away_from": dt.date(2026, 10, 5),
                "away_until": dt.date(2026, 10, 9),
                "quiet_weekends": True,
                "quiet_nights": True,
            },
            (12, 7),
        ),
    ],
)
def test_when_quiet_ends(clock, day, hour, quiet, ends):
    """Hours of her choice, weekends and days away may follow one another."""
    at(clock, day, hour)
    end = quiet_until(MailHabits(**{**ALWAYS, **quiet}), BRUSSELS)
    assert end == (ends and dt.datetime(2026, 10, *ends, tzinfo=SUMMER))


def test_weekly_mails_are_due_on_monday(clock):
    at(clock, 5, 15, 59)
    assert last_weekly_hour(BRUSSELS) == dt.datetime(2026, 9, 28, 16, tzinfo=SUMMER)
    at(clock, 5, 16)
    assert last_weekly_hour(BRUSSELS) == dt.datetime(2026, 10, 5, 16, tzinfo=SUMMER)


def test_digests_wait_for_the_end_of_the_holidays(ana, clock):
    at(clock, 5, 12)
    away = {"away_from": dt.date(2026, 10, 6), "away_until": dt.date(2026, 10, 8)}
    wants(ana, {"rivers": MailPace.DAILY}, **away)
    happens(ana, "rose")
    at(clock, 6, 16, 1)
    JOBS["notifications.digest"].run({})
    assert sent() == []
    at(clock, 9, 0, 1)
    JOBS["notifications.digest"].run({})
    assert sent() == ["What happened since yesterday"]


def test_a_mail_program_stops_one_kind_with_one_press(ana):
    """RFC 8058: a POST without any cookie or token of a form; no other kind is touched."""
    happens(ana, "rose")
    sent()
    link = outbox.outbox[0].extra_headers["List-Unsubscribe"]
    path = re.fullmatch(r"<http://testserver(\S+)>", link)[1]
    program = Client(enforce_csrf_checks=True)
    assert "… rose." in program.get(path).content.decode()
    assert not MailHabits.objects.exists()
    assert program.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    happens(ana, "rose", "fell")
    assert len(sent()) == 2
    assert program.post(path, {"all": "1"}).status_code == 200
    assert MailHabits.objects.get().paces == {"rivers": "never"}


def test_a_digest_is_stopped_with_one_press_too(ana, clock):
    wants(ana, {"rivers": MailPace.DAILY, "projects": MailPace.WEEKLY, "networking": MailPace.NOW})
    happens(ana, "rose")
    clock.passes(days=2)
    JOBS["notifications.digest"].run({})
    sent()
    assert outbox.outbox[-1].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    Client().post(f"/notices/stop/{stop_token(ana.account.pk, DIGEST)}")
    assert MailHabits.objects.get().paces == {
        "rivers": "never", "projects": "never", "networking": "now", "following": "never",
    }  # fmt: skip


def test_what_she_may_no_longer_see_is_not_mailed(clock):
    """B4: access is asked again when the mail leaves, not only when it was written."""
    ana, ion = cast.ana(), cast.ion()
    contact = ask_for_contact(by=ana.actor, educator=ion.educator, message="")
    accept_contact(by=ion.actor, contact=contact)
    run_due()
    talks = [
        begin_conversation(by=ana.actor, to=[ion.educator], subject=subject, text="Hello")
        for subject in ("Rivers", "Maps")
    ]
    leave_conversation(by=ion.actor, conversation=talks[0])
    run_due()
    told = [letter for letter in outbox.outbox if "wrote to you" in letter.subject]
    assert len(told) == 1
    assert "Maps" in told[0].body
    assert Mail.objects.filter(state=MailState.WITHDRAWN, facts={}).count() == 1


def test_a_digest_leaves_out_what_she_may_no_longer_see(ana, clock):
    wants(ana, {"rivers": MailPace.DAILY})
    happens(ana, "rose")
    happens(ana, "fell", url="/partners/messages/cnv_nothing")
    clock.passes(days=2)
    JOBS["notifications.digest"].run({})
    sent()
    assert "rose rose." in outbox.outbox[-1].body
    assert "fell" not in outbox.outbox[-1].body


def test_a_wish_of_the_night_counts_in_the_morning(ana, clock):
    """She stops the mails, or her account closes, while a mail waits for the morning."""
    at(clock, 5, 23)
    wants(ana, {}, quiet_nights=True)
    happens(ana, "rose")
    stop_mails(account_id=ana.account.pk, what="rivers")
    at(clock, 6, 8)
    assert sent() == []
    assert Mail.objects.filter(state=MailState.WITHDRAWN).count() == 1


def test_a_page_is_asked_as_its_reader_would_ask(clock):
    ana, ewa = cast.ana(), cast.ewa()
    assert opens_for(ana.actor, "/partners/messages/")
    assert opens_for(ana.actor, "/partners/?q=x#top")
    assert not opens_for(ewa.actor, "/partners/messages/")
    assert not opens_for(ana.actor, "/nowhere/at/all")
    assert not opens_for(ana.actor, "/desk/")


def test_her_choice_by_kind_and_her_quiet_times_are_kept():
    """The page shows areas; kinds stand folded until one of them differs."""
    ana = cast.ana()
    areas = [area for area, _ in mailed_areas()]
    kind = paced_kinds("networking")[0]
    field = f"kind_{kind.key.replace('.', '-')}"
    data = {f"area_{area}": "weekly" for area in areas}
    quiet = {"quiet_nights": "on", "quiet_from": "21", "quiet_until": "8", "quiet_weekends": "on"}
    away = {"away_from": "2026-12-24", "away_until": "2027-01-06"}
    assert ana.post("/notices/settings", data | quiet | away | {field: "now"}).status_code == 302
    habits = MailHabits.objects.get()
    assert habits.pace(kind.key) is MailPace.NOW
    assert habits.pace("networking.message") is MailPace.WEEKLY
    assert (habits.quiet_from, habits.quiet_until, habits.quiet_weekends) == (21, 8, True)
    page = ana.get("/notices/settings").content.decode()
    assert "… wants to be your contact." in page
    assert page.count('<details class="ot-details" open>') == 1
    wrong = {"away_from": "2026-12-24", "away_until": "2026-12-01"}
    answer = ana.post("/notices/settings", data | wrong)
    assert answer.status_code == 422
    assert "The last day is before the first." in answer.content.decode()
    half = ana.post("/notices/settings", data | {"away_from": "2026-12-24"})
    assert "Give the first and the last day." in half.content.decode()


def test_the_headers_arrive_at_a_real_mail_server(ana, smtp):
    """RFC 8058 asks for both, one line each, with an address that needs nothing else."""
    happens(ana, "rose")
    run_due()
    (letter,) = smtp.wait_for("ana@example.org")
    assert re.fullmatch(r"<http://testserver/notices/stop/\S+>", letter["List-Unsubscribe"])
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
