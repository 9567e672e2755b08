"""Steps 6 and 7: a plan, a partner's consent, two yeses, and the TwinSpace opens."""

from tests.journeys.player import Player

TITLE = "Water around us"
SUMMARY = "We measure our rivers each month and compare what we find."
AIMS = "Pupils learn to measure, to compare and to explain in another language."
PROCESS = "October: first letters. November: first measures. May: an exhibition for both towns."
RESULTS = "A common table of measures and an exhibition."


def ana_plans(ana: Player, ion: Player) -> None:
    """From her start page to the request in her partner's hands: seven taps beside the text."""
    ana.opens("/today/")
    with ana.within("Found a project with a partner", 7, answers=False):
        ana.taps("Begin a project")
        ana.types("Title of the project", TITLE)
        ana.taps("Begin the plan")
        ana.types("Short description", SUMMARY)
        ana.types("Aims", AIMS)
        her_text_is_kept(ana)
        ana.taps("Save and continue")
        ana.ticks("9–12 years")
        ana.types("How many pupils, in all schools together?", "48")
        ana.ticks("English", "Biology")
        ana.taps("Save and continue")
        ana.types("Working process", PROCESS)
        ana.types("Expected results", RESULTS)
        ana.taps("Save and continue")
        ana.ticks("Ion Popescu · Romania")
        ana.types("Your words to your partner", "Here is the plan we spoke about.")
        ana.taps("Save and continue")
        ana.sees("Check your answers", SUMMARY, PROCESS)
        ana.taps("Send to Ion Popescu")
    ana.sees("Waiting for the partner")


def her_text_is_kept(ana: Player) -> None:
    """She closes the page without saving; the text is there again when she comes back."""
    ana.sees_saved()
    ana.comes_back()
    assert ana.field("Aims").input_value() == AIMS


def ion_agrees(ion: Player) -> None:
    """His consent comes before any office is asked (X-20)."""
    ion.opens("/today/")
    ion.taps(TITLE)
    ion.sees("Here is the plan we spoke about.", PROCESS)
    ion.types("Your words to the founder", "With pleasure.")
    ion.taps("Accept")
    ion.sees("Waiting for approval")


def ana_changes_the_pending_plan(ana: Player) -> None:
    """A plan stays editable while the offices read it (X-25)."""
    ana.opens("/projects/mine")
    ana.taps(TITLE, within="main")
    ana.taps("Edit the plan", within="main")
    ana.taps("Plan of work and results", within="main")
    ana.types("Expected results", RESULTS + " And a song about water.")
    ana.taps("Save and continue")
    ana.sees("Saved.")


def the_office_approves(officer: Player) -> None:
    officer.opens("/desk/")
    with officer.within("Approve a project", 3):
        officer.taps(TITLE)
        officer.sees("And a song about water.")
        officer.taps("Approve", exact=True)


def the_twinspace_is_open(ana: Player) -> str:
    """The second yes opens it; both founders are its admins (X-28). Returns its address."""
    ana.opens("/projects/mine")
    ana.taps("Open the TwinSpace", within="main")
    ana.sees(TITLE, "First steps", "Now at our partners")
    return ana.page.url.removeprefix(ana.stage.live.address)


def the_twinspace_is_still_closed(ana: Player) -> None:
    ana.opens("/projects/mine")
    ana.sees(TITLE)
    ana.does_not_see("Open the TwinSpace")
