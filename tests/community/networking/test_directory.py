"""Finding partners (L-01, L-04, rows 7 and 46, A15)."""

import datetime as dt
import importlib

import pytest

from opentwinning.community.networking.actions import (
    accept_contact,
    ask_for_contact,
    block_educator,
)
from opentwinning.community.networking.queries import directory, facets_of
from opentwinning.community.networking.queries.directory import Wish
from opentwinning.core import cursors
from opentwinning.core.clock import now, stopped
from opentwinning.core.permits import free_writing
from opentwinning.people.educators.actions import edit_profile
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import TraitKind
from tests import cast

pytestmark = pytest.mark.django_db
PARTNERS = "/partners/"


def found(actor, **wish):
    return {each.name for each in directory(actor, Wish(**wish)).educators}


def test_elena_finds_a_partner_in_four_clicks():
    """Budget of the persona: menu, search, profile, send. The teacher types the message."""
    ion = cast.educator("Ion Popescu", "RO", ideas="Water and rivers around our school")
    elena = cast.educator("Elena Dimitrova", "BG")
    assert f'href="{PARTNERS}"' in elena.get("/partners/contacts/").content.decode()  # 1
    page = elena.get(f"{PARTNERS}?q=water&age=9-12&language=en").content.decode()  # 2
    profile = f"/educators/{ion.educator.ref}"
    assert profile in page
    assert f'action="/partners/ask/{ion.educator.ref}"' in elena.get(profile).content.decode()  # 3
    elena.post(f"/partners/ask/{ion.educator.ref}", {"message": "Shall we?"})  # 4
    assert "Shall we?" in ion.get("/partners/contacts/").content.decode()


def test_words_and_filters_together():
    marek = cast.marek()
    cast.educator(
        "Ion Popescu", "RO", about="Robots in the classroom",
        traits={TraitKind.SUBJECT: ["computing"], TraitKind.AGE: ["13-15"],
                TraitKind.LANGUAGE: ["ro", "en"], TraitKind.AVAILABILITY: ["projects"]},
    )  # fmt: skip
    cast.ana()
    everybody = {"Ana Kovač", "Ion Popescu"}
    assert found(marek.actor) == everybody
    assert found(marek.actor, text="robot") == {"Ion Popescu"}
    assert found(marek.actor, text="kovac") == {"Ana Kovač"}
    assert found(marek.actor, country="RO") == {"Ion Popescu"}
    assert found(marek.actor, traits={TraitKind.LANGUAGE: "en"}) == everybody
    assert found(marek.actor, traits={TraitKind.AGE: "13-15"}) == {"Ion Popescu"}
    assert found(marek.actor, traits={TraitKind.AVAILABILITY: "projects"}) == {"Ion Popescu"}
    assert found(marek.actor, text="robots", country="SI") == set()
    assert found(marek.actor, text="nothing like that") == set()


def test_a_changed_profile_is_found_by_its_new_words():
    marek, ana = cast.marek(), cast.ana()
    edit_profile(
        by=ana.actor, educator=ana.educator, about="Bees", traits={TraitKind.SUBJECT: ["art"]}
    )
    assert found(marek.actor, traits={TraitKind.SUBJECT: "art"}) == {"Ana Kovač"}
    assert found(marek.actor, traits={TraitKind.SUBJECT: "biology"}) == set()


