"""The register of consents: answers on paper, last days, taking back (5.10, J12, row 18)."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now, stopped, today
from opentwinning.core.outliving import entries
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.consents.actions import (
    ask_again,
    end_overdue,
    record_answers,
    withdraw_consents,
    word_form,
)
from opentwinning.people.consents.models import Consent, Wording
from opentwinning.people.consents.queries import (
    allowed_until,
    form_words,
    lacking,
    line_of,
    register_of,
)
from opentwinning.people.consents.vocabulary import CELLS, ConsentState, Medium, Purpose
from opentwinning.people.pupils.actions import erase_pupil, remove_pupil
from tests import cast
from tests.scenes.spaces import a_class

EVERYTHING = dict.fromkeys(CELLS, True)
PICTURES = {cell: cell[1] == Medium.PICTURE for cell in CELLS}

pytestmark = pytest.mark.django_db


@pytest.fixture
def school_class():
    return a_class(cast.ana(), "Nina", "Luka", "Mia")[0]


def pupils(school_class):
    return list(school_class.pupils.order_by("nickname"))  # Luka, Mia, Nina


def agreed(school_class, *who, answers=EVERYTHING, by=None, **more):
    more = {"valid_until": today() + dt.timedelta(days=200), "language": "en", **more}
    actor = (by or cast.ana()).actor
    return record_answers(by=actor, school_class=school_class, pupils=who, answers=answers, **more)


def states(pupil):
    return {answer.state for answer in line_of(pupil).answers.values()}


# ------------------------------------------------------------- what counts


def test_no_answer_is_a_no_and_only_a_yes_lets_a_pupil_be_shown(school_class):
    luka, mia, nina = pupils(school_class)
    agreed(school_class, nina, answers=PICTURES)
    agreed(school_class, mia, answers=dict.fromkeys(CELLS, False))
    three = [luka.pk, mia.pk, nina.pk]
    assert lacking(three, Purpose.PUBLIC, Medium.PICTURE) == {luka.pk, mia.pk}
    assert lacking(three, Purpose.PUBLIC, Medium.FILM) == set(three)
    assert states(luka) == {ConsentState.UNKNOWN}
    assert states(mia) == {ConsentState.REFUSED}
    assert [line.must_be_asked for line in register_of(school_class)] == [True, False, False]


def test_a_newer_answer_replaces_and_the_older_one_stays_on_record(school_class):
    nina = pupils(school_class)[2]
    agreed(school_class, nina, kept_where="folder 5a")
    agreed(school_class, nina, answers=PICTURES)
    kept = Consent.objects.filter(pupil=nina, purpose="public", medium="film").order_by("pk")
    assert [(row.is_given, row.ending) for row in kept] == [(True, "replaced"), (False, "")]
    assert kept[0].kept_where == "folder 5a"


def test_an_answer_ends_with_its_last_day_also_before_the_clock_ran(school_class):
    nina = pupils(school_class)[2]
    agreed(school_class, nina, valid_until=today())
    assert not lacking([nina.pk], Purpose.PROJECT, Medium.VOICE)
    with stopped(now() + dt.timedelta(days=1)):
        assert lacking([nina.pk], Purpose.PROJECT, Medium.VOICE) == {nina.pk}
        assert states(nina) == {ConsentState.EXPIRED}
        assert end_overdue(by=SYSTEM) == len(CELLS)
        assert end_overdue(by=SYSTEM) == 0
        assert states(nina) == {ConsentState.EXPIRED}


def test_teachers_are_told_once_a_month_before_the_end(school_class):
    agreed(school_class, *pupils(school_class), valid_until=today() + dt.timedelta(days=31))
    assert ask_again(by=SYSTEM) == 0
    with stopped(now() + dt.timedelta(days=2)):
        assert (ask_again(by=SYSTEM), ask_again(by=SYSTEM)) == (1, 0)
    (notice,) = Notice.objects.filter(kind="consents.end_soon")
    assert notice.account_id == cast.ana().account.pk


@pytest.mark.parametrize(
    ("day", "until"),
    [("2026-09-10", "2027-07-31"), ("2027-06-20", "2028-07-31"), ("2027-03-01", "2027-07-31")],
)
def test_an_answer_counts_until_the_end_of_the_school_year(day, until):
    """J-17: the boundary is the programme's; shortly before it the next year is meant."""
    with stopped(dt.datetime.fromisoformat(f"{day}T10:00:00+00:00")):
        assert allowed_until().isoformat() == until


