"""The screens of partner calls (X-23)."""

import datetime as dt

import pytest

from opentwinning.community.networking.models import CallAnswer, Contact, PartnerCall
from opentwinning.core.clock import now, stopped, today
from opentwinning.facilities.drafts.actions import save_draft
from tests import cast

pytestmark = pytest.mark.django_db
CALLS = "/partners/calls/"


def fields(**changes):
    return {
        "title": "Water around us", "idea": "We measure rivers.", "language": "en",
        "ages": ["9-12"], "languages": ["en"], "subjects": ["biology"], "partners_wanted": "2",
        "class_size": "24", "start": "spring", "duration": "months", "countries": ["RO"],
        "tools": [], "expires_on": f"{today() + dt.timedelta(days=30):%Y-%m-%d}", **changes,
    }  # fmt: skip


def published(person, **changes):
    for country in ("SI", "RO"):
        cast.office(country)
    answer = person.post(f"{CALLS}new", fields(**changes))
    assert answer.status_code == 302, answer.context["form"].errors
    return PartnerCall.objects.get(title=changes.get("title", "Water around us"))


def test_ana_publishes_and_ion_reads_every_field():
    call = published(cast.ana())
    page = cast.ion().get(f"{CALLS}{call.ref}").content.decode()
    for shown in (
        "Water around us", "We measure rivers.", "9–12 years", "Biology", "English", "24",
        "Romania", "In spring", "Some months", "Ana Kovač",
    ):  # fmt: skip
        assert shown in page


def test_an_invalid_form_keeps_what_was_typed():
    answer = cast.ana().post(f"{CALLS}new", fields(ages=[], idea="Rivers and maps"))
    assert answer.status_code == 422
    assert "Rivers and maps" in answer.content.decode()


def test_typing_is_never_lost():
    ana = cast.ana()
    save_draft(
        by=ana.actor, key="networking:call", fields={"title": ["Half"], "ages": ["9-12"]},
        url=f"{CALLS}new", title="Call", base_stamp="",
    )  # fmt: skip
    page = ana.get(f"{CALLS}new").content.decode()
    assert 'value="Half"' in page
    assert "checked" in page
    published(ana)
    assert 'value="Half"' not in ana.get(f"{CALLS}new").content.decode()


def test_filters_find_what_fits():
    published(cast.ana())
    ion, marek = cast.ion(), cast.marek()
    for query in ("q=river", "age=9-12", "subject=biology", "language=en", "country=SI"):
        assert "Water around us" in ion.get(f"{CALLS}?{query}").content.decode(), query
    for query in ("q=robots", "age=3-5", "subject=art", "language=el", "country=RO"):
        assert "Water around us" not in ion.get(f"{CALLS}?{query}").content.decode(), query
    assert "Water around us" in ion.get(f"{CALLS}?welcome=1").content.decode()
    assert "Water around us" not in marek.get(f"{CALLS}?welcome=1").content.decode()


def test_a_call_without_countries_welcomes_all():
    published(cast.ana(), countries=[])
    assert "Water around us" in cast.marek().get(f"{CALLS}?welcome=1").content.decode()


def test_an_answer_can_ask_for_contact_too():
    ana, ion = cast.ana(), cast.ion()
    call = published(ana)
    answer = ion.post(
        f"{CALLS}{call.ref}/answer", {"text": "We join with the Olt.", "asks_contact": "on"}
    )
    assert answer.status_code == 302
    assert "We join with the Olt." in ana.get(f"{CALLS}{call.ref}").content.decode()
    assert Contact.objects.get().asker == ion.educator
    freja = cast.freja()
    freja.post(f"{CALLS}{call.ref}/answer", {"text": "Good idea!"})
    assert Contact.objects.count() == 1
    assert CallAnswer.objects.count() == 2


def test_an_empty_answer_is_shown_with_its_error():
    ana, ion = cast.ana(), cast.ion()
    call = published(ana)
    answer = ion.post(f"{CALLS}{call.ref}/answer", {"text": " "})
    assert answer.status_code == 422
    assert ana.post(f"{CALLS}{call.ref}/answer", {"text": "Me"}).status_code == 403


def test_closed_and_expired_calls_are_not_listed_but_known_to_those_who_answered():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    call = published(ana)
    ion.post(f"{CALLS}{call.ref}/answer", {"text": "We join."})
    with stopped(now() + dt.timedelta(days=31)):
        assert "Water around us" not in marek.get(CALLS).content.decode()
        assert marek.get(f"{CALLS}{call.ref}").status_code == 404
        assert ion.get(f"{CALLS}{call.ref}").status_code == 200
    ana.post(f"{CALLS}{call.ref}/close")
    assert marek.get(f"{CALLS}{call.ref}").status_code == 404
    assert "Water around us" in ana.get(CALLS).content.decode()
    day = today() + dt.timedelta(days=10)
    ana.post(f"{CALLS}{call.ref}/reopen", {"expires_on": f"{day:%Y-%m-%d}"})
    assert marek.get(f"{CALLS}{call.ref}").status_code == 200


def test_ana_edits_nobody_else_does():
    ana, ion = cast.ana(), cast.ion()
    call = published(ana)
    url = f"{CALLS}{call.ref}/edit"
    assert ion.get(url).status_code == 404
    assert 'value="Water around us"' in ana.get(url).content.decode()
    ana.post(url, fields(title="Rivers"))
    call.refresh_from_db()
    assert call.title == "Rivers"


def test_officers_hide_with_a_reason_and_give_back():
    """Row 46."""
    ana, petra, marek = cast.ana(), cast.petra(), cast.marek()
    call = published(ana)
    url = f"{CALLS}{call.ref}/hide"
    assert cast.radu().get(url).status_code == 404
    assert petra.post(url, {"reason": ""}).status_code == 422
    petra.post(url, {"reason": "Advertising"})
    assert marek.get(f"{CALLS}{call.ref}").status_code == 404
    assert "Hidden" in petra.get(CALLS).content.decode()
    petra.post(url, {"reason": "Settled"})
    call.refresh_from_db()
    assert call.state == "open"


def test_an_answer_is_taken_back_or_hidden():
    ana, ion, radu = cast.ana(), cast.ion(), cast.radu()
    call = published(ana)
    ion.post(f"{CALLS}{call.ref}/answer", {"text": "First thought"})
    url = f"/partners/answers/{CallAnswer.objects.get().ref}/hide"
    assert ana.get(url).status_code == 404
    assert radu.post(url, {"reason": ""}).status_code == 422
    assert ion.post(url).status_code == 302
    assert "First thought" not in ana.get(f"{CALLS}{call.ref}").content.decode()


def test_who_waits_sees_no_call():
    """A15: the teaser counts, it does not show."""
    published(cast.ana())
    ewa = cast.ewa()
    assert ewa.get(CALLS).status_code == 404
    assert "Water around us" not in ewa.get("/partners/").content.decode()


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "javascript:alert(1)"])
def test_hostile_words_are_only_words(hostile):
    """C2."""
    call = published(cast.ana(), title=hostile, idea=hostile)
    page = cast.ion().get(f"{CALLS}{call.ref}").content.decode()
    assert "<script>alert" not in page


def test_the_list_costs_the_same_for_one_and_three(django_assert_max_num_queries):
    ana, marek = cast.ana(), cast.marek()
    published(ana)
    marek.get(CALLS)
    with django_assert_max_num_queries(30) as one:
        marek.get(CALLS)
    cost = len(one)
    for title in ("Maps", "Songs"):
        published(ana, title=title)
    with django_assert_max_num_queries(cost):
        marek.get(CALLS)
