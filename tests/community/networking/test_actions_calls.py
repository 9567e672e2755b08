"""Partner calls: publish, edit, close, answer, hide (L-02, L-03, X-23)."""

import datetime as dt

import pytest

from opentwinning.community.networking.actions import (
    answer_call,
    block_educator,
    close_call,
    edit_call,
    hide_answer,
    hide_call,
    publish_call,
    reopen_call,
    show_call,
    write_contact_note,
)
from opentwinning.community.networking.models import (
    Block,
    CallAnswer,
    ContactNote,
    PartnerCall,
)
from opentwinning.community.networking.queries import tie_with
from opentwinning.community.networking.vocabulary import CallTraitKind
from opentwinning.core.actor import SYSTEM
from opentwinning.core.clock import now, stopped, today
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.facilities.search.queries import matching
from opentwinning.people.accounts.actions import erase_account
from tests import cast
from tests.scenes.projects import befriend

pytestmark = pytest.mark.django_db


def publish(by, title="Water around us", **details):
    values = {
        "idea": "We measure rivers and tell stories about them.",
        "language": "en",
        "expires_on": today() + dt.timedelta(days=60),
    }
    traits = {CallTraitKind.SUBJECT: ["biology"], CallTraitKind.AGE: ["9-12"]}
    return publish_call(by=by.actor, traits=traits, title=title, **{**values, **details})


def test_ana_publishes_and_changes_her_call():
    ana = cast.ana()
    call = publish(ana)
    edit_call(
        by=ana.actor, call=call, traits={CallTraitKind.AGE: ["9-12", "13-15"]}, title="Rivers",
        idea=call.idea, language="en", expires_on=call.expires_on,
    )  # fmt: skip
    call.refresh_from_db()
    assert call.title == "Rivers"
    assert sorted(call.traits.values_list("kind", "value")) == [("age", "13-15"), ("age", "9-12")]


def test_a_second_click_publishes_nothing_twice():
    """G6."""
    ana = cast.ana()
    assert publish(ana) == publish(ana)
    assert PartnerCall.objects.count() == 1


def test_five_open_calls_are_enough():
    ana = cast.ana()
    for number in range(5):
        publish(ana, title=f"Idea {number}")
    with pytest.raises(Invalid, match="five open calls"):
        publish(ana, title="Idea 6")
    close_call(by=ana.actor, call=PartnerCall.objects.first())
    assert publish(ana, title="Idea 6")


@pytest.mark.parametrize("days", [-1, 366])
def test_the_last_day_lies_in_the_coming_year(days):
    with pytest.raises(Invalid) as problem:
        publish(cast.ana(), expires_on=today() + dt.timedelta(days=days))
    assert problem.value.field == "expires_on"
    assert not PartnerCall.objects.exists()


def test_no_field_slips_in_with_the_form():
    """B6."""
    with pytest.raises(TypeError):
        publish(cast.ana(), state="hidden")


def test_who_waits_for_validation_publishes_nothing():
    """A15."""
    with pytest.raises(Refused):
        publish(cast.ewa())


def test_only_the_author_edits_and_closes():
    call = publish(cast.ana())
    for act, more in ((close_call, {}), (reopen_call, {"expires_on": today()})):
        with pytest.raises(Refused) as refusal:
            act(by=cast.ion().actor, call=call, **more)
        assert refusal.value.verdict.secret


def test_ion_answers_and_ana_is_told():
    ana, ion = cast.ana(), cast.ion()
    call = publish(ana)
    answer_call(by=ion.actor, call=call, text="Our river is the Olt. We join.")
    notice = Notice.objects.get(account_id=ana.account.pk, kind="networking.answered")
    assert notice.facts == {"author": "Ion Popescu", "title": "Water around us"}
    answer_call(by=ion.actor, call=call, text="Our river is the Olt. We join.")
    assert CallAnswer.objects.count() == 1


def test_nobody_answers_an_own_a_closed_or_an_expired_call_or_across_a_block():
    ana, ion = cast.ana(), cast.ion()
    call = publish(ana)
    with pytest.raises(Refused, match="your own"):
        answer_call(by=ana.actor, call=call, text="Me")
    with stopped(now() + dt.timedelta(days=61)), pytest.raises(Refused):
        answer_call(by=ion.actor, call=call, text="Late")
    block_educator(by=ana.actor, educator=ion.educator)
    with pytest.raises(Refused, match="not looking"):
        answer_call(by=ion.actor, call=call, text="Me")
    close_call(by=ana.actor, call=call)
    call.refresh_from_db()
    with pytest.raises(Refused):
        answer_call(by=cast.freja().actor, call=call, text="Closed")


def test_a_closed_call_opens_again_with_a_new_day():
    ana = cast.ana()
    call = close_call(by=ana.actor, call=publish(ana))
    day = today() + dt.timedelta(days=30)
    reopen_call(by=ana.actor, call=call, expires_on=day)
    call.refresh_from_db()
    assert (call.state, call.expires_on, call.closed_at) == ("open", day, None)


def test_petra_hides_a_call_of_her_country_with_a_reason():
    """Row 46, H17."""
    ana, petra = cast.ana(), cast.petra()
    call = publish(ana)
    with pytest.raises(Refused):
        hide_call(by=cast.radu().actor, call=call, reason="Advertising")
    with pytest.raises(Invalid):
        hide_call(by=petra.actor, call=call, reason=" ")
    hide_call(by=petra.actor, call=call, reason="Advertising")
    call.refresh_from_db()
    assert call.state == "hidden"
    assert Notice.objects.get(account_id=ana.account.pk, kind="safeguarding.stated")
    with pytest.raises(Refused, match="support organisation hid"):
        reopen_call(by=ana.actor, call=call, expires_on=today())
    show_call(by=petra.actor, call=call, reason="Settled by phone")
    call.refresh_from_db()
    assert call.state == "open"


def test_an_answer_is_taken_back_by_its_author_or_hidden_by_her_country():
    ana, ion = cast.ana(), cast.ion()
    call = publish(ana)
    answer = answer_call(by=ion.actor, call=call, text="Buy my book")
    for stranger in (ana, cast.petra()):
        with pytest.raises(Refused):
            hide_answer(by=stranger.actor, answer=answer, reason="Advertising")
    hide_answer(by=cast.radu().actor, answer=answer, reason="Advertising")
    answer.refresh_from_db()
    assert answer.hidden_at
    assert Notice.objects.get(account_id=ion.account.pk, kind="safeguarding.stated")
    own = answer_call(by=ion.actor, call=call, text="Sorry, here is my idea")
    hide_answer(by=ion.actor, answer=own)
    own.refresh_from_db()
    assert own.hidden_at


def test_an_erased_author_is_found_no_more_and_notes_about_her_are_gone():
    """J3: the search index and what colleagues noted or blocked."""
    ana, ion = cast.ana(), cast.ion()
    call = publish(ana, title="Otters of the Drava")
    befriend(ana, ion)
    contact = tie_with(ion.educator, ana.educator)
    write_contact_note(by=ion.actor, contact=contact, text="likes otters")
    block_educator(by=cast.marek().actor, educator=ana.educator)
    assert matching("call", "otters") == [call.pk]
    erase_account(by=SYSTEM, account=ana.account)
    assert matching("call", "otters") == []
    assert not ContactNote.objects.exists()
    assert not Block.objects.exists()
