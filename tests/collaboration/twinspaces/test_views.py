"""Pages of a TwinSpace: for teachers, pupils, strangers (ux 61–64, 88, 90, 91)."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opentwinning.collaboration.projects.actions import close_project, publish_project
from opentwinning.collaboration.twinspaces.queries import named_in, twinspace_of
from opentwinning.config.policy import rows
from opentwinning.workspace.forums.actions import open_thread
from opentwinning.workspace.pages.actions import create_page, publish_page
from opentwinning.workspace.posts.actions import write_post
from opentwinning.workspace.spaces.models import Member
from tests.cast import Visitor, ana, claire, ewa, freja, ion, marek, petra
from tests.pages import text
from tests.scenes.classes import a_card_for, a_class, a_kid
from tests.scenes.projects import an_approved, fresh
from tests.scenes.twinspaces import a_twinspace, brought

pytestmark = pytest.mark.django_db


def a_page(scene, who, title="Our river", text="Blue.", state="visible"):
    return create_page(
        by=who.actor, space=scene.twinspace.space, title=title, text=text, state=state
    )


def test_with_one_twinspace_a_member_goes_straight_in():
    """X-41."""
    scene = a_twinspace()

    for who in (ana(), scene.nina):
        assert who.get("/twinspaces/")["Location"] == scene.home


def test_with_several_there_is_a_list_by_state():
    scene = a_twinspace()
    second = an_approved(ana(), ion(), title="Second project")
    close_project(by=ana().actor, project=fresh(second))
    page = text(ana().get("/twinspaces/"))

    assert page.index("Open") < page.index("Water around us") < page.index("Closed: read only")
    assert page.index("Closed: read only") < page.index("Second project")
    assert scene.home in page


def test_without_any_it_says_how_one_opens():
    assert "No TwinSpace yet" in text(marek().get("/twinspaces/"))
    assert "No project yet" in text(a_kid(marek()).get("/twinspaces/"))


def test_a_pupil_lands_in_her_twinspace_after_coming_in():
    scene = a_twinspace()
    answer = scene.nina.client.get("/twinspaces/", follow=True)

    assert "Hello Nina" in text(answer)


def test_the_teachers_home_shows_news_people_and_clocks(clock):
    scene = a_twinspace()
    a_page(scene, ion(), "Greetings from Brașov")
    page = text(ana().get(scene.home))

    assert "Greetings from Brașov" in page
    assert "Ion Popescu" in page
    assert "11:00" in page  # Ljubljana and Copenhagen
    assert "12:00" in page  # Bucharest


def test_what_came_since_the_last_visit_is_marked(clock):
    scene, teacher = a_twinspace(), ana()
    a_page(scene, ion(), "Old page")
    text(teacher.get(scene.home))
    clock.passes(hours=5)
    a_page(scene, ion(), "Fresh page")
    text(teacher.get(scene.home))  # a new visit begins
    page = teacher.get(scene.home)

    since = page.context["since"]
    marked = {item.title for item in page.context["news"] if item.at > since.at}
    assert marked == {"Fresh page"}
    assert clock.now() - since.at == dt.timedelta(hours=5)


def test_drafts_are_no_news():
    scene = a_twinspace()
    a_page(scene, ion(), "Half a thought", state="draft")

    for who in (ana(), freja(), scene.nina):
        assert "Half a thought" not in text(who.get(scene.home))


def test_the_first_visit_has_a_checklist_that_one_may_leave():
    scene = a_twinspace()
    page = ana().get(scene.home)
    states = [step["tone"] for step in page.context["guide"]]
    assert states == ["success", "success", "neutral", "neutral", "neutral"]
    ana().post(f"{scene.home}/guide/close")

    assert ana().get(scene.home).context["guide"] == []
    assert len(ion().get(scene.home).context["guide"]) == 5


def test_pupils_from_ten_on_have_a_menu_and_todays_things():
    scene = a_twinspace(age_band="9-12")
    a_page(scene, ion(), "Greetings")
    page = text(scene.nina.get(scene.home))

    assert "Greetings" in page
    assert "Teachers only" not in page
    assert "People &amp; classes" not in page
    assert "Our friends" in page


@pytest.mark.parametrize("age_band", ["3-5", "6-8"])
def test_younger_pupils_have_three_tiles_and_no_menu(age_band):
    scene = a_twinspace(age_band=age_band)
    page = text(scene.nina.get(scene.home))

    assert page.count("ot-tile--huge") == 3
    assert "ot-side" not in page
    assert text(scene.nina.get(f"{scene.home}/today"))
    assert "Mihai" in text(scene.nina.get(f"{scene.home}/people"))


def test_younger_pupils_see_no_menu_on_any_page():
    scene = a_twinspace(age_band="6-8")
    page = a_page(scene, ion(), "Greetings")
    client = Client()
    client.post("/pupils/card", {"card_password": a_card_for(scene.nina.pupil).secret})
    shown = text(client.get(f"/spaces/pages/{page.ref}/"))

    assert "Greetings" in shown
    assert "ot-side" not in shown
    assert "ot-bottom" not in shown
    assert "Read to me" in shown
    assert "Read to me" not in text(ion().get(f"/spaces/pages/{page.ref}/"))
    assert f'href="{scene.home}"' in shown


def test_pupils_see_nicknames_and_countries_of_their_friends():
    scene = a_twinspace()
    page = text(scene.nina.get(f"{scene.home}/people"))

    assert "Mihai" in page
    assert "Romania" in page
    assert "Take" not in page


def test_a_teacher_of_another_school_sees_nicknames_only():
    scene = a_twinspace()
    page = text(freja().get(f"{scene.home}/people"))

    assert "Nina" in page
    assert scene.nina.pupil.school_class.name not in page
    assert scene.nina.pupil.ref not in page
    assert scene.nina.pupil.school_class.ref not in page


def test_a_teacher_brings_chosen_pupils_and_takes_them_out():
    scene = a_twinspace()
    school_class = a_class(freja(), "Signe", "Emil", language="da")
    signe, emil = school_class.pupils.order_by("pk")
    bring = f"{scene.home}/people/classes/{school_class.ref}/bring"
    freja().post(bring, {"pupil": [signe.ref]})
    assert Member.objects.filter(pupil__school_class=school_class).count() == 1
    freja().post(bring)
    assert Member.objects.filter(pupil__school_class=school_class).count() == 2
    page = text(freja().get(f"{scene.home}/people"))
    assert "Signe" in page
    member = Member.objects.get(pupil=emil)
    freja().post(f"{scene.home}/people/{member.ref}/out")
    freja().post(f"{scene.home}/people/classes/{school_class.ref}/out")

    running = Member.objects.filter(pupil__school_class=school_class, left_at=None)
    assert not running.exists()


def test_powers_change_after_one_look():
    scene = a_twinspace()
    member = scene.member(freja())
    address = f"{scene.home}/people/{member.ref}"
    assert "Make Freja Lund project admin?" in text(ana().get(address))
    ana().post(address)

    assert scene.member(freja()).is_admin
    assert freja().get(f"{scene.home}/settings").status_code == 200


def test_settings_keep_typed_text_when_something_is_wrong():
    scene = a_twinspace()
    answer = ana().post(f"{scene.home}/settings", {"title": "", "description": "Our story"})

    assert answer.status_code == 422
    assert "Our story" in answer.content.decode()


def test_settings_change_name_description_and_what_pupils_may_do():
    scene = a_twinspace()
    answer = ana().post(
        f"{scene.home}/settings",
        {"title": "Rivers", "description": "Our story", "pupils_may_open_threads": "on"},
    )

    assert answer.status_code == 302
    page = text(scene.mihai.get(scene.home))
    assert "Rivers" in page
    assert "Our story" in page
    scene.twinspace.space.refresh_from_db()
    assert scene.twinspace.space.pupils_may_open_threads


def test_the_publishing_screen_tells_public_from_closed_and_warns_of_names():
    scene = a_twinspace()
    public = a_page(scene, ana(), "For everybody", "A river.")
    publish_page(by=ana().actor, page=public, version=public.version)
    a_page(scene, ana(), "With a name", "NINA measured the river with Mihai.")
    page = ana().get(f"{scene.home}/publish")

    assert [c.title for c in page.context["public"]] == ["For everybody"]
    (closed,) = page.context["closed"]
    assert sorted(closed.nicknames) == ["Mihai", "Nina"]
    assert "Take the names out first" in text(page)


def test_diary_and_talks_are_news_and_waiting_posts_are_not():
    scene = a_twinspace()
    space = scene.twinspace.space
    write_post(by=ion().actor, space=space, title="Our first day", text="We met.")
    open_thread(by=ana().actor, space=space, title="Which river is longer?", text="Guess!")
    waiting = write_post(by=scene.mihai.actor, space=space, title="Mihai writes", text="Hi.")
    write_post(
        by=ana().actor, space=space, place="staff_room", title="Between teachers", text="Shh."
    )
    assert waiting.state == "waiting"
    for who in (freja(), scene.nina):
        page = text(who.get(scene.home))
        assert "Our first day" in page
        assert "Which river is longer?" in page
        assert "Mihai writes" not in page
        assert ("Between teachers" in page) == (who is not scene.nina)


def test_my_things_hold_what_a_pupil_made_and_tell_what_waits():
    scene = a_twinspace()
    space = scene.twinspace.space
    write_post(by=scene.mihai.actor, space=space, title="Mihai writes", text="Hi.")
    write_post(by=scene.nina.actor, space=space, title="Nina writes", text="Hi.")
    page = text(scene.nina.get("/pupils/me"))

    assert "Nina writes" in page
    assert "Waits for a teacher" in page
    assert "Mihai writes" not in page


def test_a_nickname_inside_another_word_is_no_name():
    assert named_in("Ninachka and xAna", ["Nina", "Ana"]) == ()
    assert named_in("ana, NINA!", ["Nina", "Ana"]) == ("Nina", "Ana")


@pytest.mark.parametrize("stranger", [marek, ewa, petra, claire])
def test_strangers_get_the_answer_of_an_absent_page(stranger):
    scene = a_twinspace()
    who = stranger()
    for path in ("", "/today", "/people", "/publish", "/settings"):
        assert who.get(f"{scene.home}{path}").status_code in {403, 404}, path
        if stranger is not ewa:
            assert who.get(f"{scene.home}{path}").status_code == 404, path


def test_pupils_reach_no_teachers_page():
    scene = a_twinspace()
    member = scene.member(scene.nina)
    for path in ("/publish", "/settings", f"/people/{member.ref}"):
        assert scene.nina.get(f"{scene.home}{path}").status_code == 404


def test_partners_without_the_power_are_told_who_has_it():
    scene = a_twinspace()
    answer = freja().get(f"{scene.home}/settings")

    assert answer.status_code == 403
    assert "Only project admins" in answer.content.decode()


def test_the_home_costs_the_same_for_one_and_three_classes():
    scene = a_twinspace()
    ana().get(scene.home)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            ana().get(scene.home)
        return len(queries)

    before = cost()
    brought(ana(), scene.twinspace, a_class(ana(), "A fox", "B fox", name="6a"))
    brought(freja(), scene.twinspace, a_class(freja(), "C fox", name="6b"))
    for number in range(3):
        a_page(scene, ion(), f"Page {number}")

    assert cost() == before


def test_the_people_page_costs_the_same_for_one_and_three_pupils():
    scene = a_twinspace()
    address = f"{scene.home}/people"
    freja().get(address)
    brought(freja(), scene.twinspace, a_class(freja(), "C fox", name="6b"))

    def cost():
        with CaptureQueriesContext(connection) as queries:
            freja().get(address)
        return len(queries)

    before = cost()
    brought(ana(), scene.twinspace, a_class(ana(), "A fox", "B fox", name="6a"))

    assert cost() == before


def test_a_project_page_leads_its_members_in():
    scene = a_twinspace()
    page = ana().get(reverse("projects:project", args=[scene.project.ref]))

    assert scene.home in text(page)


def test_a_pupil_reaches_only_addresses_listed_for_pupils():
    """B12: every address of the house whose row names no pupil refuses one, whatever she sends."""
    scene = a_twinspace()
    values = {
        "ref": scene.ref, "class_ref": scene.nina.pupil.school_class.ref,
        "member_ref": scene.member(scene.nina).ref,
    }  # fmt: skip
    tried = 0
    for name, row in rows().items():
        if any({"PU", "PA"} & roles for roles in row.allow.values()):
            continue
        args = {arg: values.get(arg, "2" if arg == "number" else scene.ref) for arg in row.args}
        path = reverse(name, kwargs=args)
        for method in row.methods:
            answer = scene.nina.client.generic(method, path)
            led_home = answer.status_code == row.refusal == 302
            assert answer.status_code in {403, 404} or (
                led_home and answer["Location"] in {"/twinspaces/", "/sign-in"}
            ), f"{method} {path}"
            tried += 1

    assert tried > 40


def test_visitors_of_a_public_project_find_what_was_opened_and_nothing_else():
    """X-59: the way from the project to its public pages."""
    project = an_approved(ana(), ion())
    space = twinspace_of(project).space
    shown = create_page(by=ana().actor, space=space, title="Our river", text="It is green.")
    create_page(by=ana().actor, space=space, title="Only for us", text="A surprise.")
    publish_page(by=ana().actor, page=shown, version=shown.version)
    publish_project(by=ana().actor, project=fresh(project), parts=["aims"], shows_educators=True)
    seen = Visitor().get(f"/projects/{project.ref}").content.decode()
    assert "Our river" in seen
    assert "Only for us" not in seen
