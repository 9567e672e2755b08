"""Pupils come in: by card (A5, A6), by code and pictures (A7), and go out again (A8)."""

import datetime as dt

import pytest
from django.test import Client

from opentwinning.core.actor import VISITOR
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.people.pupils.actions import (
    change_class,
    close_window,
    erase_pupil,
    issue_cards,
    open_window,
    remove_pupil,
    sign_in_with_card,
    sign_in_with_pictures,
    sign_out_class,
    sign_out_pupil,
    void_card,
)
from opentwinning.people.pupils.models import Pupil, PupilVisit
from opentwinning.people.pupils.queries import new_cards
from tests.cast import ana
from tests.scenes.classes import a_card_for, a_class, a_kid, kids_of

pytestmark = pytest.mark.django_db


def enters_with_card(secret: str, client: Client | None = None):
    return (client or Client()).post("/pupils/card", {"card_password": secret})


def taps(client: Client, *pictures: str):
    """Press one picture after the other, as the pages ask."""
    answer = None
    chosen: list[str] = []
    for picture in pictures:
        answer = client.post("/pupils/pictures", {"chosen": chosen, "picture": picture})
        chosen.append(picture)
    return answer


def at_the_pictures(kid, client: Client | None = None) -> Client:
    """A browser that gave the code and chose the nickname."""
    client = client or Client()
    code = kid.pupil.school_class.code.lower()
    assert client.post("/pupils", {"code": f"{code[:4]} {code[4:]}"}).status_code == 302
    assert client.post("/pupils/name", {"pupil": kid.pupil.ref}).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get("/pupils/me").status_code == 200


def test_the_entrance_page_keeps_its_address_to_itself(client):
    answer = client.get("/pupils")

    assert answer.status_code == 200
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cache-Control"] == "no-store"


def test_a_card_lets_its_pupil_in_and_leads_her_home():
    kid = a_kid(ana())
    client = Client()
    kid.card = a_card_for(kid.pupil)

    answer = enters_with_card(kid.card.secret, client)

    assert answer.status_code == 302
    assert is_in(client)
    assert "Red fox" in client.get("/pupils/me").content.decode()


def test_pages_after_a_card_speak_the_language_of_the_class():
    kid = a_kid(ana(), language="sl")

    answer = enters_with_card(a_card_for(kid.pupil).secret)

    assert answer["Location"].startswith("/sl/")


def test_a_card_replaces_whoever_sat_at_the_device(clock):
    teacher = ana()
    kid = a_kid(teacher)
    enters_with_card(a_card_for(kid.pupil).secret, teacher.client)

    assert teacher.get("/classes").status_code == 404  # the teacher is out
    assert is_in(teacher.client)


def test_secrets_are_stored_as_keyed_hashes_only():
    kid = a_kid(ana())
    card = a_card_for(kid.pupil)
    stored = Pupil.objects.get(pk=kid.pupil.pk)

    assert len(card.secret) >= 22  # 128 bits in base64
    assert card.secret not in str(vars(stored))
    assert len(stored.card_hash) == len(stored.pictures_hash) == 64


def test_the_key_of_the_site_is_part_of_the_hash(settings):
    kid = a_kid(ana())
    card = a_card_for(kid.pupil)
    settings.SECRET_KEY = "another key, long enough for everybody's checks"

    assert sign_in_with_card(by=VISITOR, secret=card.secret) is None


def test_two_pupils_with_the_same_pictures_have_different_hashes():
    school_class = a_class(ana(), "Red fox", "Blue owl")
    cards = [
        type(card)(card.pupil, card.secret, ("sun", "tree", "fish"))
        for card in new_cards(Pupil.objects.filter(school_class=school_class))
    ]
    issue_cards(by=ana().actor, school_class=school_class, cards=cards)

    assert Pupil.objects.values("pictures_hash").distinct().count() == 2


def test_a_voided_card_is_refused_at_once_and_ends_what_runs():
    teacher = ana()
    kid = a_kid(teacher)
    client = kid.client
    void_card(by=teacher.actor, pupil=kid.pupil)

    assert enters_with_card(kid.card.secret).status_code == 401
    assert not is_in(client)


def test_printing_again_voids_the_old_card():
    kid = a_kid(ana())
    old = a_card_for(kid.pupil)
    new = a_card_for(kid.pupil)

    assert enters_with_card(old.secret).status_code == 401
    assert enters_with_card(new.secret).status_code == 302


