"""A stranger and a visitor try every address they can guess: nothing (A1, B1, B10)."""

import pytest

from tests.journeys.player import Player, Stage

pytestmark = pytest.mark.journey

OPEN_TO_ALL = {"public page"}
# A partner call is for every validated teacher, and the contact is Marek's own.
OPEN_TO_MAREK = OPEN_TO_ALL | {"call", "contact"}
SECRETS = ("A bottle is enough", "They left today", "Tell nobody yet", "On Tuesday?", "Nina")


def what_comes(player: Player, path: str) -> tuple[int, str]:
    """The status of an address, and the text of the page."""
    answer = player.page.goto(player.stage.live.url(path))
    assert answer is not None
    return answer.status, player.page.locator("body").inner_text()


def test_a_validated_stranger_finds_nothing(at_work: Stage, addresses: dict[str, str]) -> None:
    at_work.browser.allow("status of 40[34]")
    marek = at_work.player("Marek Zieliński").signs_in()

    for place, path in addresses.items():
        status, text = what_comes(marek, path)

        assert (status == 200) == (place in OPEN_TO_MAREK), f"{place}: {status}"
        assert not [secret for secret in SECRETS if secret in text], place


def test_a_visitor_is_asked_to_sign_in_or_finds_nothing(
    at_work: Stage, addresses: dict[str, str]
) -> None:
    at_work.browser.allow("status of 40[34]")
    visitor = at_work.player("Visitor")

    for place, path in addresses.items():
        status, text = what_comes(visitor, path)

        shut = status in {403, 404} or "Sign in" in visitor.page.title()
        assert shut != (place in OPEN_TO_ALL), f"{place}: {status} {visitor.page.title()}"
        assert not [secret for secret in SECRETS if secret in text], place


def test_somebody_who_waits_for_her_validation_meets_no_pupil(
    at_work: Stage, addresses: dict[str, str]
) -> None:
    at_work.browser.allow("status of 40[34]")
    ewa = at_work.player("Ewa Nowak").signs_in()

    for place, path in addresses.items():
        status, text = what_comes(ewa, path)

        assert (status == 200) == (place in OPEN_TO_ALL), f"{place}: {status}"
        assert not [secret for secret in SECRETS if secret in text], place
