"""What looks by itself, such as an open editor, does not keep a pupil's visit alive (A8)."""

import datetime as dt

import pytest
from django.http import HttpRequest

from opentwinning.people.pupils.models import PupilVisit
from opentwinning.people.pupils.wiring.sources import pupil
from tests.cast import ana
from tests.scenes.classes import a_kid

pytestmark = pytest.mark.django_db


def test_a_program_that_looks_by_itself_is_no_sign_of_life(clock):
    """A8: an editor left open asks for its rights every few seconds; visits end all the same."""
    kid = a_kid(ana())
    kid.client.get("/pupils/me")
    seen = PupilVisit.objects.get().last_seen_at
    request = HttpRequest()
    request.session = kid.client.session
    clock.passes(minutes=5)

    request.META["ot.unattended"] = "1"
    assert pupil(request) is not None
    assert PupilVisit.objects.get().last_seen_at == seen
    del request.META["ot.unattended"]
    assert pupil(request) is not None
    assert PupilVisit.objects.get().last_seen_at == seen + dt.timedelta(minutes=5)
