"""Script is a comfort: without it people register, write a page and reply (UX rule 3)."""

import pytest

from tests.cast import PASSWORD
from tests.journeys.player import Stage

pytestmark = pytest.mark.journey


def test_somebody_registers_and_finds_her_school(at_work: Stage) -> None:
    maja = at_work.player("Maja Novak", script=False)
    maja.opens("/register")
    maja.types("Your name", maja.name)
    maja.types("E-mail address", maja.email)
    maja.chooses("Country of your school", "Slovenia")
    maja.taps("Send me the link")
    maja.opens(maja.link_of_mail())
    maja.types("Choose a password", PASSWORD)
    maja.taps("Create my account")
    maja.types("Name, town or code of your school", "zarisce")
    maja.taps("Search", within="main")
    maja.taps("This is my school", of="Gimnazija Žarišče")
    maja.sees("You have nothing to do now")


def test_ana_writes_a_page_and_ion_replies(at_work: Stage, addresses: dict[str, str]) -> None:
    ana = at_work.player("Ana Kovač", script=False).signs_in()
    ana.opens(addresses["pages"])
    ana.taps("New page", within="main")
    ana.types("Title", "Our bridge")
    ana.types("Text", "## Stone\n\n- old\n- grey\n")
    ana.taps("Preview", within="main")
    ana.sees("Stone", "grey")
    ana.taps("Save", within="main", exact=True)
    assert ana.page.locator(".ot-prose h2").inner_text() == "Stone"

    ion = at_work.player("Ion Popescu", script=False).signs_in()
    ion.opens(addresses["talk"])
    ion.types("Your reply", "Tuesday is fine.")
    ion.taps("Send the reply")
    ion.sees("Tuesday is fine.")
