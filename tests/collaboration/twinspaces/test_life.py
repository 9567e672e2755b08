"""A TwinSpace follows its project (T-01, T-02, T-03, X-40) and its people (X-43, matrix 16, 17)."""

import pytest

from opentwinning.collaboration.projects.actions import (
    close_project,
    edit_project,
    leave_project,
    remove_partner,
    reopen_project,
)
from opentwinning.collaboration.projects.models import Partnership
from opentwinning.collaboration.twinspaces.actions import (
    bring_pupils,
    change_power,
    close_guide,
    describe_twinspace,
    open_twinspace,
    take_pupils_out,
)
from opentwinning.collaboration.twinspaces.models import GuideClosed, TwinSpace
from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.people.pupils.actions import erase_pupil, remove_pupil, rename_pupil
from opentwinning.people.pupils.queries import pupils_of
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import MemberCapacity as Capacity
from opentwinning.workspace.spaces.vocabulary import SpaceState
from tests.cast import ana, claire, freja, ion, marek, petra
from tests.scenes.classes import a_class, kids_of
from tests.scenes.projects import TEXTS, TRAITS, a_submitted, an_approved, fresh
from tests.scenes.twinspaces import a_twinspace, brought

pytestmark = pytest.mark.django_db


def running(space):
    return Member.objects.filter(space=space, left_at=None)


def test_it_opens_with_the_last_yes_and_lets_both_founders_in_as_admins():
    waiting = a_submitted(ana(), ion())
    assert not TwinSpace.objects.exists()
    project = an_approved(marek(), ion(), title="Another")
    twinspace = TwinSpace.objects.get()

    assert twinspace.project == project
    assert twinspace.project != waiting
    assert twinspace.space.title == "Another"
    seats = running(twinspace.space).values_list("name", "capacity", "country")
    assert sorted(seats) == [
        ("Ion Popescu", "admin", "RO"),
        ("Marek Zieliński", "admin", "PL"),
    ]


def test_an_approval_that_fails_opens_nothing(monkeypatch):
    """T-01: the same transaction."""
    from opentwinning.collaboration.twinspaces.actions import lifecycle

    def broken(**_):
        raise RuntimeError("no room")

    monkeypatch.setattr(lifecycle.spaces, "open_space", broken)
    with pytest.raises(RuntimeError):
        an_approved(ana(), ion())

    assert not TwinSpace.objects.exists()
    assert not fresh_state("approved")


def fresh_state(state):
    from opentwinning.collaboration.projects.models import Project

    return Project.objects.filter(state=state).exists()


def test_opening_twice_makes_one_twinspace():
    project = an_approved(ana(), ion())
    open_twinspace(by=SYSTEM, project=project)

    assert TwinSpace.objects.count() == Space.objects.count() == 1


def test_a_partner_enters_as_educator_and_goes_with_her_class():
    scene = a_twinspace()
    assert scene.member(scene.freja).capacity == Capacity.EDUCATOR
    (kid,) = brought(freja(), scene.twinspace, a_class(freja(), "Signe", language="da"))
    leave_project(by=freja().actor, project=scene.project)

    assert not running(scene.twinspace.space).filter(account=freja().account).exists()
    assert not running(scene.twinspace.space).filter(pupil=kid.pupil).exists()
    assert running(scene.twinspace.space).filter(pupil=scene.nina.pupil).exists()


def test_a_removed_partner_is_out_with_her_next_request():
    scene = a_twinspace()
    assert freja().get(scene.home).status_code == 200
    seat = Partnership.objects.get(project=scene.project, educator=freja().educator)
    remove_partner(
        by=ana().actor, project=fresh(scene.project), partnership=seat, message="We agreed."
    )

    assert freja().get(scene.home).status_code == 404


def test_it_rests_while_the_project_is_closed_and_goes_on_when_it_reopens():
    scene = a_twinspace(is_multi_year=True)
    project = close_project(by=ana().actor, project=scene.project)
    space = Space.objects.get(pk=scene.twinspace.space_id)
    assert space.state == SpaceState.READ_ONLY
    assert ana().get(scene.home).status_code == 200
    assert ana().get(f"{scene.home}/settings").status_code == 403
    reopen_project(by=ana().actor, project=fresh(project))

    assert Space.objects.get(pk=space.pk).state == SpaceState.OPEN


def test_the_place_takes_the_new_title_of_the_project():
    scene = a_twinspace()
    project = fresh(scene.project)
    texts = {**TEXTS, "title": "Rivers"}
    edit_project(by=ana().actor, project=project, version=project.version, traits=TRAITS, **texts)

    assert Space.objects.get(pk=scene.twinspace.space_id).title == "Rivers"


def test_only_the_class_owner_brings_pupils_in():
    scene = a_twinspace()
    foreign = a_class(ion(), "Other one", name="6b")
    for stranger in (ana(), freja(), marek(), petra(), claire()):
        with pytest.raises(Refused):
            bring_pupils(
                by=stranger.actor, twinspace=scene.twinspace, school_class=foreign,
                pupils=list(pupils_of(foreign)),
            )  # fmt: skip


def test_a_teacher_outside_the_project_brings_nobody():
    scene = a_twinspace()
    own = a_class(marek(), "Zosia")
    with pytest.raises(Refused):
        bring_pupils(
            by=marek().actor, twinspace=scene.twinspace, school_class=own,
            pupils=list(pupils_of(own)),
        )  # fmt: skip


