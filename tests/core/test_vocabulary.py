"""Word lists, names of countries and languages, and the order in which readers see them."""

import re

import pytest
from django import forms
from django.utils import translation

from opentwinning.core import vocabulary as words
from opentwinning.core.collation import collation_key

LISTS = ["subjects", "ages", "professions", "topics", "tools"]
OUR_LANGUAGES = {"en", "sl", "ro", "da"}


@pytest.mark.parametrize("kind", LISTS)
def test_every_term_has_a_name_in_each_of_our_languages(kind):
    for each in words.terms(kind):
        assert set(each.names) == OUR_LANGUAGES, each.id
        assert all(name.strip() == name and name for name in each.names.values())


@pytest.mark.parametrize("kind", LISTS)
def test_no_two_terms_share_a_name(kind):
    for language in OUR_LANGUAGES:
        names = [each.name(language) for each in words.terms(kind)]
        assert len(names) == len(set(names)), language


@pytest.mark.parametrize("kind", LISTS)
def test_identifiers_are_short_and_plain(kind):
    assert all(re.fullmatch(r"[a-z0-9-]{3,32}", each.id) for each in words.terms(kind))


def test_romanian_names_use_commas_below_never_cedillas():
    for kind in LISTS:
        assert not any(set("şţŞŢ") & set(each.name("ro")) for each in words.terms(kind))


def test_a_missing_language_falls_back_to_english():
    biology = words.term("subjects", "biology")
    assert biology.name("sl") == "Biologija"
    assert biology.name("sl-si") == "Biologija"
    assert biology.name("ka") == "Biology"


def test_an_unknown_kind_or_identifier_is_an_error():
    with pytest.raises(KeyError):
        words.terms("colours")
    with pytest.raises(KeyError):
        words.term("subjects", "alchemy")
    assert not words.is_known("subjects", "alchemy")
    assert words.is_known("countries", "SI")


def test_countries_and_languages_are_named_in_the_language_of_the_reader():
    assert words.country_name("SI", "da") == "Slovenien"
    assert words.country_name("GR", "sl") == "Grčija"
    assert words.language_name("el", "ro") == "greacă"
    assert words.language_autonym("sl") == "Slovenščina"
    assert words.country_name("SI", "tlh") == "Slovenia"
    assert words.country_name("ZZ9", "en") == "ZZ9"


def test_every_country_and_language_we_offer_has_a_name_in_our_languages():
    for reader in OUR_LANGUAGES:
        assert all(words.country_name(code, reader) != code for code in words.countries())
        assert all(words.language_name(code, reader) != code for code in words.languages())


class _Form(forms.Form):
    subject = forms.ChoiceField(choices=words.choices("subjects"))
    country = forms.ChoiceField(choices=words.choices("countries", empty="Choose"))


def test_a_form_shows_names_and_order_of_the_active_language():
    with translation.override("sl"):
        assert "Likovna umetnost" in str(_Form()["subject"])
    with translation.override("da"):
        shown = [name for _, name in _Form().fields["country"].choices]
        assert shown[0] == "Choose"
        assert shown[-1] == "Østrig"
    with translation.override("en"):
        assert next(iter(words.choices("countries")))[1] == "Albania"


def test_a_form_accepts_known_identifiers_only():
    assert _Form({"subject": "biology", "country": "SI"}).is_valid()
    assert not _Form({"subject": "alchemy", "country": "SI"}).is_valid()


def test_choices_can_be_narrowed():
    with translation.override("en"):
        assert list(words.choices("ages", only=["9-12", "6-8"])) == [
            ("6-8", "6–8 years"),
            ("9-12", "9–12 years"),
        ]


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        ("sl", ["Celje", "Črnomelj", "Domžale", "Sežana", "Šmarje", "Zagorje", "Žalec"]),
        ("da", ["Vejle", "Ærø", "Ølstykke", "Årslev"]),
        ("tr", ["Hatay", "Iğdır", "İzmir", "Ordu", "Ödemiş"]),
        ("ro", ["Arad", "Sibiu", "Şimleu", "Tulcea", "Țăndărei"]),
        ("en", ["Ærø", "Årslev", "Celje", "Črnomelj", "Zagorje"]),
        ("pl", ["Lublin", "Łódź", "Poznań", "Zamość", "Żywiec"]),
    ],
)
def test_names_sort_as_readers_expect(language, in_order):
    mixed = sorted(in_order, reverse=True)
    assert sorted(mixed, key=lambda name: collation_key(name, language)) == in_order
