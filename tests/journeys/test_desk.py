"""What offices decide and bring in: a role, a stamped form, a report, holidays, a register."""

import pytest
from playwright.sync_api import FilePayload, expect

from tests.journeys.player import Player, Stage
from tests.journeys.steps.working import photo

pytestmark = pytest.mark.journey

HOLIDAYS = """\
first_day,last_day,name
2027-02-15,2027-02-19,Zimske počitnice
2027-04-27,2027-05-02,Prvomajske počitnice
"""
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Test//EN
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20260901T000000Z
DTSTART;VALUE=DATE:20270215
DTEND;VALUE=DATE:20270220
SUMMARY:Zimske počitnice
END:VEVENT
BEGIN:VEVENT
UID:2@example.org
DTSTAMP:20260901T000000Z
DTSTART;VALUE=DATE:20270208
SUMMARY:Prešernov dan
END:VEVENT
END:VCALENDAR
"""
REGISTER = """\
ZAVSIF;NAZIV;POŠTNA ŠTEVILKA;POŠTA;RAVNATELJ
4001;Osnovna šola Pod Lipo;2000;Maribor;Lipa Lipovec
4002;Osnovna šola Ob Dravi;2000;Maribor;Drago Dravec
4003;Gimnazija Žarišče;4220;Škofja Loka;Žana Žar
4104;Podružnica Čebelja vas;5273;Col;Čeb Čebelar
4105;Osnovna šola Đurđevica;8000;Novo mesto;Đuro Đ.
"""


def a_file(name: str, text: str, encoding: str = "utf-8") -> FilePayload:
    return {"name": name, "mimeType": "text/csv", "buffer": text.encode(encoding)}


def gives(player: Player, label: str, file: FilePayload) -> None:
    player.page.locator("main").get_by_label(label).set_input_files(file)


def test_a_wrong_role_is_looked_at_again(at_work: Stage) -> None:
    """A librarian is turned away by the list, asks for a review, and the office accepts her role
    for this one person (A-05…A-12, pain 26)."""
    ola = at_work.player("Ola Wilk", width=360).signs_in()
    ola.opens("/educators/validation")
    ola.sees("does not join in your country at present", "Choose another role")
    with ola.within("ask for a review of a role", 1):
        ola.types("Your answer", "I teach reading in five classes.")
        ola.taps("Ask for a review")
    ola.sees("You have nothing to do now")

    officer = at_work.player("OfficerPL of PL").signs_in()
    with officer.within("decide about a role", 2):
        officer.taps("Ola Wilk")
        officer.sees("Asks for a review of the role", "I teach reading in five classes.")
        officer.taps("Validate")
    ola.opens("/educators/validation")
    ola.sees("You are validated")


def test_a_stamped_form_comes_back_in_time(at_work: Stage) -> None:
    """Liv sees the day, prints her form, sends a photo of it; her office opens it (X-05)."""
    liv = at_work.player("Liv Dam", width=360).signs_in()
    liv.opens("/educators/validation")
    liv.sees("One thing is left for you to do", "Have a form stamped, and send it until")
    with liv.within("print and send the stamped form", 3):
        liv.taps("Open the stamped form")
        assert liv.downloads("Download the form").read_bytes().startswith(b"%PDF")
        liv.page.locator("main input[type=file]").set_input_files(photo())
        liv.taps("Send the form")
    liv.sees("Your form is at your support organisation")

    mette = at_work.player("Mette Holm").signs_in()
    mette.taps("Liv Dam")
    mette.sees("The form is here.")
    form = mette.control("Open the form").get_attribute("href") or ""
    answer = mette.page.request.get(at_work.live.url(form))
    assert (answer.status, answer.headers["content-type"]) == (200, "image/jpeg")
    mette.taps("Validate")
    liv.opens("/educators/validation")
    liv.sees("You are validated")


def test_a_report_is_decided_objected_to_and_decided_by_another(
    at_work: Stage, addresses: dict[str, str]
) -> None:
    """Freja reports in two presses, Petra decides with reasons, Ana reads them and objects, the
    centre answers because Petra decided (X-130…X-133, H6, H7, H17)."""
    freja = at_work.player("Freja Lund", width=360).signs_in()
    freja.opens(addresses["call"])
    with freja.within("report something", 3):
        freja.taps("Report", within="main", exact=True)
        freja.taps("Advertising or selling")
    freja.sees("Thank you. It was right to tell.", "Somebody is looking at it")

    petra = at_work.player("Petra Zupan").signs_in()
    with petra.within("open a report, decide, inform", 4):
        petra.taps("Rivers", of="Reports")
        petra.sees("Buy my book about rivers")
        petra.ticks("Hide it", exact=False)
        petra.types("Reason", "Books are not sold here.")
        petra.chooses("Rule of the code of conduct", "Advertising or selling")
        petra.taps("Decide", within="main", exact=True)

    ana = at_work.player("Ana Kovač", width=360).signs_in()
    reads_the_reasons_and_objects(ana)

    petra.opens("/desk/")
    petra.does_not_see("Rivers")
    claire = at_work.player("Claire Dubois").signs_in()
    claire.opens("/desk/")
    claire.taps("Rivers")
    claire.sees("I give it away to partner schools.", "Books are not sold here.")
    claire.types("Your answer to the author", "A gift is no sale.")
    claire.taps("The author is right")

    ana.opens("/notices/")
    ana.taps("Your objection about")
    ana.sees("You are right. The decision does not hold any more.", "A gift is no sale.")
    freja.opens(addresses["call"])
    freja.sees("Buy my book about rivers")


def reads_the_reasons_and_objects(ana: Player) -> None:
    ana.opens("/notices/")
    with ana.within("read a decision and object", 2):
        ana.taps("Somebody decided about")
        ana.sees("Books are not sold here.", "answers: a person who did not decide this.")
        ana.page.locator("main textarea").fill("I give it away to partner schools.")
        ana.taps("Send my objection")
    ana.sees("Your objection is sent.")


def test_an_officer_brings_in_holidays_and_does_it_again(at_work: Stage) -> None:
    """A table, then a calendar with one day more: looked at first, repeated without harm."""
    petra = at_work.player("Petra Zupan", width=360).signs_in()
    petra.opens("/support/SI/holidays")
    with petra.within("bring in holidays from a file", 3):
        petra.taps("Bring in a file")
        gives(petra, "File: CSV or ICS", a_file("holidays.csv", HOLIDAYS))
        petra.taps("Look at the file")
        petra.sees("2 holidays are new.", "Prvomajske počitnice")
        petra.taps("Save these holidays")
    petra.sees("Zimske počitnice", "Prvomajske počitnice")
    petra.taps("Bring in a file")
    gives(petra, "File: CSV or ICS", a_file("holidays.ics", CALENDAR.replace("\n", "\r\n")))
    petra.taps("Look at the file")
    petra.sees("1 holiday is new.", "1 holiday is here already.")
    petra.taps("Save these holidays")
    petra.sees("Prešernov dan")
    petra.opens("/support/SI/holidays/import")
    gives(petra, "File: CSV or ICS", a_file("holidays.csv", HOLIDAYS))
    petra.taps("Look at the file")
    petra.sees("2 holidays are here already.")
    petra.does_not_see("Save these holidays")


def test_an_officer_brings_in_the_register_of_a_ministry(at_work: Stage) -> None:
    """Semicolons, windows-1250, a column about people: guessed, shown, looked through, imported."""
    petra = at_work.player("Petra Zupan").signs_in()
    petra.opens("/desk/schools/SI/")
    with petra.within("bring in a register", 5):
        gives(petra, "Register: CSV", a_file("zavodi.csv", REGISTER, "windows-1250"))
        petra.taps("Look at the file")
        petra.sees("Podružnica Čebelja vas", "Osnovna šola Đurđevica", "About people")
        petra.does_not_see("Lipa Lipovec")
        petra.taps("Look through the whole file")
        shows_the_report(petra)
        petra.sees("Nothing has changed yet. This is what the import would do:")
        petra.taps("Import the register")
        shows_the_report(petra)
    petra.sees("Imported")
    petra.opens("/desk/schools/SI/?q=cebelja")
    petra.sees("Podružnica Čebelja vas", "Col")


def shows_the_report(petra: Player) -> None:
    """The page tells by itself that the work in the background is over."""
    shown = petra.page.get_by_role("link", name="Show the report")
    expect(shown).to_be_visible(timeout=20_000)
    petra.taps("Show the report")
