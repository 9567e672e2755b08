"""Files obey the register of consents: closed without, taken back at once (H10, H11)."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now, stopped, today
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.consents.actions import end_overdue, record_answers, withdraw_consents
from opentwinning.people.consents.queries import lacking
from opentwinning.people.consents.vocabulary import CELLS, Medium, Purpose
from opentwinning.people.pupils.actions import erase_pupil
from opentwinning.people.pupils.models import Pupil
from opentwinning.workspace.files.actions import (
    change_file,
    name_pupils,
    replace_file,
    restore_file,
)
from opentwinning.workspace.files.models import PublicUse, SpaceFile
from opentwinning.workspace.files.policies import may_read_file, may_show_in_public
from opentwinning.workspace.pages.actions import create_page, publish_page
from opentwinning.workspace.posts.actions import NewPhoto, publish_post, write_post
from tests.inputs import image
from tests.scenes.files import a_file, a_picture, received, upload

EVERYBODY = {"ana", "ion", "freja", "nina", "luka", "mihai"}


def agree(scene, *names, teacher=None, purposes=tuple(Purpose), days=100):
    for name in names:
        pupil = getattr(scene, name).pupil
        record_answers(
            by=(teacher or (scene.ion if name == "mihai" else scene.ana)).actor,
            school_class=pupil.school_class,
            pupils=[pupil],
            answers={cell: cell[0] in purposes for cell in CELLS},
            valid_until=today() + dt.timedelta(days=days),
            language="en",
        )


def refs(scene, *names):
    return [scene.members[name].ref for name in names]


def named(scene, *names, by=None, file=None):
    file = file or a_picture(scene.freja, scene.space, alt_text="Children at the river")
    return name_pupils(by=(by or scene.freja).actor, file=file, shown=refs(scene, *names))


def again(file):
    return SpaceFile.objects.select_related("space", "uploaded_by").get(pk=file.pk)


def readers(scene, file):
    return {name for name in EVERYBODY if may_read_file(scene.member(name), again(file))}


def published(scene, file):
    """A page that shows it to everybody; its address."""
    page = create_page(
        by=scene.ana.actor, space=scene.space, title="Our river",
        text=f"![Children at the river](file:{file.ref})",
    )  # fmt: skip
    publish_page(by=scene.ana.actor, page=page, version=page.version)
    return f"/spaces/p/{page.ref}/"


# ------------------------------------------------------------- closing


def test_a_file_with_an_unasked_pupil_is_for_who_added_it_and_project_admins(scene):
    file = named(scene, "nina", "mihai")
    assert (file.pupils_shown, file.lacks_inside, file.lacks_public) == (2, 2, 2)
    assert readers(scene, file) == {"freja", "ana", "ion"}
    agree(scene, "nina")
    assert again(file).lacks_inside == 1
    agree(scene, "mihai", purposes=[Purpose.PROJECT])
    assert readers(scene, file) == EVERYBODY
    assert not may_show_in_public(again(file))
    agree(scene, "mihai")
    assert may_show_in_public(again(file))


def test_each_kind_of_file_asks_for_its_own_medium(scene):
    nina = scene.nina.pupil
    record_answers(
        by=scene.ana.actor, school_class=nina.school_class, pupils=[nina],
        answers={cell: cell[1] == Medium.FILM for cell in CELLS},
        valid_until=today(), language="en",
    )  # fmt: skip
    film = a_file(scene.freja, scene.space)
    with free_writing():
        SpaceFile.objects.filter(pk=film.pk).update(kind="video")
    assert not named(scene, "nina", file=again(film)).is_closed
    assert named(scene, "nina").is_closed


def test_pupils_can_be_recognised_but_nobody_said_who_is_never_public(scene):
    file = a_picture(scene.freja, scene.space, people_shown="pupils")
    assert readers(scene, file) == EVERYBODY
    assert not may_show_in_public(file)


def test_lists_addresses_and_posts_leave_closed_files_out(scene):
    agree(scene, "nina")
    photo = NewPhoto(received("kids.png", image("no_exif.png").read_bytes()),
                     "Two children", "unsure")  # fmt: skip
    post = write_post(by=scene.freja.actor, space=scene.space, place="whole", title="At the river",
                      text="Look", photos=[photo])  # fmt: skip
    file = named(scene, "nina", file=SpaceFile.objects.get(name="kids.png"))
    for who in ("ion", "luka", "mihai"):
        assert f"/files/{file.ref}/thumb" in getattr(scene, who).get(library(scene)).text
    withdraw_consents(by=scene.ana.actor, pupil=scene.nina.pupil)
    for who, seen in (("ion", True), ("freja", True), ("luka", False), ("mihai", False)):
        person = getattr(scene, who)
        assert (file.ref in person.get(library(scene)).text) is seen
        assert person.get(f"/spaces/files/{file.ref}/content").status_code == (200 if seen else 404)
        assert file.ref not in person.get(f"/spaces/posts/{post.ref}/").text


def library(scene):
    return f"/spaces/{scene.space.ref}/files/"


# ------------------------------------------------------------- taking back


def test_taking_back_empties_public_pages_at_once_and_lists_what_is_left(scene):
    agree(scene, "nina", "mihai")
    both, only_mihai = named(scene, "nina", "mihai"), named(scene, "mihai")
    address = published(scene, both)
    content = f"/spaces/files/{both.ref}/content"
    assert content in scene.visitor.get(address).text
    assert scene.visitor.get(content).status_code == 200
    nina = scene.nina.pupil
    page = scene.ana.post(f"/classes/pupils/{nina.ref}/consents/withdraw", {"purpose": "public"},
                          follow=True)  # fmt: skip
    assert content not in scene.visitor.get(address).text
    assert scene.visitor.get(content).status_code == 404
    assert scene.mihai.get(content).status_code == 200  # inside it may stay
    assert both.name in page.text
    assert f"/spaces/files/{only_mihai.ref}/" not in page.text
    (notice,) = Notice.objects.filter(kind="consents.files_closed")
    assert notice.account_id == scene.freja.account.pk
    assert notice.facts["count"] == 1


def test_a_new_yes_opens_inside_but_public_only_by_publishing_again(scene):
    agree(scene, "nina")
    file = named(scene, "nina")
    address = published(scene, file)
    withdraw_consents(by=scene.ana.actor, pupil=scene.nina.pupil)
    agree(scene, "nina")
    assert readers(scene, file) == EVERYBODY
    assert file.ref not in scene.visitor.get(address).text
    assert not PublicUse.objects.exists()


@pytest.mark.parametrize("hour", [12, 23])
def test_an_answer_ends_with_the_day_of_the_site(scene, hour):
    """Not an hour later, when midnight has come to Greenwich too."""
    with stopped(dt.datetime(2027, 1, 12, hour, 30, tzinfo=dt.UTC)):
        agree(scene, "nina", days=0)
        file = named(scene, "nina")
    with stopped(dt.datetime(2027, 1, 13, hour, 30, tzinfo=dt.UTC)):
        end_overdue(by=SYSTEM)
        assert again(file).is_closed


def test_the_end_of_an_answer_and_of_a_pupil_close_files_too(scene):
    agree(scene, "nina", days=0)
    agree(scene, "luka", days=30)
    first, second = named(scene, "nina"), named(scene, "luka")
    with stopped(now() + dt.timedelta(days=1)):
        end_overdue(by=SYSTEM)
        assert (again(first).is_closed, again(second).is_closed) == (True, False)
        erase_pupil(by=scene.ana.actor, pupil=Pupil.objects.get(pk=scene.luka.pupil.pk))
        assert again(second).is_closed


def test_older_versions_and_the_trash_are_judged_too(scene):
    agree(scene, "nina")
    file = named(scene, "nina")
    newer = received("new.png", image("no_exif.png").read_bytes())
    replace_file(by=scene.freja.actor, file=file, received=newer)
    withdraw_consents(by=scene.ana.actor, pupil=scene.nina.pupil)
    older = SpaceFile.objects.exclude(deleted_at=None).get()
    assert restore_file(by=scene.freja.actor, file=older).is_closed


def test_nothing_with_a_missing_consent_is_published(scene):
    """H10: purposes by states; the posts' door and the pages' door."""
    agree(scene, "nina", purposes=[Purpose.PROJECT, Purpose.PRESS])
    file = named(scene, "nina")
    with pytest.raises(Invalid):
        published(scene, file)
    photo = NewPhoto(received("k.png", image("no_exif.png").read_bytes()), "Kids", "unsure")
    post = write_post(by=scene.ana.actor, space=scene.space, place="whole", title="River",
                      text="", photos=[photo])  # fmt: skip
    named(scene, "nina", by=scene.ana, file=SpaceFile.objects.get(name="k.png"))
    with pytest.raises(Invalid):
        publish_post(by=scene.ana.actor, post=post, version=post.version)
    agree(scene, "nina")
    assert published(scene, file)


# ------------------------------------------------------------- who names whom


def test_a_teacher_names_her_own_pupils_on_others_files_even_when_the_project_ended(scene):
    file = a_picture(scene.ana, scene.space)
    scene.closes()
    with pytest.raises(Refused):
        named(scene, "mihai", by=scene.nina, file=file)
    assert named(scene, "nina", by=scene.freja, file=file).pupils_shown == 0  # not of her classes
    closed = named(scene, "nina", "mihai", by=scene.ion, file=file)
    assert closed.pupils_shown == 1  # Mihai only
    assert closed.is_closed


def test_nobody_else_lifts_what_a_childs_own_teacher_said(scene):
    """Ana may change her photo, yet Mihai, whom his teacher named, stays named."""
    file = a_picture(scene.ana, scene.space)
    named(scene, "mihai", by=scene.ion, file=file)
    kept = named(scene, "nina", by=scene.ana, file=again(file))
    assert (kept.pupils_shown, kept.is_closed) == (2, True)
    page = scene.ana.get(f"/spaces/files/{file.ref}/pupils/").text
    assert "only their own teacher takes them off: <bdi>Mihai</bdi>" in " ".join(page.split())
    assert named(scene, by=scene.ana, file=again(file)).pupils_shown == 1
    assert named(scene, by=scene.ion, file=again(file)).pupils_shown == 0


def test_partners_see_a_number_the_childs_teacher_her_name(scene):
    """Row 18: others see the light only."""
    file = named(scene, "nina", file=a_picture(scene.ion, scene.space), by=scene.ion)
    address = f"/spaces/files/{file.ref}/"
    light = "no consent inside the project"
    assert light in scene.ana.get(address).text
    page = scene.ion.get(address).text
    assert "1 missing for the project" in page
    assert light not in page


def test_pupils_are_named_while_files_are_added_and_on_the_files_page(scene):
    agree(scene, "nina")
    sent = {
        "uploads": [upload("a.png", image("no_exif.png").read_bytes()),
                    upload("b.png", image("no_exif.png").read_bytes())],
        "place": "whole", "people_shown": "unsure", "declared": "on",
        "shown": refs(scene, "nina"),
    }  # fmt: skip
    scene.freja.post(f"{library(scene)}add/", sent)
    rows = SpaceFile.objects.values_list("people_shown", "pupils_shown", "lacks_public")
    assert list(rows) == [("pupils", 1, 0)] * 2
    file = SpaceFile.objects.first()
    page = f"/spaces/files/{file.ref}/pupils/"
    assert "Mihai (RO)" in scene.freja.get(page).text
    warned = scene.freja.post(page, {"shown": refs(scene, "nina", "mihai")}, follow=True)
    assert "A consent is missing: the file is closed now." in warned.text
    assert scene.nina.get(page).status_code == 404
    with pytest.raises(Invalid):
        change_file(by=scene.freja.actor, file=again(file), place="whole", alt_text="", album="",
                    people_shown="nobody")  # fmt: skip
    pupils_form = scene.nina.get(f"{library(scene)}add/").text
    assert 'name="shown"' not in pupils_form


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["agree", "part", "withdraw", "name"]),
            st.sampled_from(["nina", "luka", "mihai"]),
        ),
        max_size=6,
    )
)
def test_what_files_remember_is_always_what_the_register_says(scene, steps):
    """Whatever happens in whatever order, the counts of a file are those of a fresh look."""
    file = a_file(scene.ana, scene.space)
    on_it: set[str] = set()
    for act, who in steps:
        if act == "name":
            on_it ^= {who}
            named(scene, *on_it, by=scene.ana, file=again(file))
        elif act == "withdraw":
            teacher = scene.ion if who == "mihai" else scene.ana
            withdraw_consents(by=teacher.actor, pupil=getattr(scene, who).pupil)
        else:
            agree(scene, who, purposes=[Purpose.PROJECT] if act == "part" else tuple(Purpose))
    row, ids = again(file), [getattr(scene, who).pupil.pk for who in on_it]
    assert (row.pupils_shown, row.lacks_inside, row.lacks_public) == (
        len(ids),
        len(lacking(ids, Purpose.PROJECT, Medium.PICTURE)),
        len(lacking(ids, Purpose.PUBLIC, Medium.PICTURE)),
    )