def test_what_cannot_be_recorded_says_why(school_class):
    luka = pupils(school_class)[0]
    other, _ = a_class(cast.ion(), "Mihai")
    for more, field in (
        ({"who": []}, "pupils"),
        ({"who": pupils(other)}, "pupils"),
        ({"valid_until": today() - dt.timedelta(days=1)}, "valid_until"),
        ({"valid_until": today() + dt.timedelta(days=800)}, "valid_until"),
    ):
        who = more.pop("who", [luka])
        with pytest.raises(Invalid) as problem:
            agreed(school_class, *who, **more)
        assert problem.value.field == field
    assert not Consent.objects.exists()


# ------------------------------------------------------------- taking back


def test_taking_back_is_one_press_for_one_purpose_or_for_all(school_class):
    nina = pupils(school_class)[2]
    agreed(school_class, nina)
    ana = cast.ana()
    ana.post(f"/classes/pupils/{nina.ref}/consents/withdraw", {"purpose": "public"})
    assert lacking([nina.pk], Purpose.PUBLIC, Medium.PICTURE) == {nina.pk}
    assert not lacking([nina.pk], Purpose.PROJECT, Medium.PICTURE)
    page = ana.post(f"/classes/pupils/{nina.ref}/consents/withdraw", {}, follow=True)
    assert lacking([nina.pk], Purpose.PROJECT, Medium.PICTURE) == {nina.pk}
    assert "Taken back" in page.text
    assert states(nina) == {ConsentState.WITHDRAWN}


def test_a_restored_copy_cannot_bring_a_consent_back(school_class, settings, tmp_path, clock):
    """J9: the ledger on the disk outlives the database."""
    settings.DATA_DIR = tmp_path
    nina = pupils(school_class)[2]
    agreed(school_class, nina)
    clock.passes(days=1)
    withdraw_consents(by=cast.ana().actor, pupil=nina)
    run_due()
    assert {mark for kind, mark, _ in entries() if kind == "consent"} == {
        f"{nina.ref} {purpose}" for purpose in Purpose
    }
    with free_writing():
        Consent.objects.update(ended_at=None, ending="")
    call_command("replay_erasures")
    assert lacking([nina.pk], Purpose.PROJECT, Medium.PICTURE) == {nina.pk}
    clock.passes(days=1)
    agreed(school_class, nina)
    call_command("replay_erasures")
    assert not lacking([nina.pk], Purpose.PROJECT, Medium.PICTURE)


def test_who_left_the_class_stays_in_the_register_while_a_yes_counts(school_class):
    luka, mia, nina = pupils(school_class)
    agreed(school_class, nina)
    ana = cast.ana()
    remove_pupil(by=ana.actor, pupil=nina)
    remove_pupil(by=ana.actor, pupil=mia)
    assert [line.pupil for line in register_of(school_class)] == [luka, nina]
    withdraw_consents(by=ana.actor, pupil=nina)
    assert [line.pupil for line in register_of(school_class)] == [luka]


def test_with_an_erased_pupil_her_consents_go(school_class):
    nina = pupils(school_class)[2]
    agreed(school_class, nina)
    erase_pupil(by=cast.ana().actor, pupil=nina)
    assert not Consent.objects.exists()
    assert lacking([nina.pk], Purpose.PROJECT, Medium.PICTURE) == {nina.pk}


# ------------------------------------------------------------- who keeps it


