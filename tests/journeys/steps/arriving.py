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
    ana.sees("You have joined your school.", "You have nothing to do now", "Zavod Most")


def ion_registers_and_writes_his_school_down(stage: Stage) -> Player:
    """No register of Romania is here: he writes the facts himself (X-10)."""
    ion = stage.player("Ion Popescu")
    ion.opens("/register")
    ion.types("Your name", "Ion Popescu")
    ion.types("E-mail address", ion.email)
    ion.chooses("Country of your school", "Romania")
    ion.taps("Send me the link")
    ion.opens(ion.link_of_mail())
    ion.types("Choose a password", PASSWORD)
    ion.taps("Tell more now")
    ion.ticks("9–12 years", "Biology")
    ion.types("About you", "I teach biology beside a river.")
    ion.taps("Create my account")
    ion.types("Name, town or code of your school", "scoala gimnaziala")
    ion.taps("My school is not listed")
    ion.types("Full name of the school", "Școala Gimnazială Nr. 5")
    ion.types("Town or village", "Brașov")
    ion.types("Name of the head", "Doina Radu")
    ion.types("E-mail address of the head", "director@brasov.example")
    ion.ticks("I work at this school, and these facts are true.")
    ion.taps("Register the school")
    ion.sees("You have nothing to do now")
    return ion


def the_office_validates(stage: Stage, officer: str, newcomer: Player) -> Player:
    """The officer sees what speaks for her, and says yes (R-16)."""
    desk = stage.player(officer).signs_in()
    with desk.within("Validate one teacher", 3):
        desk.taps(newcomer.name)
        desk.sees("What speaks for it")
        desk.taps("Validate")
    assert "validated" in newcomer.mail(2)
    newcomer.opens("/notices/")
    newcomer.sees("validated")
    return desk
