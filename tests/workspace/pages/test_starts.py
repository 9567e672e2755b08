"""What new pages can begin with is data of the centre (T-08)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from opentwinning.core.verdicts import Conflict, Invalid, Refused
from opentwinning.workspace.pages.actions import save_start
from opentwinning.workspace.pages.models import PageStart
from opentwinning.workspace.pages.queries import starts
from tests import cast
from tests.pages import text

pytestmark = pytest.mark.django_db
DESK = "/spaces/pages/starts/"
GIVEN = {
    "language": "en", "title": "Our recipes", "text": "## What you need", "position": "15",
    "is_open": "on", "version": "0",
}  # fmt: skip


def titles():
    return [each.title for each in starts().values()]


def a_start(**values):
    told = {"language": "en", "title": "Our recipes", "text": "## You need", "position": 15,
            "is_open": True}  # fmt: skip
    return save_start(by=cast.claire().actor, start=None, version=0, **(told | values))


def test_the_first_ones_are_there_in_every_language_of_the_site():
    by_language = {}
    for row in PageStart.objects.all():
        by_language.setdefault(row.language, set()).add(row.key)
    assert set(by_language) == {"en", "sl", "ro", "da"}
    assert all(keys == by_language["en"] for keys in by_language.values())
    assert all(row.text and row.ref.startswith("sta_") for row in PageStart.objects.all())


def test_the_centre_adds_one_at_its_desk_and_teachers_begin_with_it(scene):
    answer = cast.claire().post(f"{DESK}new/", GIVEN)
    assert answer.status_code == 302
    assert "Our recipes" in text(cast.claire().get(DESK))
    new = f"/spaces/{scene.space.ref}/pages/new/"
    assert "Our recipes" in text(scene.ana.get(new))
    key = PageStart.objects.get(title="Our recipes").key
    assert "What you need" in text(scene.ana.get(f"{new}?start={key}"))


def test_it_is_written_in_another_language_and_stands_at_the_same_place():
    english = a_start()
    form = text(cast.claire().get(f"{DESK}new/?of={english.ref}"))
    assert "Our recipes" in form
    said = {**GIVEN, "language": "sl", "title": "Naši recepti"}
    assert cast.claire().post(f"{DESK}new/?of={english.ref}", said).status_code == 302
    row = PageStart.objects.get(title="Naši recepti")
    assert (row.key, row.position) == (english.key, 15)
    with override("sl"):
        assert "Naši recepti" in titles()
        assert "Our recipes" not in titles()
    with override("ro"):  # nobody has written it in Romanian
        assert "Our recipes" in titles()


def test_one_is_taken_out_of_use_and_the_order_changes():
    first, last = a_start(position=1), a_start(title="At the end", position=900)
    assert (titles()[0], titles()[-1]) == ("Our recipes", "At the end")
    told = {"language": "en", "title": "Our recipes", "text": "x", "is_open": False}
    save_start(by=cast.claire().actor, start=first, version=1, position=1, **told)
    assert "Our recipes" not in titles()
    assert "Out of use" in text(cast.claire().get(DESK))
    assert last.version == 1


def test_place_and_use_are_the_same_in_every_language():
    """Taken out of use in one language, nobody begins with it any more."""
    english = a_start()
    slovene = a_start(key=english.key, language="sl", title="Naši recepti", position=1)
    english.refresh_from_db()
    assert english.position == 1
    told = {"language": "sl", "title": "Naši recepti", "text": "x", "position": 1}
    save_start(by=cast.claire().actor, start=slovene, version=1, is_open=False, **told)
    for language in ("en", "sl", "ro"):
        with override(language):
            assert not {"Our recipes", "Naši recepti"} & set(titles())
    with pytest.raises(Conflict):  # who looked at the other language before looks again
        save_start(by=cast.claire().actor, start=english, version=1, is_open=True, **told)


def test_the_list_costs_the_same_for_one_and_for_three_more():
    a_start()
    reader = cast.claire()
    reader.get(DESK)
    with CaptureQueriesContext(connection) as one:
        reader.get(DESK)
    for number in range(3):
        a_start(title=f"More {number}")
    with CaptureQueriesContext(connection) as four:
        reader.get(DESK)
    assert len(four) == len(one)


def test_two_at_once_do_not_overwrite_each_other():
    row = a_start()
    told = {"language": "en", "title": "Mine", "text": "x", "position": 1, "is_open": True}
    save_start(by=cast.claire().actor, start=row, version=1, **told)
    with pytest.raises(Conflict):
        save_start(by=cast.claire().actor, start=row, version=1, **(told | {"title": "Yours"}))
    answer = cast.claire().post(f"{DESK}{row.ref}/", {**GIVEN, "title": "Yours", "version": "1"})
    assert "Somebody changed this template meanwhile." in text(answer, 422)
    assert "Yours" in text(answer, 422)


def test_a_language_has_it_once():
    row = a_start()
    with pytest.raises(Invalid):
        a_start(key=row.key, title="Twice")


def test_nobody_else_keeps_them(scene):
    for who in (scene.ana, cast.petra()):
        with pytest.raises(Refused):
            save_start(
                by=who.actor, start=None, version=0, language="en", title="X", text="x",
                position=1, is_open=True,
            )  # fmt: skip