@pytest.mark.parametrize("verb", [remove_pupil, erase_pupil])
def test_who_left_the_class_cannot_come_in(verb):
    teacher = ana()
    kid = a_kid(teacher)
    client = kid.client
    verb(by=teacher.actor, pupil=kid.pupil)

    assert enters_with_card(kid.card.secret).status_code == 401
    assert not is_in(client)


def test_a_card_for_lessons_only_waits_for_the_open_door(clock):
    teacher = ana()
    kid = a_kid(teacher)
    card = a_card_for(kid.pupil)
    change_class(
        by=teacher.actor, school_class=kid.pupil.school_class, name="4b", age_band="9-12",
        language="en", cards_only_in_lessons=True,
    )  # fmt: skip

    closed = enters_with_card(card.secret)
    open_window(by=teacher.actor, school_class=kid.pupil.school_class)
    opened = enters_with_card(card.secret)

    assert closed.status_code == 401
    assert "Your card works in lessons" in closed.content.decode()
    assert opened.status_code == 302


def test_code_nickname_and_pictures_let_in_while_the_door_is_open(clock):
    teacher = ana()
    kid = a_kid(teacher)
    card = a_card_for(kid.pupil)
    open_window(by=teacher.actor, school_class=kid.pupil.school_class)
    client = at_the_pictures(kid)

    answer = taps(client, *card.pictures)

    assert answer.status_code == 302
    assert is_in(client)


def test_pictures_in_another_order_do_not_open(clock):
    teacher = ana()
    kid = a_kid(teacher)
    card = a_card_for(kid.pupil)
    open_window(by=teacher.actor, school_class=kid.pupil.school_class)
    client = at_the_pictures(kid)

    answer = taps(client, *reversed(card.pictures))

    assert answer.status_code == 422
    assert "These are not your pictures" in answer.content.decode()
    assert not is_in(client)


def test_the_door_closes_by_itself_after_60_minutes(clock):
    teacher = ana()
    kid = a_kid(teacher)
    card = a_card_for(kid.pupil)
    open_window(by=teacher.actor, school_class=kid.pupil.school_class)
    client = at_the_pictures(kid)
    clock.passes(minutes=59)
    assert client.get("/pupils/name").status_code == 200
    clock.passes(minutes=2)

    assert client.get("/pupils/name").status_code == 302
    assert taps(client, *card.pictures)["Location"] == "/pupils"
    assert sign_in_with_pictures(by=VISITOR, pupil=kid.pupil, pictures=card.pictures) is None
    assert Client().post("/pupils", {"code": kid.pupil.school_class.code}).status_code == 422


def test_the_teacher_closes_the_door_earlier(clock):
    teacher = ana()
    kid = a_kid(teacher)
    open_window(by=teacher.actor, school_class=kid.pupil.school_class)
    close_window(by=teacher.actor, school_class=kid.pupil.school_class)

    assert Client().post("/pupils", {"code": kid.pupil.school_class.code}).status_code == 422


def test_a_closed_door_and_a_wrong_code_answer_alike():
    kid = a_kid(ana())
    closed = Client().post("/pupils", {"code": kid.pupil.school_class.code})
    wrong = Client().post("/pupils", {"code": "ABCD-2345"})

    def sentence(answer):
        return [str(e) for errors in answer.context["form"].errors.values() for e in errors]

    assert closed.status_code == wrong.status_code == 422
    assert sentence(closed) == sentence(wrong)


def test_nobody_reads_nicknames_without_a_right_code_and_an_open_door():
    kid = a_kid(ana())

    assert Client().get("/pupils/name")["Location"] == "/pupils"
    assert kid.pupil.nickname not in Client().get("/pupils").content.decode()


def test_guessing_codes_is_stopped_and_a_right_card_still_works(clock):
    teacher = ana()
    kid = a_kid(teacher)
    card = a_card_for(kid.pupil)
    school_class = kid.pupil.school_class
    open_window(by=teacher.actor, school_class=school_class)
    guesser = Client()
    looked_up = 0
    for number in range(1_000):
        answer = guesser.post("/pupils", {"code": f"AAAA{number:04d}"})
        looked_up += "Too many tries" not in answer.content.decode()

    assert looked_up <= 31
    assert guesser.post("/pupils", {"code": school_class.code}).status_code == 422
    assert enters_with_card(card.secret).status_code == 302
    clock.passes(minutes=11)
    assert guesser.post("/pupils", {"code": school_class.code}).status_code == 302


