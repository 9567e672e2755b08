"""Guests: an adult from outside reads along, for a purpose and a time (X-49, H4)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opentwinning.collaboration.projects.actions import close_project
from opentwinning.collaboration.twinspaces.actions import (
    end_guest,
    forget_guests,
    invite_guest,
    prolong_guest,
)
from opentwinning.collaboration.twinspaces.models import Guest
from opentwinning.config.policy import rows
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import today
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.notifications.models import Mail
from opentwinning.workspace.pages.actions import create_page
from opentwinning.workspace.posts.actions import approve_post, write_post
from opentwinning.workspace.spaces.vocabulary import SpacePlace
from tests.cast import Person, Visitor, account, ana, freja, ion, marek
from tests.pages import text
from tests.scenes.projects import fresh
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


def vera() -> Person:
    """The author of the book the classes read: an account and nothing else."""
    return Person(account("Vera Author"))


def invited(scene, days=30, by=None, email="vera@example.org") -> Guest:
    return invite_guest(
        by=(by or ana()).actor,
        twinspace=scene.twinspace,
        name="Vera Author",
        email=email,
        purpose="She wrote the book.",
        last_day=today() + dt.timedelta(days=days),
    )


def way_in(guest) -> str:
    return f"/twinspaces/guests/{guest.ref}"


def a_page(scene, title, place=SpacePlace.WHOLE):
    return create_page(
        by=ana().actor, space=scene.twinspace.space, title=title, text="Words.", place=place
    )


def test_a_project_admin_invites_and_a_mail_brings_the_way_in():
    scene = a_twinspace()
    answer = ana().post(
        f"{scene.home}/invite-guest",
        {
            "name": "Vera Author",
            "email": "Vera@Example.org",
            "purpose": "She wrote the book.",
            "last_day": (today() + dt.timedelta(days=30)).isoformat(),
        },
    )
    assert answer.status_code == 302
    guest = Guest.objects.get()
    assert Mail.objects.get(to_address="vera@example.org").facts["url"] == way_in(guest)
    shown = text(freja().get(f"{scene.home}/people"))
    assert "Vera Author" in shown
    assert "She wrote the book." in shown


def test_only_project_admins_invite():
    scene = a_twinspace()
    for who in (freja(), marek()):
        with pytest.raises(Refused):
            invited(scene, by=who)


def test_pupils_do_not_learn_of_guests():
    scene = a_twinspace()
    invited(scene)
    assert "Vera" not in text(scene.nina.get(f"{scene.home}/people"))


def test_a_guest_reads_the_words_that_all_members_read_and_no_pupils_name():
    scene = a_twinspace()
    ours = a_page(scene, "Our river")
    staff = a_page(scene, "Salaries", SpacePlace.STAFF_ROOM)
    post = write_post(by=scene.nina.actor, space=scene.twinspace.space, title="Frogs", text="Six.")
    held = write_post(by=scene.nina.actor, space=scene.twinspace.space, title="Toads", text="No.")
    approve_post(by=ana().actor, post=post)
    guest = invited(scene)
    shown = text(vera().get(way_in(guest)))
    assert "Our river" in shown
    assert "Frogs" in shown
    assert "Salaries" not in shown
    assert "Toads" not in shown
    assert "Nina" not in shown
    assert "Words." in text(vera().get(f"{way_in(guest)}/{ours.ref}"))
    for other in (staff, held):
        assert vera().get(f"{way_in(guest)}/{other.ref}").status_code == 404


def test_no_other_address_of_the_space_opens_for_a_guest():
    """Deny by default: no tool knows her."""
    scene = a_twinspace()
    invited(scene)
    asked = [
        row.name
        for row in rows().values()
        if row.args in ({"ref": "space"}, {"space_ref": "space"})
    ]
    assert len(asked) > 10
    for name in asked:
        row = rows()[name]
        url = reverse(name, args=[scene.ref])
        answer = vera().get(url) if "GET" in row.methods else vera().post(url)
        assert answer.status_code == 404, name


def test_the_link_opens_only_for_the_invited_address():
    scene = a_twinspace()
    guest = invited(scene)
    for who in (marek(), ana(), ion()):
        assert who.get(way_in(guest)).status_code == 404
    assert Visitor().get(way_in(guest)).status_code == 302


def test_a_visit_ends_by_itself_on_the_day(clock):
    scene = a_twinspace()
    guest = invited(scene, days=3)
    clock.passes(days=3)
    assert vera().get(way_in(guest)).status_code == 200
    clock.passes(days=1)
    assert vera().get(way_in(guest)).status_code == 404
    assert "Vera" not in text(ana().get(f"{scene.home}/people"))
    assert invited(scene).pk != guest.pk


def test_a_visit_is_ended_at_once_or_prolonged():
    scene = a_twinspace()
    guest = invited(scene, days=3)
    later = today() + dt.timedelta(days=60)
    ana().post(f"{scene.home}/our-guests/{guest.ref}", {"last_day": later.isoformat()})
    assert Guest.objects.get().last_day == later
    ana().post(f"{scene.home}/our-guests/{guest.ref}/end")
    assert vera().get(way_in(guest)).status_code == 404
    with pytest.raises(Invalid, match="over"):
        prolong_guest(by=ana().actor, guest=guest, last_day=later)


def test_no_visit_is_longer_than_ninety_days_and_nobody_is_invited_twice():
    scene = a_twinspace()
    for days in (-1, 91):
        with pytest.raises(Invalid):
            invited(scene, days=days)
    guest = invited(scene, days=90)
    with pytest.raises(Invalid, match="already"):
        invited(scene)
    with pytest.raises(Invalid):
        prolong_guest(by=ana().actor, guest=guest, last_day=today() + dt.timedelta(days=91))


def test_what_was_typed_stays_when_a_day_is_wrong():
    scene = a_twinspace()
    answer = ana().post(
        f"{scene.home}/invite-guest",
        {
            "name": "Vera Author",
            "email": "vera@example.org",
            "purpose": "She wrote it.",
            "last_day": "2999-01-01",
        },
    )
    assert "at most 90 days" in text(answer, 422)
    assert "She wrote it." in answer.content.decode()


def test_a_closed_project_has_no_guests():
    scene = a_twinspace()
    guest = invited(scene)
    close_project(by=ana().actor, project=fresh(scene.project))
    assert vera().get(way_in(guest)).status_code == 404
    with pytest.raises(Refused):
        end_guest(by=ana().actor, guest=guest)


def test_guests_are_forgotten_a_year_after_their_visit(clock):
    scene = a_twinspace()
    invited(scene, days=10)
    clock.passes(days=300)
    assert forget_guests(by=SYSTEM) == 0
    clock.passes(days=80)
    assert forget_guests(by=SYSTEM) == 1
    with pytest.raises(Refused):
        forget_guests(by=ana().actor)


def test_today_shows_where_one_is_a_guest_until_it_is_over():
    scene = a_twinspace()
    guest = invited(scene)
    vera_ = vera()
    assert way_in(guest) in vera_.get("/today/").content.decode()
    assert way_in(guest) not in marek().get("/today/").content.decode()
    end_guest(by=ana().actor, guest=guest)
    assert way_in(guest) not in vera_.get("/today/").content.decode()


def test_what_a_guest_reads_costs_the_same_for_one_and_for_three_things():
    scene = a_twinspace()
    guest, reader = invited(scene), vera()
    a_page(scene, "One")
    reader.get(way_in(guest))
    with CaptureQueriesContext(connection) as one:
        reader.get(way_in(guest))
    a_page(scene, "Two")
    a_page(scene, "Three")
    with CaptureQueriesContext(connection) as three:
        reader.get(way_in(guest))
    assert len(three) == len(one)