def test_only_the_owners_of_the_class_keep_its_register(school_class):
    nina = pupils(school_class)[2]
    for somebody in (cast.ion(), cast.petra(), cast.claire()):
        with pytest.raises(Refused):
            agreed(school_class, nina, by=somebody)
        with pytest.raises(Refused):
            withdraw_consents(by=somebody.actor, pupil=nina)
        assert somebody.get(f"/classes/{school_class.ref}/consents").status_code == 404
        assert somebody.get(f"/classes/pupils/{nina.ref}/consents").status_code == 404


# ------------------------------------------------------------- the words


def test_answers_stay_bound_to_the_words_families_read(school_class):
    """J12: text and hash are kept; a new text is for later answers only."""
    luka, mia, _ = pupils(school_class)
    agreed(school_class, luka)
    word_form(by=cast.petra().actor, country="SI", language="en", text="May we show your child?")
    agreed(school_class, mia)
    first, second = Wording.objects.order_by("pk")
    assert "takes part in any case" in first.text
    assert second.text.startswith("May we show your child?")
    assert {c.wording for c in Consent.objects.filter(pupil=luka)} == {first}
    word_form(by=cast.petra().actor, country="SI", language="en", text="")
    assert form_words("SI", "en").digest == first.text_hash
    with pytest.raises(Refused):
        word_form(by=cast.radu().actor, country="SI", language="en", text="No")


def test_an_office_words_the_form_of_its_country_language_by_language():
    petra = cast.petra()
    page = petra.get("/support/SI/consent-form?language=da")
    assert "platform&#x27;s own text" in page.text
    petra.post("/support/SI/consent-form", {"language": "da", "text": "Må vi vise **dit barn**?"})
    page = petra.get("/support/SI/consent-form?language=da")
    assert "<strong>dit barn</strong>" in page.text
    assert cast.radu().get("/support/SI/consent-form").status_code == 404


# ------------------------------------------------------------- the screens


def test_a_pile_of_forms_is_recorded_in_one_go_and_a_mistake_loses_nothing(school_class):
    luka, mia, nina = pupils(school_class)
    ana, page = cast.ana(), f"/classes/{school_class.ref}/consents/record"
    until = (today() + dt.timedelta(days=90)).isoformat()
    sent = {"pupils": [luka.ref, nina.ref], "project": ["picture", "film"], "public": ["picture"],
            "valid_until": "", "language": "sl", "kept_where": "Mapa 5a"}  # fmt: skip
    again = ana.post(page, sent)
    assert again.status_code == 422
    assert 'value="Mapa 5a"' in again.text
    done = ana.post(page, {**sent, "valid_until": until}, follow=True)
    assert "Recorded for 2 pupils." in done.text
    assert not lacking([luka.pk, nina.pk], Purpose.PROJECT, Medium.FILM)
    assert lacking([luka.pk, nina.pk], Purpose.PUBLIC, Medium.FILM) == {luka.pk, nina.pk}
    assert "1 family must be asked." in done.text
    assert "Films: No" in done.text
    known = ana.get(f"{page}?pupil={nina.ref}").text
    assert known.count("checked") == 4  # Nina, and her three boxes
    assert mia.nickname in ana.get(f"/classes/{school_class.ref}").text


def test_forms_are_printed_in_the_familys_language_for_who_must_be_asked(school_class):
    nina = pupils(school_class)[2]
    agreed(school_class, nina)
    ana, page = cast.ana(), f"/classes/{school_class.ref}/consents/forms"
    sheet = ana.get(f"{page}?language=da").text
    assert sheet.count("ot-sheet ot-consent") == 2
    assert 'lang="da"' in sheet
    assert "Nina" not in sheet
    assert "Nina" in ana.get(f"{page}?everybody=on&language=xx").text


def test_the_register_costs_the_same_for_one_pupil_and_for_three(school_class):
    ana = cast.ana()
    one, _ = a_class(ana, "Solo")
    counted = []
    for each in (one, school_class):
        agreed(each, *pupils(each))
        ana.get(f"/classes/{each.ref}/consents")
        with CaptureQueriesContext(connection) as queries:
            assert ana.get(f"/classes/{each.ref}/consents").status_code == 200
        counted.append(len(queries))
    assert counted[0] == counted[1]
