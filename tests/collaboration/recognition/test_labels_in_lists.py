"""Labels on cards of projects, and the filter of Discover (page 2)."""

import pytest

from opentwinning.collaboration.projects.actions import publish_project
from tests import cast
from tests.scenes.labels import a_label
from tests.scenes.projects import a_published, an_approved, fresh

pytestmark = pytest.mark.django_db


def test_visitors_see_and_filter_by_label():
    ana, ion = cast.ana(), cast.ion()
    labelled = an_approved(ana, ion, title="Rivers with a label")
    publish_project(by=ana.actor, project=labelled, parts=[], shows_educators=True)
    a_published(ana, ion, title="Rivers without one")
    a_label(ana, fresh(labelled))
    visitor = cast.Visitor()
    everything = visitor.get("/projects/").content.decode()
    assert everything.count("ot-card__ribbon") == 1
    found = visitor.get("/projects/?label=national").content.decode()
    assert "Rivers with a label" in found
    assert "Rivers without one" not in found
    assert (
        "Rivers" not in visitor.get("/projects/?label=european").content.decode().split("<main")[1]
    )
