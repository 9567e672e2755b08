"""Profiles, messages and public pages of projects are hidden, and come back as they stood (H17)."""

import pytest
from django.test import Client

from opentwinning.collaboration.projects.actions import publish_project
from opentwinning.community.networking.models import Attachment
from opentwinning.core.verdicts import Refused
from opentwinning.people.educators.actions import edit_profile
from opentwinning.people.educators.models import Educator
from opentwinning.people.safeguarding.actions import answer_appeal, appeal_statement, report_item
from opentwinning.people.safeguarding.models import Case, Statement
from tests import cast
from tests.scenes.files import DOCUMENT, upload
from tests.scenes.projects import a_published, befriend, fresh
from tests.scenes.reports import decided

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _offices(db):
    cast.petra()  # of Slovenia
    cast.claire()  # of the centre


def hidden(kind, thing, reporter):
    """Marek or Ion reports it, Petra hides it."""
    report_item(by=reporter.actor, kind=kind, item_ref=thing.ref, reason="selling")
    return decided(Case.objects.get(kind=kind))


def objected(kind, author):
    """She objects, and the centre says that she is right."""
    statement = Statement.objects.get(kind=kind, account=author.account)
    appeal_statement(by=author.actor, statement=statement, text="It is my work.")
    answer_appeal(by=cast.claire().actor, statement=statement, is_right=True, answer="Right.")


def test_a_hidden_profile_is_found_by_nobody_and_comes_back_as_she_wishes():
    ana, marek = cast.ana(), cast.marek()
    place, directory = f"/educators/{ana.educator.ref}", "/partners/?q=Kova"
    hidden("profile", ana.educator, marek)
    assert marek.get(place).status_code == 404
    assert "Ana Kova" not in marek.get(directory).content.decode()
    for person in (ana, cast.petra()):
        assert b"Hidden after a report." in person.get(place).content
    edit_profile(by=ana.actor, educator=ana.educator, traits={}, about="New", is_visible=True)
    assert marek.get(place).status_code == 404
    objected("profile", ana)
    assert "Ana Kova" in marek.get(directory).content.decode()
    assert Educator.objects.get(pk=ana.educator.pk).is_withheld is False
    edit_profile(by=ana.actor, educator=ana.educator, traits={}, is_visible=False)
    hidden_again = Educator.objects.get(pk=ana.educator.pk)
    assert (hidden_again.is_visible, hidden_again.withheld_visible) == (False, None)


def test_a_hidden_message_only_its_author_still_reads():
    """Its place stays in the thread; neither search nor file gives it away."""
    ana, ion = cast.ana(), cast.ion()
    befriend(ana, ion)
    to = [ion.educator.ref]
    sent = {"to": to, "subject": "Hello", "text": "Buy my book"}
    sent["uploads"] = [upload("book.pdf", DOCUMENT)]
    ana.post("/partners/messages/new", sent)
    file = Attachment.objects.get()
    message = file.message
    place, search = (
        f"/partners/messages/{message.conversation.ref}",
        "/partners/messages/search?q=book",
    )
    assert b"Buy my book" in ion.get(place).content
    hidden("message", message, ion)
    page = ion.get(place).content.decode()
    assert "This message was hidden after a report." in page
    assert "Buy my book" not in page
    assert "book.pdf" not in page
    assert message.ref not in ion.get(search).content.decode()
    assert ion.get(f"/partners/attachments/{file.ref}").status_code == 404
    assert "Buy my book" in ana.get(place).content.decode()
    assert message.ref in ana.get(search).content.decode()
    objected("message", ana)
    assert b"Buy my book" in ion.get(place).content
    assert message.ref in ion.get(search).content.decode()


def test_a_hidden_project_page_is_published_by_nobody_until_it_comes_back():
    ana, ion = cast.ana(), cast.ion()
    project = a_published(ana, ion)
    place = f"/projects/{project.ref}"
    hidden("project", project, cast.marek())
    assert Client().get(place).status_code == 404
    assert ana.get(f"/projects/{project.ref}/overview").status_code == 200
    assert "hidden after a report" in ana.get(f"/projects/{project.ref}/publish").content.decode()
    with pytest.raises(Refused, match="hidden after a report"):
        publish_project(by=ana.actor, project=fresh(project), parts=[], shows_educators=True)
    objected("project", ana)
    assert Client().get(place).status_code == 200
    assert fresh(project).title in Client().get("/projects/").content.decode()
    publish_project(by=ana.actor, project=fresh(project), parts=[], shows_educators=True)
