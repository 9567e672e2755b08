"""Activities, handing in, a teacher's yes, the grid (T-06, H13, matrix row 40)."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.collaboration.projects.actions import close_project
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Conflict, Invalid, Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.workspace.activities.actions import (
    Plan,
    add_phase,
    approve_hand_in,
    change_activity,
    close_activity,
    delete_activity,
    give_hand_in_back,
    hand_in,
    open_activity,
    purge_activities,
    return_hand_in,
    set_activity,
    withhold_hand_in,
)
from opentwinning.workspace.activities.models import Activity, HandIn, HandInFile, Phase
from opentwinning.workspace.files.models import SpaceFile
from tests import cast
from tests.inputs import image
from tests.pages import text
from tests.scenes.boxes import opened
from tests.scenes.projects import fresh
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


def an_activity(scene, who=None, title="Measure the water", opens=True, **plan):
    by = (who or cast.ana()).actor
    made = set_activity(by=by, space=scene.twinspace.space, plan=Plan(title=title, **plan))
    return open_activity(by=by, activity=made) if opens else made


def at(activity):
    return f"/spaces/activities/{activity.ref}/"


def handed(scene, activity, kid=None, words="7.2 and 6.9"):
    return hand_in(by=(kid or scene.nina).actor, activity=activity, text=words)


def lives_in(person, zone):
    person.account.time_zone = zone
    with free_writing():
        person.account.save(update_fields=["time_zone"])


# Setting activities.


def test_a_draft_is_seen_by_teachers_and_then_by_everybody():
    scene = a_twinspace()
    draft = an_activity(scene, opens=False)
    listed = f"/spaces/{scene.ref}/activities/"
    assert "Measure the water" in text(cast.freja().get(listed))
    assert "Measure the water" not in text(scene.nina.get(listed))
    assert scene.nina.get(at(draft)).status_code == 404
    assert cast.ana().post(f"{at(draft)}open/").status_code == 302
    assert "Measure the water" in text(scene.nina.get(at(draft)))
    told = Notice.objects.filter(kind="activities.opened")
    assert told.count() == 2, "Ion and Freja"
    cast.ana().post(f"{at(draft)}close/")
    cast.ana().post(f"{at(draft)}open/")
    assert told.count() == 2, "told once"


def test_teachers_write_it_in_a_form_and_the_time_is_theirs():
    """Ion writes 10:00 in Bucharest; Ana reads 09:00. Nothing typed is lost."""
    scene = a_twinspace()
    lives_in(cast.ion(), "Europe/Bucharest")
    new = f"/spaces/{scene.ref}/activities/new/"
    phase = add_phase(by=cast.ana().actor, space=scene.twinspace.space, title="Meeting")
    sent = {"title": "Letters", "text": "Write a **letter**.", "phase": phase.ref, "school": "",
            "due_day": "2027-03-11", "due_time": "10:00", "form_token": "t"}  # fmt: skip
    wrong = cast.ion().post(new, {**sent, "title": "", "due_day": ""})
    assert "Choose the day, too." in text(wrong, 422)
    assert "Write a **letter**." in wrong.content.decode()
    made = cast.ion().post(new, sent)
    assert cast.ion().post(new, sent)["Location"] == made["Location"], "sent twice (G6)"
    activity = Activity.objects.get()
    assert activity.due_at == dt.datetime(2027, 3, 11, 8, tzinfo=dt.UTC)
    assert (activity.phase, activity.due_zone) == (phase, "Europe/Bucharest")
    assert "09:00" in text(cast.ana().get(at(activity)))
    assert "<strong>letter</strong>" in text(cast.ana().get(at(activity)))
    assert scene.nina.get(new).status_code == 403
    edit = f"{at(activity)}edit/"
    assert 'value="10:00"' in text(cast.ion().get(edit))
    assert (
        cast.ion().post(edit, {**sent, "title": "Long letters", "version": "1"}).status_code == 302
    )
    stale = cast.ion().post(edit, {**sent, "title": "Mine", "version": "1"})
    assert "was changed elsewhere" in text(stale, 422)
    assert 'value="Mine"' in stale.content.decode()
    assert cast.freja().get(edit).status_code == 403
    with pytest.raises(Conflict):
        change_activity(by=cast.ana().actor, activity=activity, plan=Plan(title="x"), version=1)


def test_it_may_be_for_one_school():
    scene = a_twinspace()
    member = scene.member(cast.ion())
    school = (member.country, member.organisation_name)
    activity = an_activity(scene, school=school)
    assert "for another school" in text(scene.nina.get(at(activity)))
    with pytest.raises(Refused):
        handed(scene, activity)
    assert handed(scene, activity, scene.mihai).state == "handed_in"
    assert "To do" not in text(scene.nina.get(f"/spaces/{scene.ref}/activities/"))
    with pytest.raises(Invalid):
        an_activity(scene, school=("SE", "Nowhere"))


def test_phases_have_an_order_and_leave_their_activities():
    scene = a_twinspace()
    phases = f"/spaces/{scene.ref}/activities/phases/"
    for title in ("Meet", "Measure", "Compare"):
        assert cast.freja().post(phases, {"title": title}).status_code == 302
    assert cast.freja().post(phases, {"title": ""}).status_code == 422
    last = Phase.objects.get(title="Compare")
    an_activity(scene, title="Table", phase=last.ref)
    an_activity(scene, title="Hello", phase=Phase.objects.get(title="Meet").ref)
    an_activity(scene, title="Free")
    page = text(scene.nina.get(f"/spaces/{scene.ref}/activities/"))
    assert (
        page.index("Hello") < page.index("Table") < page.index("In no phase") < page.index("Free")
    )
    for _ in range(3):
        cast.freja().post(f"/spaces/phases/{last.ref}/move/up/")
    page = text(scene.nina.get(f"/spaces/{scene.ref}/activities/"))
    assert page.index("Table") < page.index("Hello")
    cast.freja().post(f"/spaces/phases/{last.ref}/move/down/")
    cast.freja().post(f"/spaces/phases/{last.ref}/remove/")
    assert Activity.objects.get(title="Table").phase is None
    assert (
        scene.nina.post(f"/spaces/phases/{Phase.objects.first().ref}/move/up/").status_code == 403
    )


# Handing in.


def test_a_teacher_sees_it_first_and_everybody_after_her_yes():
    """H13: Nina's own teacher or a project admin decides; Freja reads along."""
    scene = a_twinspace()
    activity = an_activity(scene)
    answer = scene.nina.post(at(activity), {"text": "The river is **green**.", "version": ""})
    assert answer.status_code == 302
    done = HandIn.objects.get()
    page = f"/spaces/hand-ins/{done.ref}/"
    assert (done.state, done.author) == ("handed_in", scene.member(scene.nina))
    assert scene.mihai.get(page).status_code == 404
    assert "Nina" not in text(scene.mihai.get(at(activity)))
    assert "<strong>green</strong>" in text(cast.freja().get(page))
    assert "What you handed in" in text(scene.nina.get(at(activity)))
    assert Notice.objects.filter(kind="activities.handed_in").count() == 1
    assert cast.freja().post(f"{page}approve/").status_code == 403
    assert scene.nina.post(f"{page}approve/").status_code == 403
    assert cast.ana().post(f"{page}approve/", {"version": "1"}).status_code == 302
    assert "<strong>green</strong>" in text(scene.mihai.get(page))
    assert "Nina" in text(scene.mihai.get(at(activity)))


