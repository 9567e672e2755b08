"""What projects add elsewhere: queue, to-dos, panels, figures, menus (pages 10, 53, 97, 104)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.collaboration.projects.actions import (
    approve_project,
    close_project,
    return_project,
)
from opentwinning.collaboration.projects.queries import projects_of, published_projects
from opentwinning.collaboration.projects.queries.cards import cards_of
from opentwinning.community.networking.queries import requests_a_day
from opentwinning.core.places import (
    COUNTRY_FIGURES,
    DESK_MENU,
    FIGURES,
    MENU,
    QUEUES,
    TO_DOS,
    panels,
)
from opentwinning.people.certificates.models import Certificate
from opentwinning.people.certificates.queries import certificates_of
from tests import cast
from tests.scenes.projects import (
    a_draft,
    a_partner,
    a_published,
    a_sent,
    a_submitted,
    an_approved,
    fresh,
)

pytestmark = pytest.mark.django_db


def queue():
    return next(q for q in QUEUES if q.key == "projects")


def todos(person):
    return [t for source in TO_DOS for t in source(person.actor) if "/projects/" in t.url]


def test_the_queue_holds_what_an_officer_may_decide_oldest_first(clock):
    ana, ion = cast.ana(), cast.ion()
    first = a_submitted(ana, ion, title="First")
    clock.passes(days=2)
    a_submitted(ana, ion, title="Second")
    petra, mette = cast.petra(), cast.mette()
    items = queue().items(petra.actor)
    assert [(i.title, i.country) for i in items] == [("First", "SI"), ("Second", "SI")]
    assert items[0].url == f"/projects/{first.ref}/decide"
    assert queue().count(petra.actor) == 2
    assert queue().count(mette.actor) == 0
    assert len(queue().items(cast.claire().actor)) == 4  # the centre sees both offices' parts
    assert not queue().visible_to(ana.actor)


def test_to_dos_name_who_waits_for_whom():
    ana, ion, petra = cast.ana(), cast.ion(), cast.petra()
    a_draft(ana, ion, title="Drafty")
    a_sent(ana, ion, title="Asked")
    project = a_submitted(ana, ion, title="Returned")
    return_project(by=petra.actor, project=project, country="SI", message="More")
    assert {(str(t.text), t.is_urgent) for t in todos(ana)} == {
        ("Finish the plan of “Drafty”", False),
        ("Change the plan of “Returned” and send it again", True),
    }
    assert "Answer: found “Asked” together?" in {str(t.text) for t in todos(ion)}


def test_today_shows_projects_on_their_way_and_profiles_only_what_may_be_known():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    a_submitted(ana, ion, title="On its way")
    an_approved(ana, ion, title="Closed to strangers")
    a_published(ana, ion, title="Open to all")

    def titles(place, person, subject):
        found = [c for t, c in panels(place, person.actor, subject) if t.startswith("projects/")]
        return {card.project.title for values in found for card in values["projects"]}

    assert titles("today", ana, ana.actor) == {"On its way"}
    assert titles("educator", marek, ana.educator) == {"Open to all"}
    assert titles("educator", ion, ana.educator) == {"Open to all", "Closed to strangers"}
    school = fresh(projects_of(ana.actor).first()).partnerships.get(seat=1).organisation
    assert titles("organisation", cast.Visitor(), school) == {"Open to all"}
    page = marek.get(f"/educators/{ana.educator.ref}").content.decode()
    assert "Open to all" in page
    assert "Closed to strangers" not in page


def test_figures_count_what_was_approved():
    ana, ion = cast.ana(), cast.ion()
    a_submitted(ana, ion)
    an_approved(ana, ion)
    figures = {str(label): count() for label, count in FIGURES}
    assert figures["projects"] == 1
    assert figures["countries in projects"] == 2
    of_country = {str(f.label): f.counts("SI") for f in COUNTRY_FIGURES}
    assert of_country["Active projects with a partner"] == 1
    assert of_country["Active national projects"] == 0


def test_menus_show_the_entries_to_those_who_need_them():
    entry = next(e for e in MENU if e.url_name == "projects:mine")
    assert entry.visible_to(cast.ana().actor)
    assert not entry.visible_to(cast.petra().actor)
    rules = next(e for e in DESK_MENU if e.url_name == "projects:rules")
    assert rules.visible_to(cast.claire().actor)
    assert not rules.visible_to(cast.petra().actor)


def test_members_find_their_twinspace_on_cards_and_strangers_do_not():
    """The closed place opens with the approval (T-01) and its address is known to members only."""
    ana, ion = cast.ana(), cast.ion()
    project = a_published(ana, ion)
    (card,) = cards_of(ana.actor, [project])
    assert card.workplace.startswith("/twinspaces/")
    assert cards_of(cast.marek().actor, [project])[0].workplace == ""
    assert "Open the TwinSpace" in ana.get(f"/projects/{project.ref}").content.decode()
    assert (
        "Open the TwinSpace" not in cast.Visitor().get(f"/projects/{project.ref}").content.decode()
    )


def test_a_class_that_took_part_gets_a_paper_when_the_project_closes():
    """J-10."""
    from tests.scenes.twinspaces import a_twinspace

    scene = a_twinspace()
    close_project(by=scene.ana.actor, project=fresh(scene.project))
    papers = Certificate.objects.filter(kind="projects.class")
    assert papers.exists()
    assert all(paper.holder_name == "" for paper in papers)
    assert set(papers) & set(certificates_of(scene.ana.actor))


def test_lists_cost_the_same_for_one_and_for_three():
    ana, ion = cast.ana(), cast.ion()
    counts = []
    for titles in (["One"], ["Two", "Three"]):
        for title in titles:
            a_published(ana, ion, title=title)
        actor = ana.actor
        with CaptureQueriesContext(connection) as queries:
            cards_of(actor, list(projects_of(actor)))
            cards_of(actor, list(published_projects()))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_an_approved_project_makes_experienced():
    """G9: founders and partners may ask more colleagues a day; a mere plan changes nothing."""
    ana, ion, freja = cast.ana(), cast.ion(), cast.freja()
    project = a_submitted(ana, ion)
    assert {requests_a_day(p.educator) for p in (ana, ion, freja)} == {10}
    for country, office in (("SI", cast.petra()), ("RO", cast.radu())):
        approve_project(by=office.actor, project=fresh(project), country=country)
    a_partner(project, ana, freja)
    assert {requests_a_day(p.educator) for p in (ana, ion, freja)} == {50}
    assert requests_a_day(cast.marek().educator) == 10
