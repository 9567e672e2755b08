"""Steps 9 and 10: pages, files, talk, diary, notes, the pupils' wall; then a part is shown."""

from playwright.sync_api import FilePayload

from tests import inputs
from tests.journeys.player import Player, Stage
from tests.journeys.steps.founding import AIMS, PROCESS, SUMMARY, TITLE

PAGE = "How we measure"
TEXT = """\
## What you need

- a bottle
- a thermometer

| Month | Degrees |
|---|---|
| October | 9 |

Read about [our river](https://example.org/river).
"""
SECRET_NOTE = "Tell nobody: the exhibition is a surprise."


def ana_brings_her_class(ana: Player, home: str) -> None:
    ana.opens(home)
    ana.goes_to("People & classes")
    ana.taps("Bring the chosen pupils")
    ana.sees("24 pupils")


def ana_adds_a_photo(ana: Player, home: str) -> str:
    """A file with a description and a word about who is shown. Returns the line for a page."""
    ana.opens(home)
    ana.goes_to("Files")
    ana.taps("Add files", within="main")
    ana.page.get_by_label("Files", exact=True).set_input_files(photo())
    ana.types("What is in the picture?", "A river under a stone bridge")
    ana.ticks("Nobody can be recognised")
    ana.ticks("I made this or may share it, and everybody shown knows about it.")
    ana.taps("Add files", within="main form")
    ana.taps("river.jpg", within="main")
    return ana.page.get_by_text("![").first.inner_text()


def photo() -> FilePayload:
    content = (inputs.DATA / "images/orientation_1.jpg").read_bytes()
    return {"name": "river.jpg", "mimeType": "image/jpeg", "buffer": content}


def ana_writes_a_page(ana: Player, home: str, picture: str) -> None:
    """Heading, list, table, link and picture; saved, changed, and both versions stay (R-50)."""
    ana.opens(home)
    ana.goes_to("Pages")
    ana.taps("Write the first page", within="main")
    ana.types("Title", PAGE)
    ana.types("Text", f"{TEXT}\n{picture}\n")
    ana.sees_saved()
    ana.comes_back()
    assert "a thermometer" in ana.field("Text").input_value()
    ana.taps("Save", within="main", exact=True)
    for tag in ("h2", "li", "table", "a[href='https://example.org/river']", "img"):
        assert ana.page.locator(f".ot-prose {tag}").count(), f"the page shows its {tag}"
    ana.taps("Edit", within="main", exact=True)
    ana.writes_below("Measure on the first Monday of each month.")
    ana.taps("Save", within="main", exact=True)
    ana.taps("More", within="main", stays=True)
    ana.taps("History")
    ana.sees("Version 1", "Version 2")
    ana.taps("What changed", of="Version 2")
    ana.sees("first Monday")


def ion_writes_in_the_diary(ion: Player, home: str) -> None:
    ion.opens(home)
    ion.goes_to("Diary")
    ion.taps("Write the first post", within="main")
    ion.types("Title", "Our first letters")
    ion.types("Text", "Thirty letters left Brașov today.")
    ion.taps("Post it")
    ion.sees("Thirty letters left Brașov today.")


def they_talk(ana: Player, ion: Player, home: str) -> None:
    ana.opens(home)
    ana.goes_to("Talk")
    ana.taps("Begin the first talk", within="main")
    ana.types("What is it about?", "When shall we meet?")
    ana.types("Your text", "Tuesday at ten, our time?")
    ana.taps("Begin the talk", within="main")
    ion.opens(home)
    ion.goes_to("Talk")
    ion.taps("When shall we meet?", within="main")
    ion.types("Your reply", "Eleven here. Good!")
    ion.taps("Send the reply")
    ion.sees("Eleven here. Good!")


def ion_leaves_a_note_for_teachers(ion: Player, home: str) -> None:
    ion.opens(home)
    ion.goes_to("Staff room")
    ion.taps("Write the first note", within="main")
    ion.types("Text", SECRET_NOTE)
    ion.taps("Post it")
    ion.sees(SECRET_NOTE)


def a_pupil_writes_on_the_wall(pupil: Player) -> None:
    """Her class mates and the friends abroad read it at once; no visitor ever does (R-57)."""
    pupil.does_not_see(SECRET_NOTE, "Staff room")
    pupil.goes_to("Pupil corner")
    pupil.taps("Write the first post", within="main")
    pupil.types("Text", "Hello from Maribor! Our river is green.")
    pupil.taps("Post it")
    pupil.sees("Our river is green.")


def a_pupil_writes_in_the_diary(pupil: Player, ana: Player) -> None:
    """Her own teacher looks at it first, then everybody in the project reads it (R-53)."""
    pupil.goes_to("Diary")
    pupil.taps("Write a post", within="main")
    pupil.types("Title", "The green river")
    pupil.types("Text", "We saw two herons.")
    pupil.sees("Your teacher looks at it first.")
    pupil.taps("Send to my teacher")
    ana.opens("/today/")
    ana.taps("1 post of a pupil waits for you.", within="main")
    ana.sees("We saw two herons.")
    ana.taps("Approve")


def ana_shows_a_page(ana: Player, home: str) -> None:
    """Public is a separate, deliberate act, after a look through a visitor's eyes (R-70)."""
    ana.opens(home)
    ana.goes_to("Publish")
    ana.taps("Look as a visitor", of=PAGE)
    ana.sees("What visitors will see", "All pictures have a description.")
    ana.taps("Show to everybody")
    ana.opens("/projects/mine")
    ana.taps(TITLE, within="main")
    ana.taps("Publish for visitors")
    ana.taps("See the preview")
    ana.sees(SUMMARY, AIMS)
    ana.does_not_see(PROCESS)
    ana.page.go_back()
    ana.taps("Publish", within="main form", exact=True)
    ana.sees("Everybody can see the project now.")


def a_visitor_sees_only_what_was_shown(stage: Stage) -> None:
    visitor = stage.player("Visitor")
    visitor.opens("/")
    with visitor.within("Understand a project and who is behind it", 2):
        visitor.taps("Discover projects", within="main")
        visitor.taps(TITLE)
        visitor.sees(SUMMARY, AIMS, "Osnovna šola Pod Lipo", "Școala Gimnazială Nr. 5")
    visitor.does_not_see(PROCESS, SECRET_NOTE, "Thirty letters", "Our river is green")
    visitor.taps(PAGE)
    visitor.sees("a thermometer")
    visitor.does_not_see("Bela Čaplja", "Beli Zajec")
