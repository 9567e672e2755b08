"""Things of other sites in pages: nothing before a press, only what the centre allows (C7)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Conflict, Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.workspace.pages.actions import create_page, publish_page, save_site
from opentwinning.workspace.pages.models import EmbedSite
from tests import cast
from tests.core.test_richtext import Nodes

FILM = ":::embed\n[The Drava](https://www.youtube.com/watch?v=abc)\n:::"
OTHER = ":::embed\n[The Mureș](https://vimeo.com/123)\n:::"
STRANGE = ":::embed\n[Somewhere](https://evil.example/watch?v=abc)\n:::"
NOCOOKIE = "https://www.youtube-nocookie.com"


def a_page(scene, text):
    return create_page(by=scene.ana.actor, space=scene.space, title="Water", text=text)


def frames(answer):
    return [attrs for tag, attrs in Nodes(answer.text).found if tag == "iframe"]


def a_site(**values):
    given = {
        "name": "Tube",
        "patterns": "https://tube.example/w/{id}",
        "frame": "https://tube.example/embed/{id}",
        "is_open": True,
    }
    return save_site(by=cast.claire().actor, site=None, version=0, **(given | values))


def test_before_a_press_nothing_of_another_site_is_in_the_page(scene):
    page = a_page(scene, f"{FILM}\n\n{OTHER}")
    answer = scene.nina.get(f"/spaces/pages/{page.ref}/")
    assert not frames(answer)
    assert "frame-src" not in answer.headers["Content-Security-Policy"]
    assert "Show it here (YouTube)" in answer.text
    assert "www.youtube-nocookie.com learns" in answer.text
    loaded = [a["src"] for _, a in Nodes(answer.text).found if "src" in a]
    assert not [src for src in loaded if src.startswith("http")]


def test_after_the_press_only_that_one_comes_in(scene):
    page = a_page(scene, f"{FILM}\n\n{OTHER}")
    answer = scene.nina.get(f"/spaces/pages/{page.ref}/?show=1")
    (frame,) = frames(answer)
    assert frame["src"] == f"{NOCOOKIE}/embed/abc"
    assert frame["title"] == "The Drava"
    assert "allow-top-navigation" not in frame["sandbox"]
    policy = answer.headers["Content-Security-Policy"]
    assert f"frame-src {NOCOOKIE};" in f"{policy};"
    assert "vimeo" not in policy
    assert "script-src 'self'" in policy


@pytest.mark.parametrize("asked", ["2", "x", "-1", "999", "1;"])
def test_asking_for_what_is_not_there_lets_nothing_in(scene, asked):
    page = a_page(scene, FILM)
    answer = scene.nina.get(f"/spaces/pages/{page.ref}/?show={asked}")
    assert not frames(answer)
    assert "frame-src" not in answer.headers["Content-Security-Policy"]


def test_what_is_not_on_the_list_is_a_link(scene):
    page = a_page(scene, STRANGE)
    answer = scene.nina.get(f"/spaces/pages/{page.ref}/?show=1")
    assert not frames(answer)
    assert "Show it here" not in answer.text
    assert 'href="https://evil.example/watch?v=abc"' in answer.text
    assert "evil.example</span>" in answer.text


def test_visitors_press_on_public_pages_too(scene):
    page = a_page(scene, FILM)
    publish_page(by=scene.ana.actor, page=page, version=1)
    address = reverse("pages:public", args=[page.ref])
    assert not frames(scene.visitor.get(address))
    assert len(frames(scene.visitor.get(f"{address}?show=1"))) == 1


def test_a_closed_site_is_a_link_at_once(scene):
    page = a_page(scene, FILM)
    site = EmbedSite.objects.get(name="YouTube")
    save_site(
        by=cast.claire().actor,
        site=site,
        version=0,
        name=site.name,
        patterns=site.patterns,
        frame=site.frame,
        is_open=False,
    )
    assert not frames(scene.nina.get(f"/spaces/pages/{page.ref}/?show=1"))
    assert LedgerEntry.objects.filter(verb__endswith="save_site").count() == 1


def test_three_cost_what_one_costs_and_none_costs_nothing(scene):
    pages = [a_page(scene, text) for text in ("words", FILM, f"{FILM}\n\n{OTHER}\n\n{STRANGE}")]
    counts = []
    for page in [*pages[:1], *pages]:
        with CaptureQueriesContext(connection) as queries:
            scene.nina.get(f"/spaces/pages/{page.ref}/")
        counts.append(len(queries))
    assert counts[1] + 1 == counts[2] == counts[3]


# ---------------------------------------------------------------- the list of the centre


def test_the_centre_adds_a_site_and_pages_show_it(scene):
    centre = cast.claire()
    assert "Vimeo" in centre.get("/spaces/pages/sites/").text
    answer = centre.post(
        "/spaces/pages/sites/new/",
        {
            "name": "Tube",
            "patterns": "https://tube.example/w/{id}\n\n",
            "frame": "https://tube.example/embed/{id}",
            "is_open": "on",
            "version": "0",
        },
    )
    assert answer.status_code == 302
    page = a_page(scene, ":::embed\n[x](https://tube.example/w/1)\n:::")
    (frame,) = frames(scene.nina.get(f"/spaces/pages/{page.ref}/?show=1"))
    assert frame["src"] == "https://tube.example/embed/1"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"patterns": "https://{host}/w"}, "patterns"),
        ({"patterns": "https://tube.example/w/{id}\nnonsense"}, "patterns"),
        ({"frame": "javascript:alert(1)"}, "frame"),
        ({"frame": "https://tube.example/embed/{other}"}, "frame"),
        ({"name": "youtube"}, "name"),
    ],
)
def test_what_could_not_be_shown_is_said(values, field, db):
    with pytest.raises(Invalid) as problem:
        a_site(**values)
    assert problem.value.field == field


def test_a_mistake_keeps_what_was_typed(db):
    answer = cast.claire().post(
        "/spaces/pages/sites/new/",
        {
            "name": "Tube",
            "patterns": "https://{x}/w",
            "frame": "https://a.example/",
            "version": "0",
        },
    )
    assert "https://{x}/w" in answer.text
    assert "a plain host" in answer.text


def test_two_of_the_centre_do_not_overwrite_each_other(db):
    """G7."""
    site = a_site()
    values = {"name": "Tube", "patterns": site.patterns, "frame": site.frame, "is_open": True}
    with pytest.raises(Conflict):
        save_site(by=cast.claire().actor, site=site, version=0, **values)
    answer = cast.claire().post(f"/spaces/pages/sites/{site.ref}/", values | {"version": "0"})
    assert "meanwhile" in answer.text


def test_nobody_else_keeps_the_list(scene):
    for person in (scene.ana, scene.nina):
        assert person.get("/spaces/pages/sites/").status_code == 404
    with pytest.raises(Refused):
        save_site(by=scene.ana.actor, site=None, version=0, name="x", patterns="", frame="")
