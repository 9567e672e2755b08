"""Signing in with an account elsewhere, in a real browser, at a certified provider (A9 to A11)."""

import json

import pytest

from tests.journeys.player import Player, Stage
from tests.plugins.provider import IdentityProvider, Start

pytestmark = pytest.mark.journey

ADD = """
import json
from opentwinning.core.actor import SYSTEM
from opentwinning.people.external.actions import save_provider
save_provider(by=SYSTEM, **json.loads({row!r}))
"""


@pytest.fixture(params=[1280])
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def school_net(stage: Stage, identity_provider: Start) -> IdentityProvider:
    """The provider, and its row as an operator wrote it."""
    provider = identity_provider(f"{stage.live.address}/sign-in/with/school-net/answer")
    row = {
        "slug": "school-net", "issuer": provider.issuer, "client_id": provider.client_id,
        "secret": provider.secret, "labels": {"en": "School Net"}, "is_internal": True,
        "creates_accounts": True, "trusts_email": True,
    }  # fmt: skip
    stage.live.manage("shell", "-c", ADD.format(row=json.dumps(row)))
    return provider


def somebody(stage: Stage, provider: IdentityProvider, name: str, **browser: object) -> Player:
    return stage.player(name, also=(provider.issuer,), **browser)


def signs_in_there(player: Player, name: str) -> None:
    """At the provider. The page after it may send itself, so nobody looks at it."""
    player.types("Your name", name)
    player.page.get_by_role("button", name="Sign in here").click()


def test_freja_connects_and_comes_in_with_one_press(
    stage: Stage, school_net: IdentityProvider
) -> None:
    """Connect while signed in, leave, come back by the provider, disconnect."""
    freja = somebody(stage, school_net, "Freja Lund").signs_in()
    freja.opens("/account")
    freja.taps("Connect or disconnect")
    freja.taps("School Net", within="main")
    signs_in_there(freja, "freja")
    freja.page.wait_for_url("**/sign-in/arrived")
    freja.looks()
    freja.sees("Connect School Net?", "freja@school-net.example")
    freja.taps("Yes, this is me: connect")
    freja.sees("It is connected.", "freja@school-net.example")
    # The first mail told her that she is validated.
    assert "You can now sign in with School Net." in freja.mail(2)

    again = somebody(stage, school_net, "Freja Lund")
    again.opens("/sign-in?next=/account/ways")
    again.taps("School Net", within="main")
    signs_in_there(again, "freja")
    again.page.wait_for_url("**/account/ways")
    again.looks()
    again.sees("Last used:")
    again.taps("Disconnect", within="main", exact=True)
    again.sees("It is disconnected.")


def test_a_newcomer_begins_without_a_password(stage: Stage, school_net: IdentityProvider) -> None:
    """Her address is verified there and the operator believes it: no mail, straight on. Without
    script it is one press more."""
    nina = somebody(stage, school_net, "Nina Nova", script=False)
    nina.opens("/register")
    nina.taps("School Net", within="main")
    signs_in_there(nina, "nina")
    nina.page.wait_for_url("**/sign-in/arrived")
    nina.looks()
    nina.sees("Are you new here?")
    nina.chooses("Country of your school", "Slovenia")
    nina.taps("Create my account")
    nina.sees("Welcome! From now on you enter this way.")

    later = somebody(stage, school_net, "Nina Nova", script=False)
    later.opens("/sign-in")
    later.taps("School Net", within="main")
    signs_in_there(later, "nina")
    later.page.wait_for_url("**/sign-in/arrived")
    later.looks()
    later.sees("Welcome back")
    later.taps("Enter", within="main", exact=True)
    later.opens("/account/ways")
    later.sees("You have none.", "nina@example.org")


def test_a_thief_with_frejas_address_stays_outside(
    stage: Stage, school_net: IdentityProvider
) -> None:
    """The provider calls the address verified; the account stays Freja's. She reads a mail."""
    thief = somebody(stage, school_net, "Freja Lund")
    thief.opens("/sign-in")
    thief.taps("School Net", within="main")
    signs_in_there(thief, "thief")
    thief.page.wait_for_url("**/sign-in/arrived")
    thief.looks()
    thief.chooses("Country of your school", "Denmark")
    thief.taps("Create my account")
    thief.sees("Look into your mail")
    thief.opens("/account/ways")
    thief.sees("Sign in")

    freja = somebody(stage, school_net, "Freja Lund")
    assert "wants to enter your account that way" in freja.mail(2)
    freja.opens(freja.link_of_mail(2))
    freja.sees("It was not you? Then close this page. Nothing happens.")


def test_who_stops_there_reads_what_to_do(stage: Stage, school_net: IdentityProvider) -> None:
    """Refused at the provider; an answer of another browser is refused here."""
    stage.browser.allow("status of 400")
    marek = somebody(stage, school_net, "Marek Nowak")
    marek.opens("/sign-in")
    marek.taps("School Net", within="main")
    marek.taps("Stop")
    marek.sees("You came back without being signed in there.")
    marek.taps("Other ways to sign in")
    marek.sees("With an account you have elsewhere")
    marek.opens("/sign-in/with/school-net/answer?state=of-a-stranger&code=of-a-stranger")
    marek.sees("This answer is too old, or belongs to another browser.")
