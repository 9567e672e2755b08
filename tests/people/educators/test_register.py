"""Registration: a short form, a mail, the full form (R-01 to R-03, R-08 to R-14, R-19)."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opentwinning.core.actor import VISITOR
from opentwinning.core.verdicts import Invalid
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.people.accounts.models import Account, MailedLink
from opentwinning.people.educators.actions import register_educator
from opentwinning.people.educators.models import Educator, Trait
from opentwinning.people.educators.queries import traits_of
from opentwinning.people.educators.vocabulary import TraitKind
from opentwinning.people.safeguarding.models import Agreement
from opentwinning.people.safeguarding.queries import conduct_day
from tests import cast
from tests.inputs import all_naughty_strings, hostile_names, payloads

pytestmark = pytest.mark.django_db
ELENA = {
    "name": "Elena Dimitrova", "email": "elena@example.org", "country": "BG", "language": "en"
}  # fmt: skip
SECRET = "otter-tooth-river-9"
LEAST = {"password": SECRET, "profession": "teacher"}


@pytest.fixture(autouse=True)
def bulgaria():
    return cast.office("BG")


def begin(browser=None, **changes):
    return (browser or Client()).post("/register", {**ELENA, **changes})


def link(smtp, email="elena@example.org"):
    """The path that the mail brought to her."""
    run_due()
    mail = smtp.wait_for(email)[-1]
    return re.search(r"http://testserver(\S+)", mail.get_body(("plain",)).get_content())[1]


def test_elena_registers_in_six_steps(smtp):
    """Her budget (persona 1): open the form, send it, open the link, send the password; then choose
    the school. Nothing else is required."""
    browser = Client()
    assert browser.get("/register").status_code == 200
    assert begin(browser)["Location"] == "/register/sent"
    assert "elena@example.org" in browser.get("/register/sent").content.decode()
    path = link(smtp)
    assert browser.get(path).status_code == 200
    answer = browser.post(path, LEAST)
    assert answer["Location"] == "/organisations/choose"
    assert browser.get(answer["Location"]).status_code == 200

    elena = Educator.objects.get()
    assert (elena.name, elena.country, elena.validation_state) == (
        "Elena Dimitrova",
        "BG",
        "registered",
    )
    assert elena.account.time_zone == "UTC"  # the zone of her support organisation


def test_the_code_of_conduct_is_shown_and_agreed_to_at_the_end(smtp):
    """X-130: who ticked it is not asked again; the tick survives a mistake; nothing is locked."""
    browser = Client()
    begin(browser)
    path = link(smtp)
    assert "I agree to the code of conduct" in browser.get(path).content.decode()
    tick = {"conduct": conduct_day().isoformat()}
    wrong = browser.post(path, {**LEAST, **tick, "password": "short"})
    assert f'value="{tick["conduct"]}" checked' in wrong.content.decode()
    assert browser.post(path, {**LEAST, **tick}).status_code == 302
    assert Agreement.objects.get().account.email == "elena@example.org"
    page = browser.get("/organisations/choose").content.decode()
    assert "Please read our code of conduct" not in page


def test_the_mail_is_friendly_and_complete(smtp):
    begin()
    run_due()
    (mail,) = smtp.wait_for("elena@example.org")
    assert mail["Subject"] == "Finish your registration"
    text = mail.get_body(("plain",)).get_content()
    assert text.startswith("Hello Elena Dimitrova,")
    assert "60 minutes" in text
    assert "http://testserver/register/" in mail.get_body(("html",)).get_content()


def test_the_mail_speaks_her_language(smtp):
    begin(language="sl")
    assert link(smtp).startswith("/sl/register/")


def test_everything_she_tells_is_in_her_profile(smtp):
    """R-03, R-08 to R-14: and the form warned her who sees it."""
    begin()
    path = link(smtp)
    form = Client().get(path).content.decode()
    assert "Teachers whom a support organisation has validated" in form
    Client().post(
        path,
        {
            **LEAST,
            "subjects": ["biology", "art"],
            "ages": ["6-8"],
            "experience": "some",
            "interests": ["water"],
            "languages": ["bg", "en"],
            "ideas": "A river diary.",
            "about": "I like storks.",
            "pupils_count": "24",
            "availability": ["projects", "visits"],
        },
    )
    elena = Educator.objects.get()
    assert traits_of([elena])[elena.pk] == {
        TraitKind.SUBJECT: ["art", "biology"],
        TraitKind.AGE: ["6-8"],
        TraitKind.INTEREST: ["water"],
        TraitKind.LANGUAGE: ["bg", "en"],
        TraitKind.AVAILABILITY: ["projects", "visits"],
    }
    assert (elena.experience, elena.ideas, elena.about, elena.pupils_count) == (
        "some",
        "A river diary.",
        "I like storks.",
        24,
    )


def test_looking_at_the_link_changes_nothing(smtp):
    """A17: mail scanners open links."""
    begin()
    path = link(smtp)
    with CaptureQueriesContext(connection) as statements:
        assert [Client().get(path).status_code for _ in range(2)] == [200, 200]
    assert not [s for s in statements if s["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert not Account.objects.exists()


def test_the_link_works_once_and_for_an_hour(smtp, clock):
    begin()
    path = link(smtp)
    clock.passes(minutes=59)
    assert Client().post(path, LEAST).status_code == 302
    assert Client().get(path).status_code == 410
    assert Client().post(path, LEAST).status_code == 410
    begin(email="late@example.org")
    late = link(smtp, "late@example.org")
    clock.passes(minutes=60)
    assert Client().post(late, LEAST).status_code == 410
    assert Account.objects.count() == 1


def test_two_links_make_one_account(smtp):
    begin()
    first = link(smtp)
    begin()
    second = link(smtp)
    assert Client().post(first, LEAST).status_code == 302
    answer = Client().post(second, LEAST)
    assert answer.status_code == 422
    assert "Begin again" in answer.content.decode()
    assert Account.objects.count() == 1


def test_a_weak_password_loses_nothing_she_typed(smtp):
    begin()
    path = link(smtp)
    answer = Client().post(path, {**LEAST, "password": "password12", "about": "I like storks."})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "I like storks." in page
    assert "password12" not in page
    assert not Account.objects.exists()
    assert Client().post(path, LEAST).status_code == 302


def test_somebody_who_has_an_account_gets_the_same_screen_and_another_mail(smtp):
    """A3."""
    cast.account("Elena Dimitrova")
    browser = Client()
    assert begin(browser)["Location"] == "/register/sent"
    assert "elena@example.org" in browser.get("/register/sent").content.decode()
    run_due()
    (mail,) = smtp.wait_for("elena@example.org")
    assert mail["Subject"] == "You already have an account"
    assert not MailedLink.objects.exists()


def test_the_same_work_for_known_and_unknown_addresses():
    """A3: about as many statements."""
    cast.account("Elena Dimitrova")

    def statements(email):
        with CaptureQueriesContext(connection) as seen:
            begin(email=email)
        return len(seen)

    statements("first@example.org")  # the network's first try also makes its counters
    assert abs(statements("elena@example.org") - statements("nova@example.org")) <= 3


def test_the_mail_can_be_sent_once_more(smtp):
    browser = Client()
    begin(browser)
    assert browser.post("/register/sent")["Location"] == "/register/sent"
    run_due()
    assert len(smtp.wait_for("elena@example.org", 2)) == 2


def test_nobody_is_flooded(smtp, clock):
    browser = Client()
    begin(browser)
    for _ in range(5):
        browser.post("/register/sent")
    assert begin().status_code == 429
    run_due()
    assert len(smtp.wait_for("elena@example.org", 3)) == 3
    clock.passes(hours=1)
    assert begin().status_code == 302


def test_one_network_is_slowed_down(clock):
    codes = [begin(email=f"p{n}@example.org").status_code for n in range(32)]
    assert codes[-1] == 429


def test_machines_fall_into_the_honeypot(smtp):
    """They see success and cause nothing."""
    assert begin(website="http://spam.example")["Location"] == "/register/sent"
    run_due()
    assert smtp.messages == []
    assert not MailedLink.objects.exists()


def test_only_participating_countries_are_offered():
    page = Client().get("/register").content.decode()
    assert '<option value="BG"' in page
    assert '<option value="FR"' not in page
    assert begin(country="FR").status_code == 422


def test_before_the_first_country_nobody_registers(bulgaria):
    from opentwinning.core.permits import free_writing

    with free_writing():
        bulgaria.delete()
    assert "No country takes part yet" in Client().get("/register").content.decode()


def test_somebody_signed_in_is_led_home():
    ana = cast.ana()
    for path in ("/register", "/register/sent", "/register/any-secret"):
        assert ana.get(path)["Location"] == "/today/"


def test_mistakes_are_explained_beside_what_was_typed():
    page = begin(email="not an address", name="", country="").content.decode()
    assert "<title>Error:" in page
    assert 'value="not an address"' in page


def test_hostile_names_become_harmless_or_are_refused(clock):
    """C2, C10: in the form, in the mail's subject and on the pages."""
    tricks = [n for names in hostile_names().values() for n in names]
    for number, name in enumerate(tricks + payloads("xss")[::4] + all_naughty_strings()[::40]):
        answer = Client().post(
            "/register",
            {**ELENA, "name": name, "email": f"t{number}@example.org"},
            REMOTE_ADDR=f"10.1.{number % 250}.{number // 250}",
        )
        assert answer.status_code in {302, 422}, name
    for stored in MailedLink.objects.values_list("name", flat=True):
        assert stored == stored.strip()
        assert not any(ord(c) < 32 or 0x202A <= ord(c) <= 0x202E for c in stored)


