"""What visitors see of projects, and how founders choose it (pages 2, 3)."""

import pytest

from opentwinning.core.permits import free_writing
from tests import cast
from tests.pages import text
from tests.scenes.projects import (
    TEXTS,
    a_published,
    an_approved,
    fresh,
)

pytestmark = pytest.mark.django_db


def test_visitors_see_what_was_published_and_nothing_else():
    """J-11, page 3: the texts of that day, schools, countries; no closed project."""
    ana, ion = cast.ana(), cast.ion()
    closed = an_approved(ana, ion, title="Closed to visitors")
    public = a_published(ana, ion)
    visitor = cast.Visitor()
    assert visitor.get(f"/projects/{closed.ref}").status_code == 404
    shown = text(visitor.get(f"/projects/{public.ref}"))
    assert "Osnovna šola Pod Lipo" in shown
    assert "Ana Kovač" in shown
    assert TEXTS["aims"] in shown
    assert TEXTS["process"] not in shown  # not chosen
    ana.post(
        f"/projects/{public.ref}/plan/plan",
        {
            "process": "Secret too",
            "results": "Secret for now",
            "version": str(fresh(public).version),
        },
    )
    assert "Secret for now" not in text(visitor.get(f"/projects/{public.ref}"))


def test_the_public_page_hides_teachers_who_hide_themselves():
    ana, ion = cast.ana(), cast.ion()
    project = a_published(ana, ion)
    with free_writing():
        type(ion.educator).objects.filter(pk=ion.educator.pk).update(is_visible=False)
    shown = text(cast.Visitor().get(f"/projects/{project.ref}"))
    assert "Ion Popescu" not in shown
    assert "Școala Gimnazială Nr. 5" in shown


def test_founders_look_before_they_publish():
    ana, ion = cast.ana(), cast.ion()
    project = an_approved(ana, ion)
    assert "Everybody on the internet" in text(ana.get(f"/projects/{project.ref}/publish"))
    shown = text(ana.post(f"/projects/{project.ref}/preview", {"parts": ["process"]}))
    assert "Preview" in shown
    assert TEXTS["process"] in shown
    assert TEXTS["aims"] not in shown
    assert "Ana Kovač" not in shown.split("<main")[1].split("</main>")[0]
    answer = ana.post(f"/projects/{project.ref}/publish", {"parts": ["process"]})
    assert answer.headers["Location"] == f"/projects/{project.ref}"
    assert TEXTS["process"] in text(cast.Visitor().get(f"/projects/{project.ref}"))
    ana.post(f"/projects/{project.ref}/unpublish", {"reason": "A mistake"})
    assert cast.Visitor().get(f"/projects/{project.ref}").status_code == 404


def test_an_officer_may_hide_a_public_page():
    """Row 2: H(n)."""
    project = a_published(cast.ana(), cast.ion())
    petra = cast.petra()
    assert text(petra.get(f"/projects/{project.ref}/unpublish"))
    petra.post(f"/projects/{project.ref}/unpublish", {"reason": "A full name of a pupil"})
    assert not fresh(project).is_published


def test_discover_filters_and_finds():
    """Page 2."""
    ana, ion = cast.ana(), cast.ion()
    a_published(ana, ion)
    a_published(ana, ion, title="Łódź and other songs", summary="We sing.")
    visitor = cast.Visitor()
    everything = text(visitor.get("/projects/"))
    assert "Water around us" in everything
    assert "Łódź and other songs" in everything
    found = text(visitor.get("/projects/?q=lodz"))
    assert "Łódź and other songs" in found
    assert "Water around us" not in found
    assert "Water around us" in text(visitor.get("/projects/?country=RO&subject=biology&age=9-12"))
    assert "No project fits" in text(visitor.get("/projects/?country=DK"))
    assert "Water around us" in text(visitor.get("/projects/?country=XX&shown=abc"))


def test_strangers_get_nothing_of_a_closed_project():
    project = an_approved(cast.ana(), cast.ion())
    marek = cast.marek()
    for page in ("", "/overview", "/plan", "/partners", "/close", "/publish", "/decide"):
        assert marek.get(f"/projects/{project.ref}{page}").status_code == 404


def test_members_of_a_closed_project_are_led_to_their_page():
    project = an_approved(cast.ana(), cast.ion())
    answer = cast.ion().get(f"/projects/{project.ref}")
    assert answer.headers["Location"] == f"/projects/{project.ref}/overview"
