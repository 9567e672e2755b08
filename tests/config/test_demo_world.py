"""The demo world is built by the product's own actions, once, and quickly."""

import datetime as dt
import re
from collections import Counter
from html import unescape

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.recognition.models import (
    LabelApplication,
    LabelWindow,
    QualityLabel,
)
from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.community.comments.models import Comment
from opentwinning.community.networking.models import Message, PartnerCall
from opentwinning.community.walls.models import WallPost
from opentwinning.config.demo import reader
from opentwinning.config.demo.builder import build, is_built, labels
from opentwinning.config.demo.builder.world import Timeline
from opentwinning.core import clock
from opentwinning.core.actor import VISITOR, Role
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import actor_of, proof_of
from opentwinning.people.educators.models import Educator
from opentwinning.people.identity.queries import factor_rules
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.pupils.actions import sign_in_with_pictures
from opentwinning.people.pupils.models import Pupil, SchoolClass
from opentwinning.people.safeguarding.models import Agreement
from opentwinning.people.safeguarding.queries import figures_of
from opentwinning.people.support.models import SupportOrganisation
from opentwinning.workspace.files.models import PublicUse
from opentwinning.workspace.forums.models import Reply, Thread
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.vocabulary import MemberCapacity
from tests import cast
from tests.scenes.spaces import PupilPerson

PASSWORD = "lipa-most-reka-7"
MOMENT = dt.datetime(2026, 11, 20, 14, 30, tzinfo=dt.UTC)
STATES = {
    "active": "approved",
    "waiting_for_partner": "waiting_partner",
    "waiting_for_offices": "waiting_offices",
}


# Built once: one worker keeps all of its tests.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]


@pytest.fixture(scope="module")
def listed(django_db_setup, django_db_blocker, tmp_path_factory):
    """The whole demo world, built once for this file; gives the text of the sign-ins."""
    folder = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), transaction.atomic():
        build(password=PASSWORD, folder=folder, address="http://127.0.0.1:8000", at=MOMENT)
        yield (folder / "demo-sign-ins.txt").read_text(encoding="utf-8")
        transaction.set_rollback(True)


def account_of(key):
    people = reader.people()
    everybody = {**people.educators, **people.officers, **people.central_officers}
    return Account.objects.get(email=everybody[key].mail)


@pytest.mark.usefixtures("listed")
def test_the_desk_can_be_tried_without_a_telephone():
    """A13 rests in the demo world until a day, and the page of rules says so."""
    required = [rule for rule in factor_rules() if rule.is_required]
    assert {rule.reason for rule in required} == {"demonstration"}
    assert all(rule.is_paused for rule in required)


@pytest.mark.usefixtures("listed")
def test_everybody_of_the_data_is_here_with_the_right_role():
    assert is_built()
    assert SupportOrganisation.objects.count() == 13
    people = reader.people()
    assert Educator.objects.count() == len(people.educators)
    waiting = Educator.objects.filter(validation_state="waiting")
    assert set(waiting.values_list("name", flat=True)) == {
        person.name for person in people.educators.values() if person.state == "waiting"
    }
    with clock.stopped(MOMENT):
        assert actor_of(account_of("ana")).is_a(Role.VALIDATED)
        assert actor_of(account_of("daria")).is_a(Role.AMBASSADOR)
        assert actor_of(account_of("petra")).countries == {"SI"}
        assert actor_of(account_of("claire")).is_a(Role.CENTRAL_OFFICER)
    assert Organisation.objects.filter(source="register").count() > 3000


def test_everybody_can_sign_in_as_the_list_says(listed):
    for account in Account.objects.all():
        assert account.email in listed
    assert PASSWORD in listed
    assert proof_of(account_of("ion").email, PASSWORD).fits


def test_nina_comes_in_with_the_pictures_of_the_list(listed):
    assert f"class code {SchoolClass.objects.get(name='6. a').readable_code}" in listed
    line = next(line for line in listed.splitlines() if line.startswith("Nina "))
    pictures = tuple(line.removeprefix("Nina").strip().split(", "))
    nina = Pupil.objects.get(nickname="Nina")
    with clock.stopped(MOMENT + dt.timedelta(minutes=5)):
        assert sign_in_with_pictures(by=VISITOR, pupil=nina, pictures=pictures) is not None


@pytest.mark.usefixtures("listed")
def test_only_newcomers_are_asked_to_agree_to_the_code():
    """X-130."""
    asked = Account.objects.exclude(pk__in=Agreement.objects.values("account"))
    newcomers = Educator.objects.exclude(validation_state="validated")
    assert set(asked) == {educator.account for educator in newcomers}