def test_guessing_pictures_is_stopped_from_everywhere_and_a_right_card_still_works(clock):
    teacher = ana()
    kid = a_kid(teacher)
    card = a_card_for(kid.pupil)
    open_window(by=teacher.actor, school_class=kid.pupil.school_class)
    tried = 0
    for number in range(60):
        client = at_the_pictures(kid, Client(REMOTE_ADDR=f"10.0.0.{number}"))
        tried += taps(client, "sun", "sun", "sun").status_code != 429
    assert tried == 8

    blocked = taps(at_the_pictures(kid), *card.pictures)

    assert blocked.status_code == 429
    assert "use your card" in blocked.content.decode()
    assert enters_with_card(card.secret).status_code == 302


def test_wrong_cards_write_little_and_a_right_card_still_works(clock):
    kid = a_kid(ana())
    card = a_card_for(kid.pupil)
    before = LedgerEntry.objects.count()
    for number in range(200):
        assert enters_with_card(f"wrong-{number}").status_code == 401

    assert LedgerEntry.objects.count() - before <= 30
    assert "Wait 10 minutes" in enters_with_card("wrong").content.decode()
    assert enters_with_card(card.secret).status_code == 302


def test_a_whole_class_comes_in_through_one_network(clock):
    teacher = ana()
    names = [f"Fox {number}" for number in range(30)]
    school_class = a_class(teacher, *names)
    open_window(by=teacher.actor, school_class=school_class)
    for kid in kids_of(school_class):
        card = a_card_for(kid.pupil)
        assert taps(at_the_pictures(kid), *card.pictures).status_code == 302

    assert PupilVisit.objects.filter(signed_out_at=None).count() == 30


def test_a_visit_ends_after_an_hour_without_a_sign(clock):
    kid = a_kid(ana())
    client = kid.client
    clock.passes(minutes=59)
    assert is_in(client)
    clock.passes(minutes=59)
    assert is_in(client)
    clock.passes(minutes=61)

    assert not is_in(client)


def test_a_visit_ends_after_12_hours_in_any_case(clock):
    kid = a_kid(ana())
    client = kid.client
    for _ in range(23):
        clock.passes(minutes=30)
        assert is_in(client)
    clock.passes(minutes=31)

    assert not is_in(client)


def test_reading_notes_the_visit_at_most_once_a_minute(clock, django_assert_num_queries):
    kid = a_kid(ana())
    client = kid.client
    is_in(client)
    seen = PupilVisit.objects.get().last_seen_at
    clock.passes(seconds=30)
    is_in(client)
    assert PupilVisit.objects.get().last_seen_at == seen
    clock.passes(seconds=40)
    is_in(client)

    assert PupilVisit.objects.get().last_seen_at == seen + dt.timedelta(seconds=70)


def test_the_teacher_signs_one_out_and_the_others_stay():
    teacher = ana()
    one, other = kids_of(a_class(teacher, "Red fox", "Blue owl"))
    tablet, computer = one.client, one.comes_in()
    assert is_in(other.client)
    sign_out_pupil(by=teacher.actor, pupil=one.pupil)

    assert not is_in(tablet)
    assert not is_in(computer)
    assert is_in(other.client)


def test_the_end_of_the_lesson_signs_everybody_out_and_closes_the_door():
    teacher = ana()
    school_class = a_class(teacher, *[f"Fox {n}" for n in range(5)])
    open_window(by=teacher.actor, school_class=school_class)
    clients = [kid.comes_in() for kid in kids_of(school_class)]
    assert all(is_in(client) for client in clients)
    sign_out_class(by=teacher.actor, school_class=school_class)

    assert not any(is_in(client) for client in clients)
    assert Client().post("/pupils", {"code": school_class.code}).status_code == 422


def test_a_pupil_goes_out_herself():
    kid = a_kid(ana())
    kid.post("/pupils/leave")

    assert not is_in(kid.client)
    assert PupilVisit.objects.get().signed_out_at is not None


def test_a_forged_session_of_another_time_is_refused():
    kid = a_kid(ana())
    client = kid.client
    session = client.session
    session["epochs"] = [99, 99]
    session.save()

    assert not is_in(client)


def test_no_secret_reaches_the_query_or_the_log(caplog, client):
    kid = a_kid(ana())
    card = a_card_for(kid.pupil)
    caplog.set_level("DEBUG")
    answer = enters_with_card(card.secret, client)

    assert card.secret not in answer["Location"]
    assert card.secret not in caplog.text
    assert not LedgerEntry.objects.filter(details__icontains=card.secret).exists()