def test_given_back_with_words_it_is_changed_and_waits_again():
    scene = a_twinspace()
    activity = an_activity(scene)
    done = handed(scene, activity)
    back = f"/spaces/hand-ins/{done.ref}/give-back/"
    assert "Write what is missing" in text(
        cast.ana().post(back, {"version": "1", "answer": ""}), 422
    )
    assert cast.ana().post(back, {"version": "1", "answer": "Which day was it?"}).status_code == 302
    page = text(scene.nina.get(at(activity)))
    assert "Which day was it?" in page
    assert "7.2 and 6.9" in page
    assert "Measure the water" in text(scene.nina.get(scene.home)), "to do again"
    stale = scene.nina.post(at(activity), {"text": "On Monday", "version": "0"})
    assert "changed in another window" in text(stale, 422)
    assert "On Monday" in stale.content.decode()
    assert scene.nina.post(at(activity), {"text": "On Monday", "version": "1"}).status_code == 302
    done = HandIn.objects.get()
    assert (done.state, done.version, done.text) == ("handed_in", 2, "On Monday")
    approve_hand_in(by=cast.ana().actor, hand_in=done, version=done.version)
    hand_in(by=scene.nina.actor, activity=activity, text="On Tuesday", version=2)
    assert HandIn.objects.get().state == "handed_in", "a change waits again"


def test_a_teacher_decides_about_the_words_she_read_and_no_others():
    """H13, G7: what changed while she read goes to nobody unread."""
    scene = a_twinspace()
    activity = an_activity(scene)
    done = handed(scene, activity)
    page = f"/spaces/hand-ins/{done.ref}/"
    assert 'name="version" value="1"' in cast.ana().get(page).content.decode()
    hand_in(by=scene.nina.actor, activity=activity, text="Quite other words", version=1)
    for seen in ({"version": "1"}, {}):
        answer = cast.ana().post(f"{page}approve/", seen, follow=True)
        assert "This changed in the meantime." in text(answer)
        assert "Quite other words" in text(answer), "what she decides about now"
    back = cast.ana().post(f"{page}give-back/", {"version": "1", "answer": "Which day?"})
    assert "This changed in the meantime." in text(back, 422)
    assert "Which day?" in text(back, 422), "her words stay"
    assert scene.mihai.get(page).status_code == 404
    assert HandIn.objects.get().state == "handed_in"
    again = cast.ana().post(f"{page}approve/", {"version": "2"}, follow=True)
    assert "Approved: everybody sees it now." in text(again)


