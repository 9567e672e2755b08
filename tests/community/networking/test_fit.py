"""Who fits best stands first, and the page says why (L-04, pain 11)."""

import datetime as dt
import importlib

import pytest

from opentwinning.community.networking.queries import directory
from opentwinning.community.networking.queries.directory import Wish
from opentwinning.community.networking.queries.fit import fit, mine_of, rows_of, why_it_fits
from opentwinning.core.clock import now
from opentwinning.core.permits import free_writing
from opentwinning.people.educators.actions import edit_profile
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.vocabulary import TraitKind
from tests import cast

pytestmark = pytest.mark.django_db
PARTNERS = "/partners/"
SUBJECT, AGE, LANGUAGE = TraitKind.SUBJECT, TraitKind.AGE, TraitKind.LANGUAGE


def traits(subjects="biology", ages="13-15", languages="de", **more):
    lists = {SUBJECT: subjects, AGE: ages, LANGUAGE: languages, **more}
    return {kind: words.split() for kind, words in lists.items()}


def elena_with(**profile):
    """Elena, who teaches biology to pupils of 13 to 15 and speaks German."""
    elena = cast.educator("Elena Dimitrova", "BG")
    edit_profile(by=elena.actor, educator=elena.educator, traits=traits(), **profile)
    return elena


def teacher(name, pupils_count=None, **words):
    return cast.educator(name, "RO", traits=traits(**words), pupils_count=pupils_count)


def test_who_shares_more_stands_before_who_was_here_later():
    elena = elena_with(pupils_count=24)
    teacher("All X", pupils_count=30)
    teacher("Subject X", ages="6-8", languages="fr")
    teacher("Language X", subjects="art", ages="6-8")
    teacher("Nothing X", subjects="art", ages="6-8", languages="fr")
    page = elena.get(PARTNERS)
    assert [each["name"] for each in page.context["people"]] == [
        "All X", "Subject X", "Language X", "Nothing X",
    ]  # fmt: skip
    words = page.content.decode()
    assert "both teach Biology · pupils of the same age: 13–15 years · both speak German" in words
    assert "classes of a similar size" in words
    assert words.count("Fits you:") == 3
    last = elena.get(f"{PARTNERS}?order=last")
    assert last.context["people"][0]["name"] == "Nothing X"
    assert "Fits you:" not in last.content.decode()
    best = page.context["people"][0]["url"]
    assert "both teach Biology" in elena.get(best).content.decode()


@pytest.mark.parametrize(("change", "is_better"), [
    ({"answer_rate": 90}, True), ({"answer_rate": 10}, False), ({"is_available": False}, False),
    ({"pupils_count": 24}, True), ({"pupils_count": 100}, None),
    ({"last_active_at": dt.timedelta(days=20)}, False),
])  # fmt: skip
def test_answers_availability_class_size_and_activity_count(change, is_better):
    mine = mine_of(elena_with(pupils_count=24).actor)
    other = teacher("Other X").educator

    def points():
        (row,) = rows_of(Educator.objects.filter(pk=other.pk).values_list(*FIELDS))
        return fit(mine, row)

    before = points()
    with free_writing():
        change = {
            key: now() - value if isinstance(value, dt.timedelta) else value
            for key, value in change.items()
        }
        Educator.objects.filter(pk=other.pk).update(**change)
    after = points()
    assert (after > before) is (is_better is True)
    assert (after < before) is (is_better is False)


FIELDS = importlib.import_module("opentwinning.community.networking.queries.fit").ROW


def pages(actor, wish):
    """All pages of a search in the order of fit: the educators."""
    mine, seen, after, points = mine_of(actor), [], None, None
    for _ in range(12):
        hits = directory(actor, wish, after=after, mine=mine, points=points)
        seen += hits.educators
        after, points = hits.after, hits.points
        if after is None:
            return seen
    raise AssertionError("the pages do not end")


def test_pages_in_the_order_of_fit_join_without_gaps(monkeypatch, compile_anew):
    """Also behind the pool, where the list goes on by last activity, and for filters with few or
    many hits."""
    module = importlib.import_module("opentwinning.community.networking.queries.directory")
    elena = elena_with()
    base = now()
    with free_writing():
        for number in range(14):
            person = teacher(f"Guest{number:02} X", ages="13-15" if number % 3 else "6-8")
            at = base - dt.timedelta(hours=number // 2)  # equal moments are possible
            Educator.objects.filter(pk=person.educator.pk).update(last_active_at=at)
    monkeypatch.setattr(module, "PAGE", 4)
    whole = {e.pk for e in Educator.objects.filter(name__startswith="Guest")}
    for cap in (1000, 5):
        monkeypatch.setattr(module, "COUNT_CAP", cap)
        monkeypatch.setattr(module, "POOL", 8)
        monkeypatch.setattr(module, "SMALL_POOL", 8)
        compile_anew()
        for wish in (Wish(), Wish(country="RO")):
            seen = [each.pk for each in pages(elena.actor, wish)]
            assert len(seen) == 14
            assert set(seen) == whole


def test_a_page_address_is_read_and_nonsense_is_the_first_page():
    elena = elena_with()
    for number in range(22):
        teacher(f"Guest{number:02} X")
    first = elena.get(PARTNERS)
    second = elena.get(f"{PARTNERS}?after={first.context['next_after']}")
    names = [p["name"] for r in (first, second) for p in r.context["people"]]
    assert len(names) == len(set(names)) == 22
    for nonsense in ("~", "9~", "x~1-2", "99999~1-2"):
        assert elena.get(f"{PARTNERS}?after={nonsense}").status_code == 200


def test_nothing_in_common_is_not_explained_and_officers_are_not_compared():
    elena = elena_with()
    other = teacher("Nothing X", subjects="art", ages="6-8", languages="fr", pupils_count=3)
    assert why_it_fits(mine_of(elena.actor), other.educator) == ""
    assert mine_of(cast.petra().actor) is None
    assert "Fits you:" not in cast.petra().get(PARTNERS).content.decode()


def test_equipment_and_neighbourhood_are_in_the_profile_and_gaps_are_named():
    """L-04, R-21, A-18; completeness hints name what is missing and go when it is said."""
    ana = cast.ana()
    page = ana.get("/educators/profile").content.decode()
    assert "Say which equipment your class can use." in page
    ana.post("/educators/profile", {
        "profession": "teacher", "subjects": "biology", "ages": "9-12", "languages": ["sl", "en"],
        "tools": "video-meetings", "availability": "neighbours", "pupils_count": "20",
        "ideas": "Storks", "is_visible": "on", "is_available": "on",
    })  # fmt: skip
    page = ana.get("/educators/profile").content.decode()
    assert "Partners find you better" not in page
    seen = cast.marek().get(f"/educators/{ana.educator.ref}").content.decode()
    assert "Video meetings" in seen
    assert "Partners in neighbourhood countries" in seen
    assert ana.educator.ref in cast.marek().get(f"{PARTNERS}?open_for=neighbours").content.decode()
