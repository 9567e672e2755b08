"""What waits for a teacher: numbers, addresses and names elsewhere, in many languages (H14)."""

import pytest

from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.people.safeguarding.actions import save_words
from opentwinning.people.safeguarding.models import WatchedWords
from opentwinning.people.safeguarding.queries import watched_words
from opentwinning.people.safeguarding.queries.hints import Hint, hints_in
from tests import cast

# Written for this test: language, text, what is in it.
TELLING = [
    ("en", "call me on 07700 900 123 after school", Hint.PHONE),
    ("en", "my mail is tom.smith@example.org", Hint.MAIL),
    ("en", "I live at 12 Baker Street", Hint.ADDRESS),
    ("en", "add me on snapchat tommy_09", Hint.HANDLE),
    ("en", "my insta is lily.2013", Hint.HANDLE),
    ("en", "tom at example dot org", Hint.MAIL),
    ("sl", "moja številka je 041 123 456", Hint.PHONE),
    ("sl", "piši mi na nina (afna) example (pika) si", Hint.MAIL),
    ("sl", "stanujem na Lipovi ulici 14", Hint.ADDRESS),
    ("sl", "dodaj me na instagram", Hint.HANDLE),
    ("sl", "živim v Ljubljani, Dunajska cesta 5a", Hint.ADDRESS),
    ("ro", "sună-mă la 0722 123 456", Hint.PHONE),
    ("ro", "locuiesc pe strada Lungă 22", Hint.ADDRESS),
    ("ro", "adaugă-mă pe tik tok", Hint.HANDLE),
    ("ro", "scrie-mi la mihai.pop@example.ro", Hint.MAIL),
    ("ro", "bd. Eroilor nr. 7", Hint.ADDRESS),
    ("da", "ring til mig på 20 12 34 56", Hint.PHONE),
    ("da", "jeg bor på Skovvej 8", Hint.ADDRESS),
    ("da", "min snap er freja2012", Hint.HANDLE),
    ("da", "skriv til freja@example.dk", Hint.MAIL),
    ("pl", "mój numer to 601-234-567", Hint.PHONE),
    ("pl", "mieszkam na ul. Długiej 3", Hint.ADDRESS),
    ("pl", "napisz do mnie na messenger", Hint.HANDLE),
    ("pl", "kasia małpa example kropka pl", Hint.MAIL),
    ("fr", "mon numéro c'est le 06 12 34 56 78", Hint.PHONE),
    ("fr", "j'habite 5 rue des Lilas", Hint.ADDRESS),
    ("fr", "ajoute-moi sur snap", Hint.HANDLE),
    ("fr", "lea@example.fr", Hint.MAIL),
    ("it", "il mio numero è 333 123 4567", Hint.PHONE),
    ("it", "abito in via Roma 10", Hint.ADDRESS),
    ("it", "seguimi su tiktok", Hint.HANDLE),
    ("es", "mi teléfono es 612 34 56 78", Hint.PHONE),
    ("es", "vivo en la calle Mayor 3", Hint.ADDRESS),
    ("es", "agrégame a discord", Hint.HANDLE),
    ("pt", "o meu número é 912 345 678", Hint.PHONE),
    ("pt", "moro na rua das Flores 18", Hint.ADDRESS),
    ("de", "meine Nummer ist 0151 23456789", Hint.PHONE),
    ("de", "ich wohne in der Bahnhofstraße 9", Hint.ADDRESS),
    ("de", "schreib mir auf whatsapp", Hint.HANDLE),
    ("el", "το τηλέφωνό μου είναι 694 123 4567", Hint.PHONE),
    ("ar", "رقمي ٠١٢٣٤٥٦٧٨٩", Hint.PHONE),
    ("en", "0 7 7 0 0 9 0 0 1 2 3", Hint.PHONE),
    ("en", "look at www.example.org", Hint.LINK),
    ("en", "join https://discord.gg/abc", Hint.LINK),
    ("en", "I am @tommy_the_best", Hint.HANDLE),
    ("en", "t\u200bom@exam\u200bple.org", Hint.MAIL),
]
HARMLESS = [
    "Hello! How are you?", "We measured 7.2 and 6.9 in the river",
    "1 000 000 people live in Prague", "On 12.03.2027 we meet at 10:30", "2027-03-12",
    "The answer is 3,141592", "We are 24 pupils",
    "I have 2 cats and 1 dog", "Živjo, kako si?", "Bună, eu sunt Mihai", "Hej, jeg er 11 år",
    "My favourite number is 7", "We won 3:2", "In 1969 and in 2024", "The street is long",
    "I like football, and you?", "Our teacher is at school", "5 + 7 = 12", "Page 12, exercise 3",
    "Je suis en 5e", "Ho 10 anni", "What is your name?", "I drew a line", "It is a signal",
    "See you at 9", "We live in a small town", "Ulica je dolga", "The square of 4 is 16",
]  # fmt: skip


def test_nine_of_ten_are_found_in_every_language():
    """H14 wants nine of ten; a text that says too much in another way is found, too."""
    missed = [(text, kind) for _, text, kind in TELLING if kind not in hints_in(text)]
    assert len(missed) <= len(TELLING) // 20, missed
    assert not [text for _, text, _ in TELLING if not hints_in(text)]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_children_write_all_day_does_not_wait(text):
    assert hints_in(text) == ()


def test_a_long_or_strange_text_is_read_quickly():
    """No pattern may take ages: each is tried on what makes such patterns slow."""
    for text in (
        "1 " * 5000,
        "a@" * 5000,
        "insta " * 3000,
        "rue " * 3000,
        "ulica a" * 2000,
        "\u200b" * 9000,
    ):
        hints_in(text)


def test_words_of_the_list_find_longer_forms_whatever_their_accents():
    words = ["skrivnost", "Łódź"]
    assert hints_in("To je SKRIVNOSTNO", words) == (Hint.WORD,)
    assert hints_in("w lodzi", ["łodz"]) == (Hint.WORD,)
    assert hints_in("neskrivnost", words) == ()
    assert hints_in("anything", ["", " "]) == ()


@pytest.mark.django_db
def test_the_centre_writes_the_words_of_each_language():
    claire = cast.claire()
    page = claire.get("/care/words?language=sl").content.decode()
    assert "Words to look at" in page
    sent = claire.post("/care/words?language=sl", {"words": "skrivnost\n\n sestanek \nskrivnost"})
    assert sent["Location"].endswith("language=sl")
    claire.post("/care/words?language=ro", {"words": "secret"})
    assert watched_words("sl") == ["skrivnost", "sestanek"]
    assert sorted(watched_words()) == ["secret", "sestanek", "skrivnost"]
    claire.post("/care/words?language=sl", {"words": "nova"})
    assert watched_words("sl") == ["nova"]
    assert cast.petra().get("/care/words").status_code == 404
    with pytest.raises(Refused):
        save_words(by=cast.petra().actor, language="sl", words=["x"])
    with pytest.raises(Invalid):
        save_words(by=claire.actor, language="sl", words=[f"w{n}" for n in range(501)])
    assert WatchedWords.objects.count() == 3