def test_hostile_texts_are_kept_and_shown_as_text(smtp):
    """C1, C2: every text field of the full form."""
    begin()
    attack = "\n".join(payloads("xss")[:60])[:1900]
    Client().post(link(smtp), {**LEAST, "about": attack, "ideas": attack})
    elena = Educator.objects.get()
    assert "alert" in elena.about
    page = cast.Person(elena.account).get(f"/educators/{elena.ref}").content.decode()
    body = page.partition("<main")[2].partition("</main>")[0]
    assert not re.search(
        r"<(script|img|svg(?! class=\"ot-)|iframe|object|a href=\"javascript)", body
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("profession", "astronaut"), ("subjects", "sorcery"), ("ages", "99"), ("languages", "xx"),
        ("interests", "mischief"), ("experience", "infinite"), ("availability", "always"),
        ("pupils_count", "-1"), ("pupils_count", "1e9"),
    ],
)  # fmt: skip
def test_only_words_of_our_lists_are_accepted(smtp, field, value):
    begin()
    assert Client().post(link(smtp), {**LEAST, field: value}).status_code == 422
    assert not Educator.objects.exists()


def test_fields_nobody_asked_for_are_ignored(smtp):
    """B6."""
    begin()
    path = link(smtp)
    Client().post(
        path,
        {**LEAST, "validation_state": "validated", "country": "FR", "email": "x@example.org",
         "role": "operator", "is_visible": "", "account": "1"},
    )  # fmt: skip
    elena = Educator.objects.get()
    assert (elena.country, elena.validation_state) == ("BG", "registered")
    assert elena.account.email == "elena@example.org"
    assert [c.role for c in elena.account.capacities.all()] == ["educator"]


def test_account_and_profile_begin_together_or_not_at_all(smtp, monkeypatch):
    begin()
    secret = link(smtp).rpartition("/")[2]

    def broken(*args, **kwargs):
        raise Invalid("The profile could not be written.")

    monkeypatch.setattr("opentwinning.people.educators.actions.profile._set_traits", broken)
    with pytest.raises(Invalid):
        register_educator(
            by=VISITOR, secret=secret, password=SECRET, traits={}, profession="teacher"
        )
    assert not Account.objects.exists()
    assert MailedLink.objects.get().used_at is None
    assert not Trait.objects.exists()
