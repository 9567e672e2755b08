"""Where I am signed in: the list, signing one out, and news of a browser nobody knew."""

import pytest
from django.test import Client

from opentwinning.core.actor import VISITOR
from opentwinning.core.permits import free_writing
from opentwinning.core.verdicts import Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Mail, Notice
from opentwinning.people.identity.actions import end_device
from opentwinning.people.identity.models import Device
from opentwinning.people.identity.policies import may_end_device
from opentwinning.people.identity.queries import name_of_browser
from opentwinning.people.identity.wiring.devices import forget_devices
from tests import cast

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"
CHROME = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"


def browser(agent=FIREFOX):
    """Somebody with Ana's password, in a browser of her own."""
    client = Client(headers={"user-agent": agent})
    sign_in(client)
    return client


def sign_in(client):
    answer = client.post("/sign-in", {"email": "ana@example.org", "password": cast.PASSWORD})
    assert answer.status_code == 302


def text(client, url="/account/devices"):
    return client.get(url).content.decode().partition("<main")[2]


def news(account):
    return list(Notice.objects.filter(account_id=account.pk, kind="identity.new_device"))


def the_device(name):
    return Device.objects.get(name=name)


def is_in(client):
    return client.get("/account").status_code == 200


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (FIREFOX, "Firefox, Windows"),
        (SAFARI, "Safari, iPhone"),
        (CHROME, "Chrome, Android"),
        (EDGE, "Edge, Windows"),
        ("", ""),
        ("<script>alert(1)</script>", ""),
    ],
)
def test_a_browser_is_called_by_known_words_only(agent, name):
    """Nothing of the header itself reaches a page or a mail (C1)."""
    assert name_of_browser(agent) == name


def test_the_list_names_every_session_this_one_first():
    cast.ana()
    laptop = browser()
    browser(SAFARI)
    page = text(laptop)
    assert page.index("Firefox, Windows") < page.index("This browser") < page.index("Safari")
    assert laptop.get("/account").content.decode().count("See all browsers") == 1


def test_the_first_browser_is_no_news_the_second_is():
    """A mail and a notice, with one click to answer."""
    ana = cast.ana()
    browser()
    assert news(ana.account) == []
    browser(SAFARI)
    phone = the_device("Safari, iPhone")
    (notice,) = news(ana.account)
    assert notice.url == f"/account/devices/{phone.ref}"
    mail = Mail.objects.get(template="identity/mail/new_device.txt")
    assert mail.facts["device"] == "Safari, iPhone"


def test_a_known_browser_is_no_news_and_stands_once():
    ana = cast.ana()
    laptop = browser()
    laptop.post("/sign-out")
    sign_in(laptop)
    assert news(ana.account) == []
    assert Device.objects.count() == 1


def test_two_people_of_one_browser_cannot_be_linked_by_their_rows():
    cast.ana()
    cast.ion()
    client = browser()
    client.post("/sign-out")
    client.post("/sign-in", {"email": "ion@example.org", "password": cast.PASSWORD})
    first, second = Device.objects.order_by("pk")
    assert first.account_id != second.account_id
    assert first.secret_hash != second.secret_hash


def test_signing_one_out_ends_it_and_no_other():
    cast.ana()
    laptop, phone, tablet = browser(), browser(SAFARI), browser(CHROME)
    answer = laptop.post(f"/account/devices/{the_device('Safari, iPhone').ref}/end")
    assert answer["Location"] == "/account/devices"
    assert (is_in(laptop), is_in(phone), is_in(tablet)) == (True, False, True)
    assert "iPhone" not in text(laptop)
    entry = LedgerEntry.objects.get(verb="people.identity.actions.devices.end_device")
    assert entry.details["device"]


def test_this_was_not_me_ends_all_others_and_mails_a_new_password():
    ana = cast.ana()
    laptop, phone, tablet = browser(), browser(SAFARI), browser(CHROME)
    ref = the_device("Safari, iPhone").ref
    assert "Was this you?" in text(laptop, f"/account/devices/{ref}")
    answer = laptop.post(f"/account/devices/{ref}/not-me", follow=True)
    assert "Choose a new password with it now." in answer.content.decode()
    assert (is_in(laptop), is_in(phone), is_in(tablet)) == (True, False, False)
    assert Mail.objects.filter(template="accounts/mail/reset_password.txt").count() == 1
    assert not Device.objects.filter(account=ana.account, ref=ref).exists()


def test_signing_out_everywhere_else_empties_the_list_but_for_this_one():
    """A16."""
    cast.ana()
    laptop, phone = browser(), browser(SAFARI)
    laptop.post("/account/sign-out-everywhere")
    assert not is_in(phone)
    page = text(laptop)
    assert "Firefox" in page
    assert "iPhone" not in page


def test_the_last_use_is_a_day(clock):
    cast.ana()
    laptop, phone = browser(), browser(SAFARI)
    ends_at = phone.session.get_expiry_date()
    clock.passes(days=3)
    phone.get("/account")
    (seen,) = [p for p in laptop.get("/account/devices").context["places"] if not p.is_here]
    assert (seen.seen_on - seen.device.begun_at.date()).days == 3
    assert phone.session.get_expiry_date() == ends_at  # using it never makes it longer


def test_nobody_else_sees_or_ends_a_browser():
    ana = cast.ana()
    browser()
    device = the_device("Firefox, Windows")
    for other in (cast.ion(), cast.petra(), cast.otto()):
        assert not may_end_device(other.actor, device).allowed
        assert other.get(f"/account/devices/{device.ref}").status_code == 404
        assert other.post(f"/account/devices/{device.ref}/not-me").status_code == 404
    with pytest.raises(Refused):
        end_device(by=VISITOR, device=device)
    assert may_end_device(ana.actor, device).allowed


def test_a_browser_long_unused_counts_as_new_again(clock):
    cast.ana()
    browser()
    clock.passes(days=399)
    forget_devices({})
    assert Device.objects.count() == 1
    clock.passes(days=2)
    forget_devices({})
    assert Device.objects.count() == 0


def test_a_session_whose_account_was_listed_elsewhere_is_not_shown():
    """A row that points at a session of somebody else shows nothing."""
    ana, ion = cast.ana(), cast.ion()
    session = ion.client.session
    with free_writing():
        Device.objects.create(
            account=ana.account, secret_hash="x", name="Odd", session_key=session.session_key
        )
    assert "Odd" not in text(ana.client)
