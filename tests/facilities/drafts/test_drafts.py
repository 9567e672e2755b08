"""Nothing typed is lost: drafts are saved while typing, offered again, never overwritten."""

import pytest
from django.urls import reverse

from opentwinning.facilities.drafts.models import Draft
from opentwinning.facilities.drafts.queries import typed
from tests import cast

pytestmark = pytest.mark.django_db
ADDRESS = "projects:register:aims"


def save(person, text, base_stamp=""):
    return person.post(
        reverse("drafts:save", args=[ADDRESS]),
        {"aims": text, "password": "secret", "base_stamp": base_stamp},
    )


def test_ana_types_and_comes_back():
    ana = cast.ana()
    answer = save(ana, "Water around us")
    assert set(answer.json()) == {"saved_at", "stamp"}
    assert typed(ana.actor, ADDRESS) == {"aims": "Water around us"}


def test_a_draft_is_only_its_owners():
    save(cast.ana(), "Water around us")
    assert typed(cast.ion().actor, ADDRESS) == {}


def test_passwords_are_never_kept():
    save(cast.ana(), "x")
    assert "secret" not in str(Draft.objects.get().fields)


def test_a_second_window_never_overwrites_silently():
    """Two tabs: the second is told, and may save once it has seen the newer text."""
    ana = cast.ana()
    first = save(ana, "one").json()
    refused = save(ana, "two")
    assert refused.status_code == 409
    assert typed(ana.actor, ADDRESS) == {"aims": "one"}
    assert save(ana, "two", first["stamp"]).status_code == 200
    assert typed(ana.actor, ADDRESS) == {"aims": "two"}


def test_a_text_that_is_too_long_is_refused_and_nothing_lost():
    ana = cast.ana()
    save(ana, "short")
    assert save(ana, "x" * 200_001).status_code == 413
    assert typed(ana.actor, ADDRESS) == {"aims": "short"}


def test_a_visitor_keeps_her_text_on_the_sign_in_page():
    """A session that ended: the answer is 401 and carries the fields, signed."""
    answer = cast.Visitor().post(reverse("drafts:save", args=[ADDRESS]), {"aims": "Water"})
    assert answer.status_code == 401
