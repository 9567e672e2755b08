"""Saved searches that tell of new people (L-04): limited, paced, and never of the same person."""

import datetime as dt
import importlib

import pytest

from opentwinning.community.networking.actions import block_educator, save_search
from opentwinning.community.networking.models import SavedSearch
from opentwinning.community.networking.queries.searches import new_people
from opentwinning.community.networking.wiring.schedule import look_again
from opentwinning.core.clock import now, stopped
from opentwinning.core.permits import free_writing
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.accounts.models import Capacity
from opentwinning.people.educators.actions import edit_profile
from opentwinning.people.educators.vocabulary import TraitKind
from tests import cast

pytestmark = pytest.mark.django_db
SEARCHES = "/partners/searches/"


def told(person):
    return list(
        Notice.objects.filter(account_id=person.account.pk, kind="networking.found")
        .order_by("pk").values_list("facts", flat=True)
    )  # fmt: skip


def test_marek_keeps_a_search_changes_its_pace_and_deletes_it():
    marek = cast.marek()
    cast.office("RO")
    page = marek.get("/partners/?country=RO&subject=art&order=last").content.decode()
    assert f'href="{SEARCHES}?subject=art&amp;country=RO"' in page
    form = marek.get(f"{SEARCHES}?country=RO&subject=art").content.decode()
    assert "Romania · Art" in form
    sent = {"query": "country=RO&subject=art&order=last", "name": "Art there", "pace": "daily"}
    assert marek.post(SEARCHES, sent)["Location"] == SEARCHES
    page = marek.get(SEARCHES).content.decode()
    assert 'href="/partners/?subject=art&amp;country=RO"' in page
    assert "Tells you of new teachers: Once a day" in page
    search = SavedSearch.objects.get()
    marek.post(f"{SEARCHES}{search.ref}/pace", {"pace": "never"})
    assert "Tells you of new teachers: Never" in marek.get(SEARCHES).content.decode()
    assert cast.ana().post(f"{SEARCHES}{search.ref}/delete").status_code == 404
    marek.post(f"{SEARCHES}{search.ref}/delete")
    assert "No saved searches yet" in marek.get(SEARCHES).content.decode()


def test_what_cannot_be_kept_is_said_and_the_name_stays():
    """Nothing looked for, ten searches already, more hits than can be told of."""
    marek = cast.marek()
    wrong = marek.post(SEARCHES, {"query": "", "name": "My own words", "pace": "weekly"})
    assert wrong.status_code == 422
    assert "My own words" in wrong.content.decode()
    module = importlib.import_module("opentwinning.community.networking.queries.directory")
    for number in range(3):
        cast.educator(f"Guest{number} X", "RO")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "COUNT_CAP", 2)
        many = {"query": "country=RO", "name": "Many", "pace": "now"}
        assert "Too many teachers fit" in marek.post(SEARCHES, many).content.decode()
        assert marek.post(SEARCHES, {**many, "pace": "never"}).status_code == 302
    cast.office("SI")
    for number in range(9):
        save_search(by=marek.actor, query="country=SI", name=f"Number {number}", pace="never")
    full = marek.post(SEARCHES, {"query": "country=SI", "name": "Eleventh", "pace": "never"})
    assert full.status_code == 422
    assert "Delete one first" in full.content.decode()


def test_a_search_tells_of_new_people_once_and_at_its_pace():
    marek = cast.marek()
    cast.educator("Known X", "RO")
    save_search(by=marek.actor, query="country=RO", name="Romania", pace="daily")
    first = cast.educator("First X", "RO")
    look_again({})
    assert told(marek) == []  # the day is not over
    with stopped(now() + dt.timedelta(days=1)):
        look_again({})
        assert told(marek) == [{"search": "Romania", "count": 1}]
        edit_profile(by=first.actor, educator=first.educator, about="Changed", traits={})
    with stopped(now() + dt.timedelta(days=2)):
        look_again({})
        look_again({})
        assert len(told(marek)) == 1
    notice = Notice.objects.get(account_id=marek.account.pk, kind="networking.found")
    assert notice.url == "/partners/?country=RO"


def test_what_an_owner_may_see_is_asked_again():
    """Not of people across a block, not of people who hide, nothing to whom nobody vouches for."""
    marek = cast.marek()
    search = save_search(by=marek.actor, query="subject=art", name="Art", pace="now")
    art = {TraitKind.SUBJECT: ["art"]}
    blocked, hidden, seen = (cast.educator(f"{n} X", "RO", traits=art) for n in "ABC")
    block_educator(by=blocked.actor, educator=marek.educator)
    edit_profile(by=hidden.actor, educator=hidden.educator, traits=art, is_visible=False)
    assert new_people(search) == [seen.educator.pk]
    with free_writing():
        Capacity.objects.filter(account=marek.account, role="validated").delete()
    search = SavedSearch.objects.get()
    assert new_people(search) == []