def test_who_was_here_last_stands_first_and_pages_join_without_gaps():
    marek = cast.marek()
    base = now()
    with free_writing():
        for number in range(45):
            cast.educator(f"Guest{number:02} X", "SI")
            at = base - dt.timedelta(hours=number // 2)  # equal moments are possible
            Educator.objects.filter(name=f"Guest{number:02} X").update(last_active_at=at)
    seen, after = [], None
    for _ in range(4):
        hits = directory(marek.actor, Wish(country="SI"), after=after)
        seen += hits.educators
        after = hits.after
        if after is None:
            break
    assert after is None
    assert len(seen) == len({each.pk for each in seen}) == 45
    moments = [each.last_active_at for each in seen]
    assert moments == sorted(moments, reverse=True)


def test_pages_of_a_search_by_words_join_without_gaps():
    """The same order as everywhere, also where people were here at the same moment."""
    marek = cast.marek()
    with free_writing():
        for number in range(25):
            cast.educator(f"Guest{number:02} X", "SI", about="bridges")
        Educator.objects.filter(name__startswith="Guest").update(last_active_at=now())
    first = directory(marek.actor, Wish(text="bridges"))
    second = directory(marek.actor, Wish(text="bridges"), after=first.after)
    assert (first.total, second.total, second.after) == (25, 25, None)
    seen = [each.pk for hits in (first, second) for each in hits.educators]
    assert seen == sorted(set(seen), reverse=True)
    assert len(seen) == 25


def test_a_card_follows_the_person():
    """Cards are drawn once for what they show: after a change they show the new words."""
    marek, ana = cast.marek(), cast.ana()
    assert "Bees" not in marek.get(PARTNERS).content.decode()
    edit_profile(by=ana.actor, educator=ana.educator, about="Bees <b>", traits={})
    page = marek.get(PARTNERS).content.decode()
    assert "Bees &lt;b&gt;" in page
    assert "<b>" not in page


def test_show_20_more():
    marek = cast.marek()
    for number in range(22):
        cast.educator(f"Guest{number:02} X", "SI")
    first = marek.get(PARTNERS)
    more = first.context["next_after"]
    second = marek.get(f"{PARTNERS}?after={more}")
    names = [p["name"] for r in (first, second) for p in r.context["people"]]
    assert len(names) == len(set(names)) == 22
    assert marek.get(f"{PARTNERS}?after=nonsense").status_code == 200


@pytest.mark.parametrize("micro", [0, 1, 999_999, 123_456])
def test_a_cursor_reads_back_what_it_wrote(micro):
    moment = (dt.datetime(2026, 3, 3, 10, 42, 7, micro, tzinfo=dt.UTC), 512)
    assert cursors.read(cursors.written(moment)) == moment


NAMES = {
    "Łukasz Wójcik": ["lukasz", "LUKASZ wojc", "łukasz"],
    "Freja Jørgensen": ["jorgensen", "JØRGENSEN"],
    "Ελένη Παπαδάκης": ["ΕΛΕΝΗ", "ελενη παπαδακης", "ΠΑΠΑΔΆΚΗΣ"],
    "Işıl İnönü": ["isil", "IŞIL", "inonu", "ışıl İNÖNÜ"],
    "Ștefan Țepeș": ["stefan tepes", "Ştefan"],
}


def test_names_are_found_however_they_are_typed():
    """L-04: without marks, in capitals, with the final sigma, with the Turkish letters i."""
    marek = cast.marek()
    for number, name in enumerate(NAMES):
        cast.educator(f"Guest{number} X", "SI")
        cast.educator(name, "SI")
    for name, spellings in NAMES.items():
        for spelling in spellings:
            assert found(marek.actor, text=spelling) == {name}, spelling


def counted(actor, **wish):
    wish = Wish(**wish)
    facets = facets_of(wish, directory(actor, wish))
    return {str(kind): dict(values) for kind, values in facets.items()}


def test_each_filter_says_how_many_it_would_leave():
    """L-04: exactly as many as are found when it is chosen; none for what is chosen already."""
    marek, ana = cast.marek(), cast.ana()
    for number, (country, available) in enumerate([("RO", True), ("RO", False), ("BG", True)]):
        cast.educator(
            f"Guest{number} X", country, is_available=available,
            traits={TraitKind.SUBJECT: ["art"], TraitKind.AGE: ["9-12"],
                    TraitKind.LANGUAGE: ["en", "ro"], TraitKind.AVAILABILITY: ["visits"]},
        )  # fmt: skip
    everybody = counted(marek.actor)
    assert everybody["country"] == {"RO": 2, "BG": 1, "SI": 1}
    assert everybody["subject"]["art"] == 3
    assert everybody["availability"]["visits"] == 2
    for kind in (TraitKind.SUBJECT, TraitKind.AGE, TraitKind.LANGUAGE, TraitKind.AVAILABILITY):
        for value, number in everybody[kind].items():
            assert len(found(marek.actor, traits={kind: value})) == number
    romanian = counted(marek.actor, country="RO")
    assert "country" not in romanian
    assert romanian["subject"] == {"art": 2}
    assert romanian["availability"] == {"visits": 1}
    assert counted(marek.actor, text="nobody at all") == {}
    block_educator(by=ana.actor, educator=marek.educator)
    assert "SI" not in counted(marek.actor)["country"]


def test_filters_with_numbers_are_links_that_keep_the_rest():
    marek = cast.marek()
    cast.educator("Guest1 X", "RO", about="water", traits={TraitKind.SUBJECT: ["art"]})
    page = marek.get(f"{PARTNERS}?q=water&country=&after=nonsense")
    (subject,) = [each for each in page.context["facets"] if each.title == "Subject"]
    assert subject.links == (("Art · 1", "?q=water&subject=art"),)
    assert 'href="?q=water&amp;subject=art"' in page.content.decode()
    assert "Guest1 X" in marek.get(f"{PARTNERS}?q=water&subject=art").content.decode()


def test_of_more_hits_than_the_cap_the_numbers_are_at_least(monkeypatch, compile_anew):
    module = importlib.import_module("opentwinning.community.networking.queries.directory")
    monkeypatch.setattr(module, "COUNT_CAP", 3)
    monkeypatch.setattr(module, "SAMPLE", 2)
    compile_anew()
    marek = cast.marek()
    for number in range(6):
        cast.educator(f"Guest{number} X", "SI", traits={TraitKind.SUBJECT: ["art"]})
    page = marek.get(f"{PARTNERS}?country=SI").content.decode()
    assert "Art · 2+" in page


def test_not_everybody_wants_to_be_found():
    """R-22; nobody finds herself, nobody who waits or has lapsed, nobody across a block."""
    marek, ana, ion = cast.marek(), cast.ana(), cast.ion()
    cast.ewa()
    edit_profile(by=ana.actor, educator=ana.educator, traits={}, is_visible=False)
    assert found(marek.actor) == {"Ion Popescu"}
    block_educator(by=ion.actor, educator=marek.educator)
    assert found(marek.actor) == set()
    assert "Marek Zieliński" not in found(ion.actor)


def test_many_hits_are_counted_to_a_cap(monkeypatch, compile_anew):
    module = importlib.import_module("opentwinning.community.networking.queries.directory")
    monkeypatch.setattr(module, "COUNT_CAP", 3)
    compile_anew()
    marek = cast.marek()
    for number in range(6):
        cast.educator(f"Guest{number} X", "SI", about="water")
    for wish in (Wish(country="SI"), Wish(text="water"), Wish(country="SI", text="water")):
        hits = directory(marek.actor, wish)
        assert hits.is_capped
        assert hits.total == 3
    assert not directory(marek.actor, Wish(text="guest4")).is_capped
    assert len(directory(marek.actor, Wish(country="SI")).educators) == 6


def test_who_waits_for_validation_sees_a_number_and_no_name():
    """A15, row 46."""
    ana, ewa = cast.ana(), cast.ewa()
    for url in (PARTNERS, f"{PARTNERS}?q=ana", f"{PARTNERS}?country=SI"):
        page = ewa.get(url).content.decode()
        assert "Ana Kovač" not in page
        assert ana.educator.ref not in page
        assert "Names open when you are validated" in page
    assert "Teachers fit your search" in ewa.get(f"{PARTNERS}?country=SI").content.decode()


def test_officers_see_the_directory_visitors_sign_in():
    cast.ana()
    assert "Ana Kovač" in cast.petra().get(PARTNERS).content.decode()
    assert "/sign-in" in cast.Visitor().get(PARTNERS)["Location"]
    assert cast.otto().get(PARTNERS).status_code == 404


def test_e_mail_addresses_are_nowhere():
    """Row 8."""
    cast.ana()
    page = cast.marek().get(PARTNERS).content.decode()
    assert "ana@example.org" not in page


@pytest.mark.parametrize("url", [PARTNERS, f"{PARTNERS}?country=SI", f"{PARTNERS}?q=guest"])
def test_the_page_costs_the_same_for_one_and_three(url, django_assert_max_num_queries):
    marek = cast.marek()
    cast.educator("Guest0 X", "SI")
    marek.get(url)
    with django_assert_max_num_queries(30) as one:
        marek.get(url)
    cast.educator("Guest1 X", "SI")
    cast.educator("Guest2 X", "SI")
    with django_assert_max_num_queries(len(one)):
        marek.get(url)


def test_ten_requests_a_day_for_newcomers():
    """G9: the eleventh is refused and its text kept."""
    marek = cast.marek()
    guests = [cast.educator(f"Guest{number} X", "SI") for number in range(11)]
    urls = [f"/partners/ask/{guest.educator.ref}" for guest in guests]
    for url in urls[:10]:
        assert marek.post(url, {"message": "Hello"}).status_code == 302
    answer = marek.post(urls[10], {"message": "One more idea"})
    assert answer.status_code == 422
    assert "One more idea" in answer.content.decode()
    with stopped(now() + dt.timedelta(days=1, minutes=1)):
        assert marek.post(urls[10], {"message": "One more idea"}).status_code == 302


def test_experience_lifts_the_limit():
    from opentwinning.community.networking.queries import requests_a_day
    from opentwinning.community.networking.vocabulary import EXPERIENCE

    marek = cast.marek()
    assert requests_a_day(marek.educator) == 10
    EXPERIENCE.add(lambda educator_id: educator_id == marek.educator.pk)
    try:
        assert requests_a_day(marek.educator) == 50
        assert requests_a_day(cast.ana().educator) == 10
    finally:
        EXPERIENCE._entries.pop()


def test_contacts_page_notes_and_answers():
    ana, ion = cast.ana(), cast.ion()
    contact = ask_for_contact(by=ana.actor, educator=ion.educator, message="Rivers?")
    page = ion.get("/partners/contacts/").content.decode()
    assert "Rivers?" in page
    ion.post(f"/partners/contacts/{contact.ref}/answer", {"answer": "accept"})
    assert "Ana Kovač" in ion.get("/partners/contacts/").content.decode()
    ana.post(f"/partners/contacts/{contact.ref}", {"text": "Met in Ptuj"})
    assert "Met in Ptuj" in ana.get("/partners/contacts/").content.decode()
    assert "Met in Ptuj" not in ion.get("/partners/contacts/").content.decode()
    assert cast.marek().get(f"/partners/contacts/{contact.ref}").status_code == 404


def test_a_silent_no_looks_like_no_answer():
    ana, ion = cast.ana(), cast.ion()
    contact = ask_for_contact(by=ana.actor, educator=ion.educator, message="Rivers?")
    ion.post(f"/partners/contacts/{contact.ref}/answer", {"answer": "decline"})
    page = ana.get("/partners/contacts/").content.decode()
    assert "You asked, no answer yet" in page
    assert "eclined" not in page


def test_blocking_and_allowing_again_by_screens():
    ana, ion = cast.ana(), cast.ion()
    contact = ask_for_contact(by=ana.actor, educator=ion.educator, message="")
    accept_contact(by=ion.actor, contact=contact)
    edit_profile(by=ana.actor, educator=ana.educator, traits={}, is_visible=False)
    url = f"/partners/block/{ana.educator.ref}"
    assert "is not told" in ion.get(url).content.decode()
    ion.post(url)
    page = ion.get("/partners/contacts/").content.decode()
    assert "Blocked" in page
    ion.post(f"/partners/unblock/{ana.educator.ref}")
    assert "Blocked" not in ion.get("/partners/contacts/").content.decode()
    assert ion.post(f"/partners/unblock/{ana.educator.ref}").status_code == 404


def test_today_says_what_waits():
    ana, ion = cast.ana(), cast.ion()
    ask_for_contact(by=ana.actor, educator=ion.educator, message="")
    from opentwinning.community.networking.wiring.places import waiting_for_me

    assert [str(todo.text) for todo in waiting_for_me(ion.actor)] == ["Answer 1 contact request"]
    assert waiting_for_me(ana.actor) == []
    assert waiting_for_me(cast.ewa().actor) == []
