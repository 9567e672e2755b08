"""What is refused is refused with words, and there is always a next step."""

import pytest

from tests.journeys.player import Stage
from tests.journeys.steps import labelling
from tests.journeys.steps.founding import TITLE

pytestmark = pytest.mark.journey

STARS = "Stars above us"


def test_an_office_asks_gets_an_answer_and_refuses(at_work: Stage) -> None:
    """The reason reaches her by mail and on her page; she may explain and ask again (R-16)."""
    officer = at_work.player("OfficerPL of PL").signs_in()
    officer.taps("Ewa Nowak")
    officer.types("Your words", "Which classes do you teach?")
    officer.taps("Ask", exact=True)

    ewa = at_work.player("Ewa Nowak").signs_in()
    ewa.opens("/educators/validation")
    ewa.sees("Which classes do you teach?")
    ewa.types("Your answer", "Biology in 5a and 5b.")
    ewa.taps("Send my answer")

    officer.opens("/desk/")
    officer.taps("Ewa Nowak")
    officer.sees("Biology in 5a and 5b.")
    officer.types("Your words", "Your school does not know you.")
    officer.taps("Refuse", exact=True)

    assert "Your school does not know you." in ewa.mail(2)
    ewa.opens("/educators/validation")
    ewa.sees("Your school does not know you.", "Explain, and ask again")


def test_projects_meet_a_no_three_times(at_work: Stage) -> None:
    """Each no carries its words and leads on (X-20, X-26)."""
    a_partner_declines_and_another_agrees(at_work)
    an_office_returns_it_and_another_rejects_it(at_work)


def a_partner_declines_and_another_agrees(at_work: Stage) -> None:
    ion = at_work.player("Ion Popescu").signs_in()
    ion.opens("/projects/mine")
    ion.taps(STARS, within="main")
    ion.types("Your words to the founder", "This year I have no class for it.")
    ion.taps("Decline", exact=True)

    ana = at_work.player("Ana Kovač").signs_in()
    ana.opens("/projects/mine")
    ana.taps(STARS, within="main")
    ana.sees("The partner declined", "This year I have no class for it.")
    ana.taps("Continue the plan", within="main")
    ana.taps("Your partner", within="main")
    ana.ticks("Freja Lund · Denmark")
    ana.taps("Save and continue")
    ana.taps("Send to Freja Lund")

    freja = at_work.player("Freja Lund").signs_in()
    freja.opens("/projects/mine")
    freja.taps(STARS, within="main")
    freja.taps("Accept", exact=True)


def an_office_returns_it_and_another_rejects_it(at_work: Stage) -> None:
    petra = at_work.player("Petra Zupan").signs_in()
    petra.taps(STARS)
    petra.types("Your words to the founders", "Say how pupils keep safe at night.")
    petra.taps("Ask for changes")

    ana = at_work.player("Ana Kovač").signs_in()
    ana.opens("/projects/mine")
    ana.taps(STARS, within="main")
    ana.sees("Say how pupils keep safe at night.")
    ana.taps("Change the plan", within="main")
    ana.taps("Plan of work and results", within="main")
    ana.types("Working process", "We look at the sky from the school yard, with parents.")
    ana.taps("Save and continue")
    ana.taps("Check your answers and send")
    ana.types("Your words about the changes", "Parents come along.")
    ana.taps("Send again")

    mette = at_work.player("Mette Holm").signs_in()
    mette.taps(STARS)
    mette.sees("Parents come along.")
    mette.types("Your words to the founders", "A project like this runs already.")
    mette.taps("Do not approve")

    ana.opens("/projects/mine?show=finished")
    ana.taps(STARS, within="main")
    ana.sees("Not approved", "A project like this runs already.")
    ana.taps("Begin a new project from this one")
    ana.sees(STARS)


def test_a_label_is_refused_with_words(at_work: Stage) -> None:
    """The applicant reads points, comments and the message (R-82)."""
    ion = at_work.player("Ion Popescu").signs_in()
    labelling.she_applies(ion, "/projects/mine")
    radu = at_work.player("Radu Ionescu").signs_in()
    labelling.the_office_chooses_an_assessor(radu, "Vlad Drept")
    labelling.the_assessor_scores(at_work.player("Vlad Drept"), points="1")
    radu.opens("/desk/")
    radu.taps(TITLE, of="Labels to decide")
    radu.types("Message to the applicant", "Show more of what the pupils did together.")
    radu.taps("Do not award")

    ion.opens("/recognition/mine")
    ion.taps(TITLE, within="main")
    ion.sees("The label was not awarded.", "Show more of what the pupils did together.")
