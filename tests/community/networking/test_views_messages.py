"""The screens of messages (page 48, row 47, H2)."""

import pytest

from opentwinning.community.networking.actions import accept_contact, ask_for_contact
from opentwinning.community.networking.models import Conversation
from opentwinning.facilities.notifications.models import Mail
from tests import cast

pytestmark = pytest.mark.django_db
MESSAGES = "/partners/messages/"


def befriended(*pairs):
    for one, other in pairs:
        contact = ask_for_contact(by=one.actor, educator=other.educator, message="")
        accept_contact(by=other.actor, contact=contact)


def begun(ana, ion, text="Hello Ion"):
    befriended((ana, ion))
    answer = ana.post(
        f"{MESSAGES}new", {"to": [ion.educator.ref], "subject": "Rivers", "text": text}
    )
    assert answer.status_code == 302
    return Conversation.objects.get(subject="Rivers")


def test_ana_writes_ion_reads_and_answers():
    ana, ion = cast.ana(), cast.ion()
    talk = begun(ana, ion)
    assert "1 new message" in ion.get(MESSAGES).content.decode()
    page = ion.get(f"{MESSAGES}{talk.ref}").content.decode()
    assert "Hello Ion" in page
    ion.post(f"{MESSAGES}{talk.ref}/read")
    assert "new message" not in ion.get(MESSAGES).content.decode()
    ion.post(f"{MESSAGES}{talk.ref}", {"text": "Hello Ana"})
    assert "Hello Ana" in ana.get(f"{MESSAGES}{talk.ref}").content.decode()


def test_reading_alone_changes_nothing():
    """I5: a mail scanner that opens the link has not read the message."""
    ana, ion = cast.ana(), cast.ion()
    talk = begun(ana, ion)
    ion.get(f"{MESSAGES}{talk.ref}")
    assert "1 new message" in ion.get(MESSAGES).content.decode()


def test_the_header_counts_what_is_new():
    ana, ion = cast.ana(), cast.ion()
    begun(ana, ion)
    assert ion.get(MESSAGES).context["unread_messages"] == 1
    assert ana.get(MESSAGES).context["unread_messages"] == 0


def test_a_mail_tells_without_the_text():
    ana, ion = cast.ana(), cast.ion()
    begun(ana, ion, text="CANARY of the message")
    mail = Mail.objects.get(account_id=ion.account.pk, template="networking/mail/message.txt")
    assert mail.facts["author"] == "Ana Kovač"
    assert "CANARY" not in str(mail.facts)


def test_an_empty_message_keeps_the_page_and_says_why():
    ana, ion = cast.ana(), cast.ion()
    talk = begun(ana, ion)
    assert ion.post(f"{MESSAGES}{talk.ref}", {"text": " "}).status_code == 422
    kept = ana.post(f"{MESSAGES}new", {"to": [], "subject": "Rivers", "text": "A long text"})
    assert kept.status_code == 422
    assert "A long text" in kept.content.decode()


def test_nobody_else_reads_it():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    talk = begun(ana, ion)
    for person in (marek, cast.petra(), cast.claire(), cast.ewa()):
        assert person.get(f"{MESSAGES}{talk.ref}").status_code == 404
        assert person.post(f"{MESSAGES}{talk.ref}", {"text": "Hi"}).status_code == 404
    assert "/sign-in" in cast.Visitor().get(f"{MESSAGES}{talk.ref}")["Location"]


def test_strangers_cannot_be_chosen():
    """B6: a ref that is no contact is refused by the form and by the action."""
    ana, ion = cast.ana(), cast.ion()
    befriended((ana, cast.freja()))
    answer = ana.post(f"{MESSAGES}new", {"to": [ion.educator.ref], "subject": "Hi", "text": "Hi"})
    assert answer.status_code == 422
    assert ana.get(f"{MESSAGES}new?to={ion.educator.ref}").status_code == 403
    assert not Conversation.objects.exists()


def test_without_contacts_the_way_to_them_is_shown():
    assert "You have no contacts yet" in cast.ana().get(f"{MESSAGES}new").content.decode()


def test_long_threads_are_read_in_stretches():
    ana, ion = cast.ana(), cast.ion()
    talk = begun(ana, ion)
    for number in range(2, 26):
        author = ion if number % 2 else ana
        author.post(f"{MESSAGES}{talk.ref}", {"text": f"Message {number}"})
    newest = ana.get(f"{MESSAGES}{talk.ref}")
    assert "Message 25" in newest.content.decode()
    assert "Hello Ion" not in newest.content.decode()
    earlier = newest.context["thread"].earlier
    page = ana.get(f"{MESSAGES}{talk.ref}?before={earlier}").content.decode()
    assert "Hello Ion" in page
    assert ana.get(f"{MESSAGES}{talk.ref}?before=abc").status_code == 200


def test_leaving():
    ana, ion = cast.ana(), cast.ion()
    talk = begun(ana, ion)
    ion.post(f"{MESSAGES}{talk.ref}/leave")
    assert ion.get(f"{MESSAGES}{talk.ref}").status_code == 404
    page = ana.get(f"{MESSAGES}{talk.ref}").content.decode()
    assert "has left" in page
    assert "Everybody else has left this conversation." in page


def test_an_officer_writes_to_an_educator_of_her_country():
    petra, ana, ion = cast.petra(), cast.ana(), cast.ion()
    url = f"{MESSAGES}new?to={ana.educator.ref}"
    assert petra.get(url).status_code == 200
    petra.post(url, {"to": [ana.educator.ref], "subject": "Training", "text": "Come to Ptuj"})
    assert "Training" in ana.get(MESSAGES).content.decode()
    assert petra.get(f"{MESSAGES}new?to={ion.educator.ref}").status_code in {403, 404}


def test_the_thread_of_an_erased_person_can_still_be_read():
    """J3."""
    from opentwinning.core.privacy import Subject, erase

    ana, ion = cast.ana(), cast.ion()
    talk = begun(ana, ion)
    erase(Subject.EDUCATOR, ana.account.pk)
    page = ion.get(f"{MESSAGES}{talk.ref}").content.decode()
    assert "This text was erased with its author" in page
    assert "Ana" not in page
    assert ion.get(MESSAGES).status_code == 200


@pytest.mark.parametrize("url", [MESSAGES, "/partners/contacts/"])
def test_lists_cost_the_same_for_one_and_three(url, django_assert_max_num_queries):
    ana, ion = cast.ana(), cast.ion()
    begun(ana, ion)
    ana.get(url)
    with django_assert_max_num_queries(30) as one:
        ana.get(url)
    cost = len(one)
    for other in (cast.freja(), cast.marek()):
        befriended((ana, other))
        ana.post(f"{MESSAGES}new", {"to": [other.educator.ref], "subject": "Maps", "text": "Hello"})
    with django_assert_max_num_queries(cost):
        ana.get(url)
