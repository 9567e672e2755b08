"""Step 5: partners find each other by filters, by a call and by a first message."""

from tests.journeys.player import Player


def ana_looks_for_a_partner(ana: Player) -> None:
    """A word, an age, a language (X-21)."""
    ana.opens("/today/")
    with ana.within("Find a partner by topic, age and language", 4):
        ana.taps("Find partners")
        ana.types("Words, such as water or a name", "river")
        ana.chooses("Age of pupils", "9–12 years")
        ana.chooses("Language", "English")
        ana.taps("Search", within="main")
    ana.sees("Ion Popescu")


def ana_publishes_a_call(ana: Player) -> None:
    """An idea that looks for partners (X-23)."""
    ana.taps("Partner calls", within="main")
    ana.taps("Publish a partner call", within="main")
    ana.types("Title", "Rivers of two towns")
    ana.types("The idea", "Our pupils measure a river each month and write to each other.")
    ana.chooses("Language of this text", "English")
    ana.ticks("9–12 years")
    ana.chooses("Working languages", "English")
    ana.taps("Publish the call")
    ana.sees("Rivers of two towns")


def ion_answers_and_asks_for_contact(ion: Player) -> None:
    ion.opens("/today/")
    ion.taps("Find partners")
    ion.taps("Partner calls", within="main")
    ion.taps("Rivers of two towns")
    ion.types("Your answer", "We live beside a river too. Shall we begin?")
    ion.taps("Publish the answer")
    ion.sees("We live beside a river too.")


def ana_accepts_and_writes(ana: Player, ion: Player) -> None:
    """The request waits on her start page; messages go to contacts only (X-22)."""
    ana.opens("/partners/contacts/")
    ana.taps("Accept", of="Ion Popescu")
    ana.taps("Write", of="Ion Popescu")
    ana.types("Subject", "Our rivers")
    ana.types("Your message", "Lovely! I will write a plan and send it to you.")
    ana.taps("Send the message")
    ion.opens("/partners/messages/")
    ion.taps("Our rivers")
    ion.sees("I will write a plan")
    ion.types("Your message", "I look forward to it.")
    ion.taps("Send the message")
