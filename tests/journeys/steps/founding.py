"""Steps 6 and 7: a plan, a partner's consent, two yeses, and the TwinSpace opens."""

from tests.journeys.player import Player

TITLE = "Water around us"
SUMMARY = "We measure our rivers each month and compare what we find."
AIMS = "Pupils learn to measure, to compare and to explain in another language."
PROCESS = "October: first letters. November: first measures. May: an exhibition for both towns."
RESULTS = "A common table of measures and an exhibition."


def ana_plans(ana: Player, partner: str) -> None:
    """From her start page to the request in her partner's hands: text apart, seven taps (X-24)."""
    ana.opens("/today/")
    with ana.within("Found a project with a partner", 7, answers=False):
        ana.taps("My projects")
        ana.taps("New project", within="main")
        ana.types("Title of the project", TITLE)
        ana.taps("Begin the plan")
