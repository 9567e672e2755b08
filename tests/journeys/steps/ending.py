"""Step 11: the project closes, everybody gets a paper, and the paper can be checked."""

import io
import re

import pypdfium2

from tests.journeys.player import Player, Stage
from tests.journeys.steps.founding import TITLE
from tests.journeys.steps.working import PAGE

CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2,}\b")


def ana_closes_the_project(ana: Player) -> None:
    ana.opens("/projects/mine")
    ana.taps(TITLE, within="main")
    ana.taps("Close the project")
    ana.sees("Close this project?")
    ana.taps("Close the project", within="main form")
    ana.sees("Closed")


def the_twinspace_is_read_only(ana: Player, home: str) -> None:
    """Everybody may still read; nobody may write (J-13)."""
    ana.opens(home)
    ana.sees("This project is closed.")
    ana.goes_to("Pages")
    ana.does_not_see("New page")
    ana.taps(PAGE, within="main")
    ana.sees("a thermometer")
    ana.does_not_see("Edit")


def she_downloads_her_certificate(educator: Player) -> str:
    """A paper with her name and the project. Returns its code."""
    educator.opens("/certificates/")
    sheet = educator.prints("Download", of=TITLE)
    words = "".join(
        page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(io.BytesIO(sheet))
    )
    assert educator.name in words
    assert TITLE in words
    found = CODE.search(words)
    assert found, words
    return found[0]


def anybody_checks_it(stage: Stage, code: str) -> None:
    visitor = stage.player("Visitor")
    visitor.opens("/")
    visitor.taps("Check a certificate", within="footer")
    visitor.types("Code", code)
    visitor.taps("Check the code")
    visitor.sees("This certificate is genuine", TITLE)
