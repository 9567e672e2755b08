"""Today: what now, in one screen and few statements (page 31)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import SYSTEM, Role
from opentwinning.core.clock import now
from opentwinning.core.places import FIRST_STEPS, FirstStep, Todo
from opentwinning.doors.today.queries import todos_of
from opentwinning.facilities.drafts.actions import save_draft
from opentwinning.facilities.notifications.actions import tell
from opentwinning.people.accounts.actions import grant_capacity
from opentwinning.people.educators.actions import ask_educator
from opentwinning.people.educators.queries import steps as steps_queries
from tests import cast
from tests.inputs import payloads

pytestmark = pytest.mark.django_db


def today(person):
    answer = person.get("/today/")
    assert answer.status_code == 200
    return answer.content.decode()


def draft(person, number, **changes):
    save_draft(
        **{
            "by": person.actor,
            "key": f"draft:{number}",
            "fields": {"text": ["Water"]},
            "url": "/educators/profile",
            "title": f"My text {number}",
            "base_stamp": "",
            **changes,
        }
    )


def test_a_visitor_is_asked_to_sign_in():
    assert cast.Visitor().get("/today/")["Location"] == "/sign-in?next=%2Ftoday%2F"


def test_a_newcomer_sees_her_first_steps_in_order():
    page = today(cast.newcomer("Nova Novak", "PL"))
    assert "First steps" in page
    assert page.index("Choose your school") < page.index("Be validated")
    assert 'href="/organisations/choose"' in page


def test_the_steps_cover_the_way_to_a_project():
    """Each stands where it belongs and leads somewhere."""
    keys = [step.key for step in FIRST_STEPS]
    assert keys[:3] == ["school", "validation", "profile"]
    assert keys[-1] == "project"
    actor = cast.newcomer("Nova Novak", "PL").actor
    assert all(step.url(actor).startswith("/") for step in FIRST_STEPS)


def test_steps_that_are_done_are_never_looked_at_again(monkeypatch):
    looked = []
    step = FirstStep("x", "Step X", "", lambda a: "/", lambda a: not looked.append(a))
    monkeypatch.setattr(steps_queries, "FIRST_STEPS", [step])
    ana = cast.ana()
    assert "First steps" not in today(ana)
    assert len(looked) == 1
    today(ana)
    assert len(looked) == 1


def test_urgent_things_come_first_then_those_with_a_day(clock, monkeypatch):
    todos = [
        Todo("calm", "/c"),
        Todo("due", "/d", due_at=now()),
        Todo("urgent", "/u", is_urgent=True),
    ]
    monkeypatch.setattr("opentwinning.doors.today.queries.todos.TO_DOS", [lambda actor: todos])
    assert [t.text for t in todos_of(cast.ana().actor)] == ["urgent", "due", "calm"]


def test_the_offices_question_is_what_ewa_sees_first():
    ewa = cast.ewa()
    officer = cast.officer("Jan Kowal", "PL")
    ask_educator(by=officer.actor, educator=ewa.educator, message="Where?")
    page = today(ewa)
    assert "Answer the question of your support organisation" in page
    assert "Urgent" in page
    assert "Your support organisation has a question." in page


def test_begun_texts_are_one_click_away():
    ana = cast.ana()
    for number in range(7):
        draft(ana, number)
    page = today(ana)
    assert page.count("My text") == 5
    assert 'href="/educators/profile"' in page
    assert "All drafts" in page
    assert ana.get("/drafts/").content.decode().count("My text") == 7


def test_a_draft_leads_only_to_this_site():
    """C16: its address came from a browser."""
    ana = cast.ana()
    draft(ana, 1, url="//evil.example/x")
    assert "evil.example" not in today(ana)
    assert "evil.example" not in ana.get("/drafts/").content.decode()


def test_hostile_titles_are_text():
    """C2."""
    ana = cast.ana()
    attacks = [line for line in payloads("xss") if line.startswith("<")][:5]
    for number, attack in enumerate(attacks):
        draft(ana, number, title=attack[:160])
    page = today(ana)
    assert len(attacks) == 5
    assert not [attack for attack in attacks if attack[:160] in page]
    assert "&lt;" in page


def test_drafts_can_be_given_up_without_script():
    ana, ion = cast.ana(), cast.ion()
    draft(ana, 1)
    draft(ion, 1)
    assert ana.post("/drafts/discard", {"key": "draft:1"})["Location"] == "/drafts/"
    assert "No drafts" in ana.get("/drafts/").content.decode()
    assert "My text 1" in ion.get("/drafts/").content.decode()


def test_news_is_read_by_opening_it():
    ana = cast.ana()
    ana.post("/notices/")
    assert "You have read everything." in today(ana)
    tell([ana.account.pk], "educators.asked", url="/educators/validation", message="x")
    assert "Your support organisation has a question." in today(ana)
    ref = ana.get("/notices/").context["notices"][0].ref
    assert ana.post(f"/notices/{ref}/open")["Location"] == "/educators/validation"
    assert "You have read everything." in today(ana)


def test_officers_are_led_to_their_desk_and_may_teach_as_well():
    petra = cast.petra()
    assert petra.get("/today/")["Location"] == "/desk/"
    grant_capacity(by=SYSTEM, account=petra.account, role=Role.EDUCATOR)
    cast.newcomer("Petra Zupan", "SI")
    assert petra.get("/today/").status_code == 200


def test_today_costs_the_same_with_one_thing_and_with_many():
    ana = cast.ana()
    draft(ana, 0)
    today(ana)

    def statements():
        with CaptureQueriesContext(connection) as seen:
            today(ana)
        return len(seen)

    lean = statements()
    for number in range(1, 5):
        draft(ana, number)
        tell([ana.account.pk], "educators.asked", url="/", message="x")
    assert statements() == lean
    assert lean <= 30
