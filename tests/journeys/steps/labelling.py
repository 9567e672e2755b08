"""Steps 12 and 13: two national labels, then the European one."""

import datetime as dt

from tests.journeys.player import Player, Stage
from tests.journeys.steps.founding import TITLE
from tests.journeys.steps.working import PAGE

YEAR = "2026/27"
CRITERIA = ("Collaboration", "Technology", "Pedagogy", "Curriculum", "Results")
ANSWER = (
    "Pupils of both schools measured their rivers in mixed teams, compared what they found "
    "and drew one common table, which both towns saw at the exhibition in May."
)


def day(days: int) -> str:
    return (dt.datetime.now(dt.UTC).date() + dt.timedelta(days=days)).isoformat()


def petra_opens_the_window(petra: Player) -> None:
    """When and by which criteria: data of her country, not code (C-10)."""
    petra.opens("/desk/")
    petra.goes_to("Labels")
    petra.taps("New window", within="main")
    petra.types("School year, such as 2026/27", YEAR)
    petra.types("Opens on", day(-1))
    petra.types("Last day to send", day(30))
    petra.types("Decided by", day(60))
    petra.types("Days a project must have run", "0")
    petra.taps("Save", within="main")
    petra.sees(YEAR)


def she_applies(educator: Player, projects: str = "/projects/mine?show=finished") -> None:
    """Five questions, five criteria, the pages of the TwinSpace as evidence (R-80)."""
    educator.opens(projects)
    educator.taps(TITLE, within="main")
    educator.taps("Apply for a label")
    educator.taps("Begin the application")
    educator.taps("Five entry questions")
    educator.ticks(*(f"Question {number}?" for number in range(1, 6)))
    educator.taps("Save", within="main", exact=True)
    for name in CRITERIA:
        educator.taps(name, within="main")
        educator.types("Your answer", ANSWER)
        educator.ticks(PAGE)
        educator.taps("Save", within="main", exact=True)
    educator.taps("Send the application")
    educator.sees("Your application was sent.")


def the_office_chooses_an_assessor(officer: Player, assessor: str) -> None:
    officer.opens("/desk/")
    officer.taps(TITLE, of="Label applications to assign")
    officer.chooses("Assessor", assessor)
    officer.taps("Give to this assessor")


def the_assessor_scores(assessor: Player, points: str = "5") -> None:
    """Ten lines to give points to; everything else within twelve taps."""
    assessor.signs_in()
    with assessor.within("Score a label application, beside the points", 12, answers=False):
        assessor.taps("Assess a label application", within="main")
        assessor.sees(ANSWER)
        for group in assessor.page.get_by_role("group").all():
            point = group.get_by_label(points, exact=True)
            if point.count():
                point.check()
        assessor.types("Summary for the applicant", "I read it with care.")
        if points == "5":
            assessor.ticks("I recommend this project for the European label")
        assessor.taps("Hand in the assessment")


def the_office_awards(officer: Player, applicant: Player) -> None:
    officer.opens("/desk/")
    officer.taps(TITLE, of="Labels to decide")
    officer.sees("The assessor recommends this project for the European label.")
    officer.types("Message to the applicant", "Bravo to you and your pupils!")
    officer.taps("Award the label")
    applicant.opens("/notices/")
    applicant.sees(f"“{TITLE}” has won you a national quality label.")


def the_office_recommends(officer: Player) -> None:
    officer.opens("/desk/")
    officer.goes_to("Labels")
    officer.taps("Recommend", within="main", exact=True)


def claire_awards_the_european_label(claire: Player) -> None:
    """Nobody applies: the yearly round looks at every labelled project (C-04)."""
    claire.opens("/desk/")
    claire.goes_to("European label")
    claire.types("School year, such as 2026/27", YEAR)
    claire.taps("Open the round")
    if not claire.page.get_by_role("button", name="Award the European label").count():
        claire.taps(YEAR, within="main")
    claire.sees(TITLE, "Eligible")
    claire.taps("Award the European label")
    claire.sees("1 project got the European label.")


def the_labels_are_seen(stage: Stage, ana: Player) -> None:
    """On the public project, on the school's card and in the portfolio of each founder (R-85)."""
    visitor = stage.player("Visitor")
    visitor.opens("/projects/")
    visitor.taps(TITLE)
    visitor.sees("European quality label", "National quality label")
    visitor.taps("Osnovna šola Pod Lipo")
    visitor.sees("European quality label")
    ana.opens("/recognition/mine")
    ana.sees("European quality label", "National quality label")
    ana.opens("/certificates/")
    ana.sees("European quality label", "National quality label")