def test_files_are_held_with_it_and_seen_with_it():
    scene = a_twinspace()
    activity = an_activity(scene)
    picture = SimpleUploadedFile("river.png", image("no_exif.png").read_bytes(), "image/png")
    sent = {"text": "", "uploads": [picture], "alt_text": "A green river", "version": ""}
    assert scene.nina.post(at(activity), sent).status_code == 302
    file = SpaceFile.objects.get()
    assert file.is_held
    assert scene.mihai.get(f"/files/{file.ref}").status_code == 404
    done = HandIn.objects.get()
    approve_hand_in(by=cast.ana().actor, hand_in=done, version=done.version)
    assert not SpaceFile.objects.get().is_held
    assert "A green river" in text(scene.mihai.get(f"/spaces/hand-ins/{done.ref}/"))
    return_hand_in(by=cast.ana().actor, hand_in=done, version=done.version, answer="Too dark")
    assert SpaceFile.objects.get().is_held
    without = {"text": "Words instead", "without": [file.ref], "version": "1"}
    assert scene.nina.post(at(activity), without).status_code == 302
    assert not HandInFile.objects.exists()
    assert SpaceFile.objects.get().deleted_at is not None, "what nobody may see takes no room"
    empty = scene.nina.post(at(activity), {"text": "", "version": "2"})
    assert "Write something or add a file." in text(empty, 422)
    bad = SimpleUploadedFile("x.png", b"<script>", "image/png")
    assert (
        scene.nina.post(
            at(activity), {"text": "Kept", "uploads": [bad], "version": "2"}
        ).status_code
        == 422
    )
    assert SpaceFile.objects.count() == 1


def test_when_an_activity_goes_for_good_so_do_files_that_waited(clock):
    scene = a_twinspace()
    kept, waiting = an_activity(scene), an_activity(scene, title="Draw the water")
    for activity in (kept, waiting):
        picture = SimpleUploadedFile("river.png", image("no_exif.png").read_bytes(), "image/png")
        scene.nina.post(at(activity), {"text": "", "uploads": [picture], "version": ""})
    done = HandIn.objects.get(activity=kept)
    approve_hand_in(by=cast.ana().actor, hand_in=done, version=done.version)
    for activity in (kept, waiting):
        delete_activity(by=cast.ana().actor, activity=activity)
    clock.passes(days=31)
    purge_activities(by=SYSTEM)
    gone = {each.is_held: each.deleted_at is not None for each in SpaceFile.objects.all()}
    assert gone == {False: False, True: True}


def test_late_is_what_first_came_after_its_time(clock):
    scene = a_twinspace()
    activity = an_activity(scene, due_at=now() + dt.timedelta(hours=1), due_zone="UTC")
    handed(scene, activity)
    clock.passes(hours=2)
    hand_in(by=scene.nina.actor, activity=activity, text="Better", version=1)
    hand_in(by=cast.ion().actor, activity=activity, text="For my class")
    late = {each.text: each.is_late(activity.due_at) for each in HandIn.objects.all()}
    assert late == {"Better": False, "For my class": True}
    assert HandIn.objects.get(text="For my class").state == "approved", "a teacher's own"


def test_nothing_comes_after_it_closed_and_nothing_in_a_closed_project():
    scene = a_twinspace()
    activity = an_activity(scene)
    done = handed(scene, activity)
    close_activity(by=cast.ana().actor, activity=activity)
    with pytest.raises(Refused):
        handed(scene, activity, scene.mihai)
    typed = scene.mihai.post(at(activity), {"text": "My late words", "version": ""})
    assert "This activity is closed." in text(typed, 422)
    approve_hand_in(by=cast.ana().actor, hand_in=done, version=done.version)
    close_project(by=cast.ana().actor, project=fresh(scene.project))
    with pytest.raises(Refused):
        return_hand_in(by=cast.ana().actor, hand_in=done, version=done.version, answer="x")
    assert "7.2 and 6.9" in text(scene.mihai.get(f"/spaces/hand-ins/{done.ref}/"))


