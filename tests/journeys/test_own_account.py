"""Flows around one's own account: addresses, schools, and two accounts that become one."""

import pytest

from tests.cast import PASSWORD
from tests.journeys.player import Player, Stage

pytestmark = pytest.mark.journey

NEW = "freja@school.example"


def mail_with(words: str, player: Player, address: str) -> str:
    """The text of the mail that an address gets with these words."""
    for count in range(1, 9):
        for mail in player.stage.live.mail.wait_for(address, count):
            body = mail.get_body(("plain",))
            text = body.get_content() if body else ""
            if words in text:
                return text
    raise AssertionError(f"No mail to {address} says “{words}”.")


def link_in(text: str) -> str:
    return next(word for word in text.split() if word.startswith("https://"))


@pytest.mark.parametrize("width", [360])
def test_freja_adds_an_address_and_makes_it_the_main_one(at_work: Stage, width: int) -> None:
    """The new one counts once its link was opened; the old one is told, and both open (R-25)."""
    freja = at_work.player("Freja Lund", width=width).signs_in()
    with freja.within("look up which address is used", 3):
        freja.opens("/account")
        freja.taps("My addresses")
    freja.sees("freja@example.org", "Main address: our mails go here.")
    freja.types("E-mail address", NEW)
    freja.taps("Send me the link")
    freja.sees(f"We sent a mail to {NEW}.", "Not confirmed yet: open the link in our mail.")
    freja.opens(link_in(mail_with("wants to use this address", freja, NEW)))
    freja.sees("Is this your address?", NEW)
    freja.taps("Yes, confirm it")
    freja.sees("The address is confirmed. It is yours.")
    freja.taps("Make it the main address", of=NEW)
    freja.sees("This is your main address now. We told the old one.")
    assert mail_with(NEW, freja, "freja@example.org")

    again = at_work.player("Freja Lund")
    again.opens("/sign-in")
    again.types("E-mail address", NEW)
    again.types("Password", PASSWORD)
    again.taps("Sign in", within="main")
    again.sees("Freja")


def test_ana_works_at_two_schools_and_then_leaves_the_first(at_work: Stage) -> None:
    """A role at each and a main one (R-24, X-09); the last checked school left, the office checks
    again, and everything goes on meanwhile (X-07)."""
    ana = at_work.player("Ana Kovač", width=360).signs_in()
    ana.opens("/organisations/choose")
    with ana.within("add a second school", 1):
        ana.types("Name, town or code of your school", "zarisce")
        ana.sees("Gimnazija Žarišče")
        ana.taps("This is my school", of="Gimnazija Žarišče")
    ana.opens("/organisations/choose")
    ana.taps("My role here", of="Gimnazija Žarišče")
    ana.chooses("My role at this school", "School librarian")
    ana.ticks("This is my main school", exact=False)
    ana.taps("Save my role")
    ana.sees("Main school", "School librarian")
    ana.taps("My role here", of="Osnovna šola Pod Lipo")
    ana.taps("I do not work here any more")
    ana.opens("/educators/validation")
    ana.sees("You have nothing to do now", "Your projects and classes go on meanwhile")

    petra = at_work.player("Petra Zupan").signs_in()
    petra.taps("Ana Kovač")
    petra.sees("Gimnazija Žarišče")
    petra.taps("Validate")
    ana.opens("/educators/validation")
    ana.sees("You are validated")


def test_marek_has_two_accounts_and_makes_one_of_them(at_work: Stage) -> None:
    """Both are proved, shown side by side, and one stays with everything of both (M-14)."""
    marek = at_work.player("Marek Zieliński", width=360).signs_in()
    marek.opens("/account")
    with marek.within("make one account of two", 5):
        marek.taps("I have another account")
        marek.taps("Sign in to the other account")
        marek.types("E-mail address", "ewa@example.org")
        marek.types("Password", PASSWORD)
        marek.taps("Sign in", within="main")
        marek.sees("Two accounts become one", "marek@example.org", "ewa@example.org")
        marek.page.get_by_role("radio", name="Marek").check()
        marek.taps("Join the accounts")
    marek.sees("You have one account now. Everything of both is in it.")
    marek.taps("My addresses")
    marek.sees("marek@example.org", "ewa@example.org")
    for address in ("marek@example.org", "ewa@example.org"):
        assert mail_with("Two accounts of yours were joined", marek, address)
