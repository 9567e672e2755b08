"""Steps 1 to 4: the doors of the portal, registration, the school, the office's yes."""

from tests.cast import PASSWORD
from tests.journeys.player import Player, Stage


def three_doors(stage: Stage) -> None:
    """A visitor understands in ten seconds where to go."""
    visitor = stage.player("Visitor")
    visitor.opens("/")
    for door in ("I teach", "I am a pupil", "I am looking around"):
        visitor.sees(door)


def ana_registers(stage: Stage) -> Player:
    """Two steps and a mail between them (R-01): at most six deliberate taps."""
    ana = stage.player("Ana Kovač")
    ana.opens("/")
    with ana.within("Register and confirm", 6):
        ana.taps("Create your account")
        ana.types("Your name", "Ana Kovač")
        ana.types("E-mail address", ana.email)
        ana.chooses("Country of your school", "Slovenia")
        ana.taps("Send me the link")
        ana.sees("Look into your mail")
        ana.opens(ana.link_of_mail())
        ana.sees("Welcome, Ana Kovač")
        ana.types("Choose a password", PASSWORD)
        ana.taps("Create my account")
    ana.sees("Welcome! Your account is ready.")
    return ana


def ana_finds_her_school(ana: Player) -> None:
    """It comes from the register and is found without accents (R-15)."""
    ana.sees("My school")
    ana.types("Name, town or code of your school", "sola pod lipo")
    ana.sees("Osnovna šola Pod Lipo")
    ana.taps("This is my school", of="Osnovna šola Pod Lipo")