@pytest.mark.usefixtures("listed")
def test_the_ledger_tells_events_in_the_order_of_time():
    entries = LedgerEntry.objects.filter(at__lte=MOMENT).order_by("pk")
    moments = list(entries.values_list("at", flat=True))
    assert len(moments) > 1000
    assert moments == sorted(moments)


@pytest.mark.usefixtures("listed")
def test_projects_stand_where_their_stories_left_them():
    for project in reader.projects().values():
        row = Project.objects.get(title=project.title)
        assert row.state == STATES.get(project.state, project.state), project.key
        assert row.is_published == (project.state in {"active", "closed"})
        members = Member.objects.filter(space__title=project.title, left_at=None)
        pupils = sum(len(reader.classes()[each].pupils) for each in project.classes)
        adults = [*project.founders, *project.partners] if row.is_real else []
        assert members.count() == pupils + len(adults), project.key
    luka = Member.objects.get(pupil__nickname="Luka")
    assert luka.capacity == MemberCapacity.PUPIL_ADMIN
    assert TwinSpace.objects.exclude(cover=None).count() == TwinSpace.objects.count() == 9


@pytest.mark.usefixtures("listed")
def test_pages_are_written_continued_and_some_are_public():
    planned = [page for project in reader.projects().values() for page in project.pages]
    assert Page.objects.count() == len(planned)
    public = {page.title for page in planned if page.audience == "public"}
    published = Page.objects.exclude(published_version=None)
    assert set(published.values_list("title", flat=True)) == public
    orange = Page.objects.get(title="How to measure flow with an orange")
    assert orange.version == orange.published_version == 3
    assert PublicUse.objects.filter(used_in=orange.ref).count() == 1
    plan = Page.objects.get(title="Plan until May")
    assert plan.place == "staff_room"


@pytest.mark.usefixtures("listed")
def test_diaries_notes_and_pupils_posts_are_told():
    projects = reader.projects().values()
    diary = Post.objects.filter(place="whole", author__pupil=None)
    assert diary.count() == sum(len(project.diary) for project in projects)
    assert diary.exclude(published_at=None).count() == 2 * 6 + 4 + 3 + 2
    assert set(diary.values_list("language", flat=True)) >= {"sl", "ro", "da", "el", "bg", "tr"}
    notes = Post.objects.filter(place="staff_room")
    assert notes.count() == sum(len(project.staff_room) for project in projects)
    waiting = Post.objects.filter(state="waiting")
    assert {post.author.name for post in waiting} == {"Vidra Jucăușă", "Zlata Ribica"}
    assert Post.objects.filter(place="pupil_corner", state="visible").count() == 5


@pytest.mark.usefixtures("listed")
def test_educators_and_pupils_talk():
    threads = [thread for project in reader.projects().values() for thread in project.forum]
    assert Thread.objects.count() == len(threads)
    assert Reply.objects.count() == sum(1 + len(thread.replies) for thread in threads)
    assert Reply.objects.filter(author__pupil__nickname="Luka").count() == 1


@pytest.mark.usefixtures("listed")
def test_labels_are_awarded_refused_and_one_project_has_the_european_one():
    planned = [label for project in reader.projects().values() for label in project.labels]
    awarded = [label for label in planned if label.state == "awarded"]
    national = QualityLabel.objects.filter(level="national")
    assert national.count() == len(awarded) == 5
    refused = LabelApplication.objects.get(state="refused")
    assert refused.educator.name == "Kerem Işık"
    assert "digital tools" in refused.decision_message
    european = QualityLabel.objects.filter(level="european")
    assert set(european.values_list("project__title", flat=True)) == {"Bread letters"}
    assert LabelWindow.objects.count() == 2 * len(reader.programme().offices)


AT_ANY_HOUR = pytest.mark.parametrize("clock_time", [dt.time(0, 30), dt.time(9), dt.time(22, 30)])


@AT_ANY_HOUR
def test_what_is_told_as_later_happens_later(clock_time):
    """Also in the night and over the change to summer time."""
    start = dt.datetime.combine(dt.date(2027, 4, 20), clock_time, dt.UTC)
    for number in range(2):
        timeline = Timeline(start + dt.timedelta(days=200 * number))
        told = [timeline.moment_of(day, hour) for day in range(-400, 1) for hour in (7, 23)]
        assert told == sorted(set(told))


