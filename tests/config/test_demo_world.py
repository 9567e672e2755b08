"""The demo world is built by the product's own actions, once, and quickly."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from opentwinning.collaboration.projects.models import Project
from opentwinning.community.networking.models import Message, PartnerCall
from opentwinning.config.demo import reader
from opentwinning.config.demo.builder import build, is_built
from opentwinning.core import clock
from opentwinning.core.actor import VISITOR, Role
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import actor_of, proof_of
from opentwinning.people.educators.models import Educator
from opentwinning.people.pupils.actions import sign_in_with_pictures
from opentwinning.people.pupils.models import Pupil, SchoolClass
from opentwinning.people.support.models import SupportOrganisation
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.vocabulary import MemberCapacity
from tests import cast

PASSWORD = "lipa-most-reka-7"
MOMENT = dt.datetime(2026, 11, 20, 14, 30, tzinfo=dt.UTC)

pytestmark = pytest.mark.django_db


def account_of(key):
    people = reader.people()
    everybody = {**people.educators, **people.officers, **people.central_officers}
    return Account.objects.get(email=everybody[key].mail)


def test_the_cast_lives_in_the_demo_world(tmp_path):
    build(password=PASSWORD, folder=tmp_path, address="http://127.0.0.1:8000", at=MOMENT)
    assert is_built()

    people = reader.people()
    assert SupportOrganisation.objects.count() == 13
    assert Educator.objects.count() == len(people.educators)
    waiting = Educator.objects.filter(validation_state="waiting")
    assert set(waiting.values_list("name", flat=True)) == {
        person.name for person in people.educators.values() if person.state == "waiting"
    }
    assert actor_of(account_of("ana")).is_a(Role.VALIDATED)
    assert actor_of(account_of("daria")).is_a(Role.AMBASSADOR)
    assert actor_of(account_of("petra")).countries == {"SI"}
    assert actor_of(account_of("claire")).is_a(Role.CENTRAL_OFFICER)

    listed = (tmp_path / "demo-sign-ins.txt").read_text(encoding="utf-8")
    for account in Account.objects.all():
        assert account.email in listed
    assert PASSWORD in listed
    assert proof_of(account_of("ion").email, PASSWORD).fits

    assert f"class code {SchoolClass.objects.get(name='6. a').readable_code}" in listed
    nina = Pupil.objects.get(nickname="Nina")
    pictures = next(line for line in listed.splitlines() if line.startswith("Nina "))
    shown = tuple(pictures.removeprefix("Nina").strip().split(", "))
    with clock.stopped(MOMENT + dt.timedelta(minutes=5)):
        assert sign_in_with_pictures(by=VISITOR, pupil=nina, pictures=shown) is not None

    moments = list(LedgerEntry.objects.order_by("pk").values_list("at", flat=True))
    assert moments == sorted(moments), "the ledger tells events in the order of time"


def test_projects_stand_where_their_stories_left_them(tmp_path):
    build(password=PASSWORD, folder=tmp_path, address="http://127.0.0.1:8000", at=MOMENT)
    states = {
        "active": "approved",
        "waiting_for_partner": "waiting_partner",
        "waiting_for_offices": "waiting_offices",
    }
    for project in reader.projects().values():
        row = Project.objects.get(title=project.title)
        assert row.state == states.get(project.state, project.state), project.key
        assert row.is_published == (project.state in {"active", "closed"})
        members = Member.objects.filter(space__title=project.title, left_at=None)
        pupils = sum(len(reader.classes()[each].pupils) for each in project.classes)
        adults = [*project.founders, *project.partners] if row.is_real else []
        assert members.count() == pupils + len(adults), project.key
    luka = Member.objects.get(pupil__nickname="Luka")
    assert luka.capacity == MemberCapacity.PUPIL_ADMIN
    assert PartnerCall.objects.filter(state="open").count() == len(reader.calls())
    assert Message.objects.count() == sum(len(c.messages) for c in reader.conversations())


def test_the_command_builds_once_and_only_into_an_empty_platform(settings, tmp_path, capsys):
    settings.DATA_DIR = tmp_path
    call_command("build_demo_world", password=PASSWORD)
    rows = LedgerEntry.objects.count()
    call_command("build_demo_world")
    assert "here already" in capsys.readouterr().out
    assert LedgerEntry.objects.count() == rows


def test_a_platform_in_use_is_left_alone(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    cast.otto()
    with pytest.raises(CommandError, match="in use"):
        call_command("build_demo_world")
    assert not is_built()
