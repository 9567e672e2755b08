"""Whose words a teacher looks at first: rule × age × place (H13, pain 34)."""

import pytest

from opentwinning.core.verdicts import Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.workspace.forums.actions import add_reply, edit_reply, open_thread, show_reply
from opentwinning.workspace.forums.models import Reply
from opentwinning.workspace.pages.actions import create_page
from opentwinning.workspace.remarks.actions import edit_remark, show_remark, write_remark
from opentwinning.workspace.remarks.models import Remark
from opentwinning.workspace.spaces.actions import set_space_rules
from tests import cast
from tests.pages import text
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db
YOUNG, OLD = "9-12", "13-15"


def a_scene(rule, age=YOUNG):
    scene = a_twinspace(age_band=age)
    rule_of(scene, rule)
    return scene


def replies(scene, place="whole"):
    """Nina replies in a talk of this place; the address of the talk comes back."""
    by = scene.mihai.actor if place == "pupil_corner" else cast.ana().actor
    rule = scene.twinspace.space.looks_first
    rule_of(scene, "nobody")  # the talk was begun before the rule
    thread = open_thread(
        by=by, space=scene.twinspace.space, title="Rivers", text="Tell us.", place=place
    )
    rule_of(scene, rule)
    add_reply(by=scene.nina.actor, thread=thread, text="Ours is green")
    return f"/spaces/talk/{thread.ref}/"


def rule_of(scene, rule):
    scene.twinspace.space = set_space_rules(
        by=cast.ana().actor,
        space=scene.twinspace.space,
        pupils_may_open_threads=True,
        looks_first=rule,
    )


def comments(scene, place="whole"):
    """Nina comments on a page of this place."""
    page = create_page(
        by=cast.ana().actor, space=scene.twinspace.space, title="Us", text="x", place=place
    )
    words = "Ours is green"
    write_remark(by=scene.nina.actor, kind="page", thing_ref=page.ref, text=words)
    return f"/spaces/pages/{page.ref}/"


@pytest.mark.parametrize(
    ("rule", "age", "waits"),
    [
        ("nobody", YOUNG, False),
        ("nobody", OLD, False),
        ("under_13", "3-5", True),
        ("under_13", "6-8", True),
        ("under_13", YOUNG, True),
        ("under_13", OLD, False),
        ("under_13", "16-19", False),
        ("pupils", YOUNG, True),
        ("pupils", OLD, True),
    ],
)
@pytest.mark.parametrize(
    ("says", "place"), [(replies, "whole"), (replies, "pupil_corner"), (comments, "whole")]
)
def test_who_waits(rule, age, waits, says, place):
    scene = a_scene(rule, age)
    address = says(scene, place)
    others = "Ours is green" in text(scene.mihai.get(address))
    assert others is not waits
    assert "Ours is green" in text(scene.nina.get(address)), "she sees her own words"
    assert "Ours is green" in text(cast.ion().get(address)), "teachers look"
    assert ("A teacher looks at it first" in text(scene.nina.get(address))) is waits


@pytest.mark.parametrize(("says", "model"), [(replies, Reply), (comments, Remark)])
def test_a_teacher_says_yes_and_a_change_waits_again(says, model):
    scene = a_scene("pupils")
    address = says(scene)
    found = model.objects.latest("pk")
    shows, edits, name = (
        (show_reply, edit_reply, "reply")
        if model is Reply
        else (show_remark, edit_remark, "remark")
    )
    assert "Show to everybody" in text(cast.ion().get(address))
    shows(by=cast.ion().actor, **{name: found})
    assert "Ours is green" in text(scene.mihai.get(address))
    edits(by=scene.nina.actor, **{name: found}, text="Yours is ugly")
    seen = text(scene.mihai.get(address))
    assert "ugly" not in seen
    assert "green" not in seen
    assert "ugly" in text(scene.nina.get(address))


@pytest.mark.parametrize(("says", "area"), [(replies, "forums"), (comments, "remarks")])
def test_her_own_teacher_is_told_once_and_nobody_else(says, area):
    scene = a_scene("pupils")
    says(scene)
    told = Notice.objects.filter(kind=f"{area}.held")
    assert [each.account_id for each in told] == [cast.ana().account.pk]
    assert not Notice.objects.filter(kind__in=["forums.replied", "remarks.written"]).exists()


def test_teachers_words_never_wait():
    scene = a_scene("pupils")
    thread = open_thread(
        by=cast.ion().actor, space=scene.twinspace.space, title="Snow", text="How much?"
    )
    assert "How much?" in text(scene.mihai.get(f"/spaces/talk/{thread.ref}/"))


def test_whose_words_wait_begins_no_talk_for_its_title_stands_in_lists():
    scene = a_scene("under_13")
    with pytest.raises(Refused):
        open_thread(by=scene.nina.actor, space=scene.twinspace.space, title="Secrets", text="Hello")


def test_project_admins_set_it_in_the_settings():
    scene = a_twinspace()
    sent = {"title": "Rivers", "looks_first": "under_13"}
    assert cast.ana().post(f"/twinspaces/{scene.ref}/settings", sent).status_code == 302
    scene.twinspace.space.refresh_from_db()
    assert scene.twinspace.space.looks_first == "under_13"
    wrong = {"title": "Rivers", "looks_first": "everybody"}
    assert cast.ana().post(f"/twinspaces/{scene.ref}/settings", wrong).status_code == 422
