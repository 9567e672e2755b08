"""The main pages at 320 px and in the dark: nothing flows over, contrast holds (WCAG 1.4)."""

import pytest

from tests.journeys.player import Stage

pytestmark = pytest.mark.journey

PUBLIC = ("/", "/how-it-works", "/safety", "/register", "/sign-in", "/pupils", "/projects/",
          "/support/", "/recognition/", "/certificates/check", "/organisations/",
          "/organisations/?country=SI", "/care/figures")  # fmt: skip
OWN = ("/today/", "/projects/mine", "/partners/", "/partners/calls/", "/partners/contacts/",
       "/partners/messages/", "/classes", "/notices/", "/educators/profile", "/account",
       "/recognition/mine", "/today/my-data", "/account/join", "/partners/followers", "/wall/",
       "/wall/new", "/educators/photo", "/resources/", "/resources/new")  # fmt: skip
DESK = (
    "/desk/",
    "/desk/schools/",
    "/desk/statistics/",
    "/support/SI/edit",
    "/support/SI/consent-form",
    "/recognition/countries/SI",
)
INSIDE = ("home", "people", "settings", "pages", "page", "page edit", "page history", "files",
          "diary", "post", "staff room", "pupil corner", "forum", "talk", "overview", "plan",
          "class", "cards", "lesson", "pupil", "consents", "consent answers",
          "pupil's consents")  # fmt: skip


def test_everybodys_pages(at_work: Stage) -> None:
    visitor = at_work.player("Visitor", width=320, scheme="dark")
    for path in PUBLIC:
        visitor.opens(path)


def test_anas_pages(at_work: Stage, addresses: dict[str, str]) -> None:
    ana = at_work.player("Ana Kovač", width=320, scheme="dark").signs_in()
    for path in (*OWN, *(addresses[name] for name in INSIDE)):
        ana.opens(path)


def test_petras_pages(at_work: Stage, addresses: dict[str, str]) -> None:
    petra = at_work.player("Petra Zupan", width=320, scheme="dark").signs_in()
    for path in DESK:
        petra.opens(path)
