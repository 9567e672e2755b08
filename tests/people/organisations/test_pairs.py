"""Two records of one school: proposed by an import, decided by a person, taken back.

R-17, X-12.
"""

import pytest

from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.people.organisations.actions import (
    join_organisation,
    keep_apart,
    merge_organisations,
    undo_merge,
)
from opentwinning.people.organisations.models import Affiliation, Merge, Pair
from opentwinning.people.organisations.queries import find_organisations
from tests import cast
from tests.people.organisations.test_sixteen_facts import BOR, HRAST, JELKA, LIPA, bring, school

pytestmark = pytest.mark.django_db
NEW_HRAST = ["105", *HRAST[1:]]


def replaced():
    """Hrast vanishes and comes back under another code, as registers do."""
    bring(LIPA, BOR, JELKA, HRAST)
    done = bring(LIPA, BOR, JELKA, NEW_HRAST)
    return done, school("005"), school("105")


def teacher_at(organisation, name="Ana Kovač"):
    person = cast.newcomer(name, "SI")
    join_organisation(by=person.actor, educator=person.educator, organisation=organisation)
    return person


def works_at(person):
    rows = Affiliation.objects.filter(educator=person.educator, ended_at=None)
    return {row.organisation.code for row in rows}


def test_fact_9_successors_are_proposed():
    done, old, new = replaced()
    pair = Pair.objects.get()
    assert (pair.gone, pair.kept, pair.reason, pair.state) == (old, new, "successor", "open")
    assert done.proposed_count == 1
    assert (old.state, old.merged_into, new.state) == ("closed", None, "active")


def test_fact_11_projects_stay_attached_to_a_school_that_goes_into_another():
    """The record that projects point at is never deleted; its card leads on."""
    _, old, new = replaced()
    merge_organisations(by=cast.petra().actor, kept=new, gone=old)
    page = cast.Visitor().get(f"/organisations/{old.ref}").content.decode()
    assert f"/organisations/{new.ref}" in page
    page = cast.Visitor().get(f"/organisations/{new.ref}").content.decode()
    assert f"/organisations/{old.ref}" in page


def test_a_first_teachers_school_is_proposed_beside_the_registers():
    ana = cast.newcomer("Ana Kovač", "SI")
    own = cast.school(ana)
    bring(["001", own.name, own.place, own.postcode, *LIPA[4:]])
    pair = Pair.objects.get()
    assert (pair.gone, pair.kept.code, pair.reason) == (own, "001", "look_alike")


def test_a_merge_moves_teachers_and_branches_and_is_written_down():
    _, old, new = replaced()
    ana, both = teacher_at(old), teacher_at(old, "Nina Kos")
    join_organisation(by=both.actor, educator=both.educator, organisation=new)
    bring(LIPA, ["0002", *BOR[1:5], "005", *BOR[6:]], JELKA, HRAST, NEW_HRAST)
    merge = merge_organisations(by=cast.petra().actor, kept=new, gone=old)
    assert (works_at(ana), works_at(both)) == ({"105"}, {"105"})
    assert school("0002").parent == new
    old.refresh_from_db()
    assert (old.state, old.merged_into) == ("closed", new)
    assert find_organisations("SI", "hrast") == [new]
    assert Pair.objects.get().state == "merged"
    assert LedgerEntry.objects.filter(verb__endswith="merge_organisations").count() == 1
    assert merge.by_account_id == cast.petra().account.pk


def test_an_undo_is_a_record_of_its_own_and_brings_everything_back():
    _, old, new = replaced()
    ana, petra = teacher_at(old), cast.petra()
    merge = merge_organisations(by=petra.actor, kept=new, gone=old)
    undo = undo_merge(by=petra.actor, merge=merge)
    assert undo.undoes == merge
    assert Merge.objects.count() == 2
    assert works_at(ana) == {"005"}
    old.refresh_from_db()
    assert (old.state, old.merged_into) == ("closed", None)
    with pytest.raises(Invalid, match="taken back already"):
        undo_merge(by=petra.actor, merge=merge)


def test_the_next_import_does_not_wake_a_merged_record():
    _, old, new = replaced()
    merge_organisations(by=cast.petra().actor, kept=new, gone=old)
    bring(LIPA, BOR, JELKA, HRAST, NEW_HRAST)
    old.refresh_from_db()
    assert (old.state, old.merged_into) == ("closed", new)
    assert find_organisations("SI", "hrast") == [new]


def test_a_pair_that_was_decided_is_not_proposed_again():
    replaced()
    keep_apart(by=cast.petra().actor, pair=Pair.objects.get())
    bring(LIPA, BOR, JELKA, HRAST)
    done = bring(LIPA, BOR, JELKA, NEW_HRAST)
    assert done.proposed_count == 0
    assert Pair.objects.get().state == "apart"


def test_nobody_merges_schools_of_another_country_or_a_school_with_itself():
    """B13."""
    _, old, new = replaced()
    with pytest.raises(Refused):
        merge_organisations(by=cast.radu().actor, kept=new, gone=old)
    with pytest.raises(Refused):
        merge_organisations(by=cast.ana().actor, kept=new, gone=old)
    with pytest.raises(Invalid):
        merge_organisations(by=cast.petra().actor, kept=old, gone=old)
    assert not Merge.objects.exists()


def test_petra_decides_on_the_screen_and_takes_it_back():
    _, old, new = replaced()
    petra = cast.petra()
    pair = Pair.objects.get()
    assert "1 pair of records may be one school" in petra.get("/desk/schools/SI/").content.decode()
    page = petra.get("/desk/schools/SI/pairs").content.decode()
    assert f"/desk/pairs/{pair.ref}" in page
    page = petra.get(f"/desk/pairs/{pair.ref}").content.decode()
    assert "005" in page
    assert "105" in page
    assert petra.post(f"/desk/pairs/{pair.ref}", {"decision": ""}).status_code == 422
    answer = petra.post(f"/desk/pairs/{pair.ref}", {"decision": "keep_second"}, follow=True)
    assert "Take it back" in answer.content.decode()
    old.refresh_from_db()
    assert old.merged_into == new
    merge = Merge.objects.get()
    answer = petra.post(f"/desk/merges/{merge.ref}/undo", follow=True)
    assert "taken out again" in answer.content.decode()
    assert cast.radu().get(f"/desk/pairs/{pair.ref}").status_code == 404
    assert cast.radu().post(f"/desk/merges/{merge.ref}/undo").status_code == 404


def test_two_schools_stay_two():
    _, old, _ = replaced()
    petra, pair = cast.petra(), Pair.objects.get()
    petra.post(f"/desk/pairs/{pair.ref}", {"decision": "apart"})
    pair.refresh_from_db()
    old.refresh_from_db()
    assert (pair.state, old.merged_into) == ("apart", None)
