"""Pupils are kept a year after their last project, no longer (5.11)."""

import pytest

from opentwinning.collaboration.projects.actions import close_project
from opentwinning.collaboration.twinspaces.actions import take_pupils_out
from opentwinning.collaboration.twinspaces.wiring.schedule import forget_pupils
from opentwinning.people.pupils.models import Pupil
from tests.cast import ana
from tests.scenes.classes import a_card_for, a_kid
from tests.scenes.projects import fresh
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


def known(kid) -> bool:
    return Pupil.objects.get(pk=kid.pupil.pk).nickname != ""


def test_a_pupil_stays_while_her_project_goes_on(clock):
    scene = a_twinspace()
    clock.passes(days=1000)
    forget_pupils({})

    assert known(scene.nina)


def test_a_year_after_the_project_was_closed_its_pupils_are_forgotten(clock):
    scene = a_twinspace()
    clock.passes(days=100)
    close_project(by=ana().actor, project=fresh(scene.project))
    clock.passes(days=364)
    forget_pupils({})
    assert known(scene.nina)
    clock.passes(days=2)
    forget_pupils({})
    forget_pupils({})

    assert not known(scene.nina)
    assert not known(scene.mihai)


def test_a_year_after_she_was_taken_out_she_is_forgotten(clock):
    scene = a_twinspace()
    take_pupils_out(by=ana().actor, members=[scene.member(scene.nina)])
    clock.passes(days=366)
    forget_pupils({})

    assert not known(scene.nina)
    assert known(scene.mihai)


def test_a_new_card_shows_that_a_class_is_still_used(clock):
    kid = a_kid(ana())
    clock.passes(days=360)
    a_card_for(kid.pupil)
    clock.passes(days=100)
    forget_pupils({})
    assert known(kid)
    clock.passes(days=300)
    forget_pupils({})

    assert not known(kid)