@AT_ANY_HOUR
def test_whenever_it_is_built_each_application_finds_an_open_window(clock_time):
    """Windows move with the school year, and late in the evening the office is a day ahead."""
    for number in range(365):
        start = dt.datetime.combine(dt.date(2027, 1, 1), clock_time, dt.UTC)
        timeline = Timeline(start + dt.timedelta(days=number))
        for project in reader.projects().values():
            for label in project.labels:
                country = reader.people().educators[label.educator].country
                day = labels._open_day(timeline, country, label.day)
                assert label.day <= day <= labels.LATEST
                sent = timeline.moment_of(day, labels.APPLIES_AT).astimezone(dt.UTC).date()
                assert any(
                    labels._shifted(each.opens_on, years)
                    <= sent
                    <= labels._shifted(each.closes_on, years)
                    for each in labels._rounds(country)
                    for years in [labels._years_to_shift(timeline.start)]
                )


@pytest.mark.usefixtures("listed")
def test_calls_and_messages_are_open_to_read():
    assert PartnerCall.objects.filter(state="open").count() == len(reader.calls())
    walls = reader.walls()
    below = sum(bool(each.below) for each in reader.reports())
    assert WallPost.objects.count() == len(walls.posts) + len(reader.reports()) - below
    assert Comment.objects.count() == sum(len(post.comments) for post in walls.posts) + below
    assert Message.objects.count() == sum(len(c.messages) for c in reader.conversations())


@pytest.mark.usefixtures("listed")
def test_only_the_news_of_the_last_days_is_unread():
    ana = account_of("ana")
    unread = Notice.objects.filter(account_id=ana.pk, read_at=None)
    assert 0 < unread.count() < 6
    assert all(notice.created_at > MOMENT - dt.timedelta(days=4) for notice in unread)


@pytest.mark.usefixtures("listed")
def test_a_second_call_changes_nothing(capsys):
    rows = LedgerEntry.objects.count()
    call_command("build_demo_world")
    assert "here already" in capsys.readouterr().out
    assert LedgerEntry.objects.count() == rows


REF = re.compile(r"\b[a-z]{3}_[a-z0-9]{20,}")
LINK = re.compile(r'href="(/[^"#]*)')
OTHER_LANGUAGES = ("/sl/", "/ro/", "/da/", "/static/")


def walk(client, start, *, alike=2):
    """Follow the links of every page; of pages that differ only by what they show, two are enough.
    Gives (address, status) of everything that was not a page."""
    todo, seen, counts, broken = [start], set(), Counter(), []
    while todo:
        address = todo.pop(0)
        kind = REF.sub("*", address.partition("?")[0])
        if address in seen or counts[kind] >= alike or address.startswith(OTHER_LANGUAGES):
            continue
        seen.add(address)
        counts[kind] += 1
        answer = client.get(address)
        if answer.status_code in {301, 302}:
            todo.append(answer["Location"])
        elif answer.status_code != 200:
            broken.append((kind, answer.status_code))
        elif answer["Content-Type"].startswith("text/html"):
            todo += [unescape(link) for link in LINK.findall(answer.content.decode())]
    assert len(seen) > 10
    return broken


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("key", ["ana", "petra", "claire", "ewa"])
def test_no_link_leads_to_a_broken_page(key):
    """A beginner who is not validated may be told why a page is closed to her, nobody else."""
    with clock.stopped(MOMENT + dt.timedelta(minutes=10)):
        broken = walk(cast.Person(account_of(key)).client, "/today/")
    assert not [found for found in broken if not (key == "ewa" and found[1] == 403)]


@pytest.mark.usefixtures("listed")
def test_visitors_find_no_broken_page():
    with clock.stopped(MOMENT + dt.timedelta(minutes=10)):
        assert walk(Client(), "/") == []


@pytest.mark.usefixtures("listed")
def test_nina_finds_no_broken_page():
    nina = PupilPerson(Pupil.objects.select_related("school_class").get(nickname="Nina"))
    with clock.stopped(MOMENT + dt.timedelta(minutes=10)):
        assert walk(nina.client, "/") == []


@pytest.mark.usefixtures("listed")
def test_the_yearly_figures_of_safeguarding_show_numbers():
    """H7: each number is large enough to be shown, and every case is decided."""
    figures = figures_of(MOMENT.year, VISITOR)
    assert (figures.total.cases, figures.total.decided) == (11, 11)
    assert [(line.country, line.cases) for line in figures.countries] == [("RO", 5), ("SI", 6)]
    assert all(line.median_days for line in [figures.total, *figures.countries])
    for parts in (figures.outcomes, figures.kinds, figures.rules):
        assert [part.number for part in parts] in ([5, 6], [6, 5])
