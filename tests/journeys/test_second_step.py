"""What opens an account beside the password, in a real browser: an app, paper, a passkey."""

import re

import pyotp
import pytest
from playwright.sync_api import Page

from tests.cast import PASSWORD
from tests.journeys.player import Player, Stage

pytestmark = pytest.mark.journey


def with_a_device(player: Player) -> None:
    """A telephone that knows its owner's finger and keeps passkeys."""
    devtools = player.page.context.new_cdp_session(player.page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def ready(page: Page) -> None:
    """The script of the page listens: a button pressed before sends a form no device has filled."""
    page.locator("html.ot-ready").wait_for()


def test_marek_makes_a_passkey_and_never_types_a_password_again(at_work: Stage) -> None:
    """A13 with a virtual authenticator; the printed codes come with the first proof. The device is
    there until somebody looks at a page (the checker's session ends it), so he looks before."""
    marek = at_work.player("Marek Zieliński").signs_in()
    marek.opens("/account")
    marek.taps("Set up a second step")
    marek.taps("Add a passkey")
    page = marek.page
    with_a_device(marek)
    marek.types("Name of the passkey", "My telephone")
    page.get_by_role("button", name="Make the passkey").click()
    marek.sees("Print these codes now")

    page.context.clear_cookies()
    page.goto(at_work.live.url("/sign-in"))
    ready(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/today/")

    page.context.clear_cookies()
    page.goto(at_work.live.url("/sign-in"))
    marek.types("E-mail address", marek.email)
    marek.types("Password", PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("button", name="Use your passkey").wait_for()
    ready(page)
    page.get_by_role("button", name="Use your passkey").click()
    page.wait_for_url("**/today/")
    marek.opens("/account/security")
    marek.sees("My telephone")


def test_freja_sets_up_an_app_and_loses_her_telephone(at_work: Stage) -> None:
    """A13 on a phone's width: the key as text, the first code, and a printed code later."""
    freja = at_work.player("Freja Lund", width=360).signs_in()
    freja.opens("/account/security/app")
    freja.taps("The app cannot read it?", stays=True)
    key = freja.page.locator("#key").inner_text().replace(" ", "")
    freja.types("Code of six digits", pyotp.TOTP(key).now())
    freja.taps("Finish")
    codes = re.findall(r"[A-Z0-9]{4}(?:-[A-Z0-9]{4}){2}", freja.page.locator("main").inner_text())
    assert len(codes) == 10

    freja.page.context.clear_cookies()
    freja.signs_in()
    freja.sees("Second step")
    freja.types("Code", codes[0])
    freja.taps("Sign in", within="main")
    freja.opens("/account/security")
    freja.sees("You have 9 codes left.")
