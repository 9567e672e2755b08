"""A school's legal name is everybody's to read, its accreditation number only the office's."""

import pytest

from opentwinning.people.organisations.models import Organisation, Pair
from opentwinning.people.organisations.queries import find_organisations
from tests import cast
from tests.people.organisations.test_sixteen_facts import HEADINGS, LIPA, bring, school, text
from tests.people.organisations.test_views import LIPA as FORM

pytestmark = pytest.mark.django_db
LEGAL, NUMBER = "Javni zavod Pod Lipo Bled", "AKR-0417"


def test_the_first_teacher_writes_the_legal_name_and_petra_the_number():
    """X-10; B6: no teacher gives her school a number."""
    nina, petra = cast.newcomer("Nina Kos", "SI"), cast.petra()
    nina.post(
        "/organisations/register", {**FORM, "legal_name": LEGAL, "accreditation": "CANARY-teacher"}
    )
    lipa = Organisation.objects.get()
    assert (lipa.legal_name, lipa.accreditation) == (LEGAL, "")
    assert find_organisations("SI", "javni zavod") == [lipa]
    edit = f"/organisations/{lipa.ref}/edit"
    assert f'value="{LEGAL}"' in petra.get(edit).content.decode()
    fields = {"name": lipa.name, "place": "Bled", "legal_name": LEGAL, "accreditation": NUMBER}
    assert petra.post(edit, fields).status_code == 302
    card = f"/organisations/{lipa.ref}"
    for reader in (cast.Visitor(), nina, cast.radu()):
        page = reader.get(card).content.decode()
        assert LEGAL in page
        assert NUMBER not in page
    assert NUMBER in petra.get(card).content.decode()


def test_a_register_brings_both_and_two_records_show_them_side_by_side():
    headings = [*HEADINGS, "Legal name", "Accreditation number"]
    bring(file=text([headings, [*LIPA, LEGAL, NUMBER]]))
    assert (school("001").legal_name, school("001").accreditation) == (LEGAL, NUMBER)
    bring(LIPA)  # another file says nothing about them: they stay
    assert (school("001").legal_name, school("001").accreditation) == (LEGAL, NUMBER)
    bring(file=text([headings, ["105", *LIPA[1:], LEGAL, "AKR-0999"]]))
    page = cast.petra().get(f"/desk/pairs/{Pair.objects.get().ref}").content.decode()
    assert (page.count(LEGAL), page.count(NUMBER), page.count("AKR-0999")) == (2, 1, 1)