def test_pupils_of_another_class_do_not_slip_in():
    scene = a_twinspace()
    mine, foreign = a_class(ana(), "A fox", name="6a"), a_class(ion(), "B fox", name="6b")
    with pytest.raises(Refused):
        bring_pupils(
            by=ana().actor, twinspace=scene.twinspace, school_class=mine,
            pupils=list(pupils_of(foreign)),
        )  # fmt: skip


def test_the_same_class_works_in_two_projects():
    """X-45: the same pupils again in a new project."""
    scene = a_twinspace()
    second = TwinSpace.objects.get(project=an_approved(ana(), ion(), title="Second"))
    brought(ana(), second, scene.nina.pupil.school_class)

    assert Member.objects.filter(pupil=scene.nina.pupil, left_at=None).count() == 2


def test_bringing_twice_is_once():
    scene = a_twinspace()
    brought(ana(), scene.twinspace, scene.nina.pupil.school_class)

    assert Member.objects.filter(pupil=scene.nina.pupil).count() == 1


def test_her_teacher_and_project_admins_take_a_pupil_out_and_partners_do_not():
    scene = a_twinspace()
    with pytest.raises(Refused):
        take_pupils_out(by=freja().actor, members=[scene.member(scene.nina)])
    with pytest.raises(Refused):
        take_pupils_out(by=marek().actor, members=[scene.member(scene.nina)])
    take_pupils_out(by=ion().actor, members=[scene.member(scene.nina)])
    take_pupils_out(by=ion().actor, members=[scene.member(scene.mihai)])

    assert not running(scene.twinspace.space).exclude(pupil=None).exists()
    assert scene.nina.get(scene.home).status_code == 404


def test_a_partner_takes_her_own_pupils_out():
    scene = a_twinspace()
    kids = brought(freja(), scene.twinspace, a_class(freja(), "Signe", language="da"))
    take_pupils_out(by=freja().actor, members=[scene.member(kids[0])])

    assert not running(scene.twinspace.space).filter(pupil=kids[0].pupil).exists()


def test_project_admin_is_given_and_taken_by_project_admins():
    scene = a_twinspace()
    change_power(by=ana().actor, member=scene.member(freja()), capacity=Capacity.ADMIN)
    assert scene.member(freja()).is_admin
    change_power(by=ion().actor, member=scene.member(freja()), capacity=Capacity.EDUCATOR)

    assert not scene.member(freja()).is_admin
    rows = LedgerEntry.objects.filter(
        verb="workspace.spaces.actions.members.change_capacity"
    ).order_by("pk")
    assert [(r.details["before"], r.details["after"]) for r in rows] == [
        ("educator", "admin"), ("admin", "educator"),
    ]  # fmt: skip


def test_nobody_raises_herself():
    scene = a_twinspace()
    for who in (freja(), marek(), petra()):
        with pytest.raises(Refused):
            change_power(by=who.actor, member=scene.member(freja()), capacity=Capacity.ADMIN)
    with pytest.raises(Refused):
        change_power(
            by=scene.nina.actor, member=scene.member(scene.nina), capacity=Capacity.PUPIL_ADMIN
        )


def test_founders_stay_project_admins():
    scene = a_twinspace()
    with pytest.raises(Invalid):
        change_power(by=ana().actor, member=scene.member(ion()), capacity=Capacity.EDUCATOR)


def test_pupil_admin_needs_a_project_admin_who_owns_the_class():
    """Row 17: the class owner agrees."""
    scene = a_twinspace()
    with pytest.raises(Refused):
        change_power(by=ion().actor, member=scene.member(scene.nina), capacity=Capacity.PUPIL_ADMIN)
    change_power(by=ana().actor, member=scene.member(scene.nina), capacity=Capacity.PUPIL_ADMIN)
    kids = brought(freja(), scene.twinspace, a_class(freja(), "Signe", language="da"))
    with pytest.raises(Refused):  # she owns the class and is no project admin
        change_power(by=freja().actor, member=scene.member(kids[0]), capacity=Capacity.PUPIL_ADMIN)

    assert scene.member(scene.nina).capacity == Capacity.PUPIL_ADMIN


def test_a_pupil_never_becomes_an_adult():
    scene = a_twinspace()
    with pytest.raises(TypeError):
        change_power(by=ana().actor, member=scene.member(scene.nina), capacity=Capacity.ADMIN)


def test_a_new_nickname_stands_in_the_twinspace():
    scene = a_twinspace()
    rename_pupil(by=ana().actor, pupil=scene.nina.pupil, nickname="Blue owl")

    assert scene.member(scene.nina).name == "Blue owl"


@pytest.mark.parametrize(("verb", "name"), [(remove_pupil, "Nina"), (erase_pupil, "")])
def test_who_leaves_the_class_leaves_every_twinspace(verb, name):
    scene = a_twinspace()
    verb(by=ana().actor, pupil=scene.nina.pupil)
    member = scene.member(scene.nina)

    assert member.left_at is not None
    assert member.name == name


def test_only_project_admins_describe_the_place():
    scene = a_twinspace()
    for who in (freja(), marek(), scene.nina):
        with pytest.raises(Refused):
            describe_twinspace(
                by=who.actor, twinspace=scene.twinspace, title="x", description="", cover=None
            )
    describe_twinspace(
        by=ion().actor, twinspace=scene.twinspace, title="Our rivers", description="d", cover=None
    )

    assert Space.objects.get(pk=scene.twinspace.space_id).title == "Our rivers"


def test_a_closed_guide_stays_closed():
    scene = a_twinspace()
    close_guide(by=ana().actor, member=scene.member(ana()))
    close_guide(by=ana().actor, member=scene.member(ana()))

    assert GuideClosed.objects.count() == 1
    assert kids_of(scene.nina.pupil.school_class)