def test_a_report_withholds_it_and_gives_it_back_as_it_stood():
    """H6, H17."""
    scene = a_twinspace()
    done = handed(scene, an_activity(scene))
    approve_hand_in(by=cast.ana().actor, hand_in=done, version=done.version)
    page = f"/spaces/hand-ins/{done.ref}/"
    assert f"/care/report/hand_in/{done.ref}" in text(scene.mihai.get(page))
    withhold_hand_in(by=SYSTEM, ref=done.ref)
    withhold_hand_in(by=SYSTEM, ref=done.ref)
    assert scene.mihai.get(page).status_code == 404
    for act in ("approve", "give-back"):
        assert cast.ana().post(f"{page}{act}/", {"answer": "x"}).status_code == 403
    with pytest.raises(Refused):
        hand_in(by=scene.nina.actor, activity=done.activity, text="Again", version=1)
    give_hand_in_back(by=SYSTEM, ref=done.ref)
    assert HandIn.objects.get().state == "approved"


# Looking at all.


def test_the_grid_shows_teachers_who_handed_in_what():
    scene = a_twinspace()
    first, second = an_activity(scene, title="First"), an_activity(scene, title="Second")
    handed(scene, first)
    approve_hand_in(by=cast.ana().actor, hand_in=handed(scene, second, scene.mihai), version=1)
    url = f"/spaces/{scene.ref}/activities/grid/"
    page = text(cast.freja().get(url))
    for words in ("Nina", "Mihai", "First", "Second", "Handed in", "Approved"):
        assert words in page
    ions = text(cast.ion().get(url))
    assert ions.index("Mihai") < ions.index("Nina"), "the own pupils first"
    assert page.index("Mihai") < page.index("Nina"), "else by country"
    assert scene.nina.get(url).status_code == 404
    home = text(cast.ana().get(scene.home))
    assert "1 hand-in waits for you" in home
    assert "waits for you" not in text(cast.freja().get(scene.home))


def test_the_number_of_questions_stays_the_same():
    scene = a_twinspace()
    activity = an_activity(scene)
    handed(scene, activity)
    pages = (
        at(activity),
        f"/spaces/{scene.ref}/activities/",
        f"/spaces/{scene.ref}/activities/grid/",
    )
    counts = []
    for _ in range(2):
        found = []
        for page in pages:
            cast.ana().get(page)
            with CaptureQueriesContext(connection) as asked:
                cast.ana().get(page)
            found.append(len(asked))
        counts.append(found)
        if not HandIn.objects.filter(author=scene.member(scene.mihai)).exists():
            handed(scene, activity, scene.mihai)
            hand_in(by=cast.freja().actor, activity=activity, text="From Skagen")
            for title in ("A", "B"):
                an_activity(scene, title=title)
    assert counts[0] == counts[1]


def test_the_trash_keeps_it_for_thirty_days(clock):
    scene = a_twinspace()
    activity = an_activity(scene)
    handed(scene, activity)
    deleted = cast.ana().post(f"{at(activity)}delete/")["Location"]
    assert "is in the trash" in text(cast.ana().get(deleted))
    assert scene.nina.get(at(activity)).status_code == 404
    assert scene.nina.get(f"/spaces/hand-ins/{HandIn.objects.get().ref}/").status_code == 404
    trash = f"/spaces/{scene.ref}/activities/trash/"
    assert "Measure the water" in text(cast.ana().get(trash))
    assert "Measure the water" not in text(scene.nina.get(trash))
    cast.ana().post(f"{at(activity)}undelete/")
    assert "7.2 and 6.9" in text(scene.nina.get(at(activity)))
    delete_activity(by=cast.ana().actor, activity=activity)
    clock.passes(days=31)
    purge_activities(by=SYSTEM)
    assert not HandIn.objects.exists()


def test_a_box_holds_what_was_approved_and_its_files():
    """Nothing that waits, no draft; a page of its own with a way to the file (idea 9)."""
    scene = a_twinspace()
    activity = an_activity(scene, due_at=now(), due_zone="UTC")
    an_activity(scene, title="Only a draft", opens=False)
    picture = SimpleUploadedFile("river.png", image("no_exif.png").read_bytes(), "image/png")
    scene.nina.post(at(activity), {"text": "Green", "uploads": [picture], "alt_text": "A river"})
    handed(scene, activity, scene.mihai, "Still waiting")
    approve_hand_in(by=cast.ana().actor, hand_in=HandIn.objects.get(text="Green"), version=1)
    box = opened(cast.ana(), scene.ref)
    (kept,) = box.records("activities")
    assert (kept["title"], kept["school"], kept["state"]) == ("Measure the water", "", "open")
    (done,) = box.records("hand_ins")
    assert (done["text"], done["activity"], len(done["files"])) == ("Green", kept["id"], 1)
    assert "Green" in box.site
    assert "A river" in box.site
    assert "Still waiting" not in box.site
    assert "Only a draft" not in box.site
