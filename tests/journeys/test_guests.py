"""An author comes as a guest, reads along, and goes (X-49, H4)."""

import datetime as dt

import pytest

from tests.journeys.player import Stage

pytestmark = pytest.mark.journey


def test_a_guest_is_invited_reads_and_goes(at_work: Stage, addresses: dict[str, str]) -> None:
    ana = at_work.player("Ana Kovač").signs_in()
    ana.opens(f"{addresses['home']}/people")
    with ana.within("invite a guest", 3):
        ana.taps("Invite a guest")
        ana.types("Name", "Marek Zieliński")
        ana.types("E-mail address", "marek@example.org")
        ana.types("What for?", "The author of the book we read.")
        ana.types("Last day", (dt.datetime.now(dt.UTC).date() + dt.timedelta(days=30)).isoformat())
        ana.taps("Send the invitation")
    ana.sees("The invitation is on its way.", "The author of the book we read.")

    marek = at_work.player("Marek Zieliński").signs_in()
    marek.opens(marek.link_of_mail().removeprefix(at_work.live.address))
    marek.sees("You are a guest here", "Please do not pass on what you read here.")
    marek.page.locator("main .ot-row a").first.click()
    marek.looks()
    marek.taps("Back", within="main")
    here = marek.page.url.removeprefix(at_work.live.address)
    marek.opens("/today/")
    marek.sees("You are a guest here")

    ana.opens(f"{addresses['home']}/people")
    ana.taps("End the visit now", of="Marek Zieliński")
    ana.sees("The visit has ended.")
    answer = marek.page.request.get(at_work.live.url(here))
    assert answer.status == 404
