"""Account and security: name, language, time zone, other devices (page 36)."""

import pytest

from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator
from tests import cast
from tests.inputs import hostile_names, payloads

pytestmark = pytest.mark.django_db


def test_ewa_corrects_her_name_and_her_profile_follows():
    ewa = cast.ewa()
    assert ewa.post("/account/name", {"name": "  Ewa   Nowak-Lis "})["Location"] == "/account"
    assert ewa.educator.name == "Ewa Nowak-Lis"
    assert "Ewa Nowak-Lis" in ewa.get("/account").content.decode()


def test_a_checked_name_stays():
    """Nobody slips into another person's name after her validation."""
    ana = cast.ana()
    answer = ana.post("/account/name", {"name": "Petra Zupan"})
    assert answer.status_code == 422
    assert "has checked this name" in answer.content.decode()
    assert Account.objects.get(pk=ana.account.pk).name == ana.educator.name == "Ana Kovač"


def test_an_empty_name_keeps_the_form():
    answer = cast.ewa().post("/account/name", {"name": "  "})
    assert answer.status_code == 422
    assert "<title>Error:" in answer.content.decode()


def test_hostile_names_are_cleaned_or_refused_and_shown_as_text():
    """C2, C10."""
    ewa = cast.ewa()
    tricks = [name for names in hostile_names().values() for name in names] + payloads("xss")[:30]
    for trick in tricks:
        answer = ewa.post("/account/name", {"name": trick})
        assert answer.status_code in {302, 422}, trick
    page = ewa.get("/account").content.decode()
    name = Educator.objects.get(account=ewa.account).name
    assert not any(ord(c) in {0x202E, 0x200B, 0x2066} for c in name)
    assert "<script>" not in page.partition("<main")[2]


def test_language_and_zone_change_the_next_page():
    ana = cast.ana()
    data = {"language": "da", "time_zone": "Asia/Tbilisi"}
    answer = ana.post("/account/language", data)
    assert answer["Location"] == "/da/account"
    account = Account.objects.get(pk=ana.account.pk)
    assert (account.language, account.time_zone) == ("da", "Asia/Tbilisi")


def test_an_unknown_zone_or_language_is_refused():
    ana = cast.ana()
    for data in ({"language": "xx", "time_zone": "Europe/Paris"},
                 {"language": "en", "time_zone": "Mars/Base"}):  # fmt: skip
        assert ana.post("/account/language", data).status_code == 422


def test_times_are_the_readers_times(clock):
    """The clock stands at 09:00 UTC: 11:00 in Slovenia, 13:00 in Tbilisi."""
    ana = cast.ana()
    client = ana.client
    client.post("/sign-out")
    client.post("/sign-in", {"email": "ana@example.org", "password": cast.PASSWORD})
    assert "11:00" in client.get("/account").content.decode()
    client.post("/account/language", {"language": "en", "time_zone": "Asia/Tbilisi"})
    assert "13:00" in client.get("/account").content.decode()


def test_a_broken_zone_in_the_table_breaks_no_page():
    from opentwinning.core.permits import free_writing

    ana = cast.ana()
    with free_writing():
        Account.objects.filter(pk=ana.account.pk).update(time_zone="Not/AZone")
    assert ana.get("/account").status_code == 200


def test_signing_out_everywhere_spares_this_browser():
    """A16."""
    here, there = cast.ana(), cast.ana()
    assert there.get("/account").status_code == 200
    assert here.post("/account/sign-out-everywhere")["Location"] == "/account"
    assert here.get("/account").status_code == 200
    assert there.get("/account").status_code == 302


def test_fields_that_are_not_asked_for_change_nothing():
    """B6."""
    ewa = cast.ewa()
    before = Account.objects.values().get(pk=ewa.account.pk)
    hostile = {
        "state": "erased",
        "email": "x@example.org",
        "session_epoch": "9",
        "role": "operator",
    }
    ewa.post("/account/name", {"name": "Ewa Nowak", **hostile})
    ewa.post("/account/language", {"language": "en", "time_zone": before["time_zone"], **hostile})
    assert Account.objects.values().get(pk=ewa.account.pk) == before
