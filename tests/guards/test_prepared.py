"""Prepared statements ask what their plain queries ask, and pages remember only while they read."""

import pytest
from django.db import transaction
from django.db.models import QuerySet

from opentwinning.config import urls  # noqa: F401 - brings every view and its queries
from opentwinning.core import prepared
from opentwinning.core.permits import free_writing
from opentwinning.core.recall import once_per_page, remembering
from opentwinning.people.educators.models import Educator
from opentwinning.people.support.models import SupportOrganisation
from tests import cast

pytestmark = pytest.mark.django_db

KEPT = [each for each in prepared.ALL if each.__module__.startswith("opentwinning.")]


def lengths(statement, each):
    """So many values in each list of its arguments."""
    return tuple(each for kind in statement.kinds if kind is list)


@pytest.mark.parametrize("many", [1, 3])
@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: f"{kept.__module__}.{kept.__qualname__}")
def test_a_prepared_statement_is_the_plain_query(kept, many):
    """Other values than those it was compiled with: the same words, the values in their places."""
    with transaction.atomic():
        statement = kept.statement(lengths(kept, many))
        others = kept.standins(lengths(kept, many), start=500)
        compiler = kept.build(*others).query.get_compiler(using="default")
        sql, values = compiler.as_sql()
    assert statement.sql == sql
    assert statement.bound(prepared.flat(others)) == list(values)


def test_every_statement_of_the_house_is_compared():
    assert len(KEPT) > 30


@prepared.prepared
def in_countries(countries: list[str]) -> QuerySet[SupportOrganisation]:
    return SupportOrganisation.objects.filter(country__in=countries).order_by("country")


@prepared.prepared
def named(name: str) -> QuerySet[SupportOrganisation, tuple[str, str]]:
    return SupportOrganisation.objects.filter(name=name).values_list("country", "name")


def test_rows_come_as_from_the_plain_query():
    offices = [cast.office("SI"), cast.office("RO")]
    assert in_countries(["SI", "RO"]) == sorted(offices, key=lambda office: office.country)
    assert in_countries(["RO"]) == [offices[1]]
    assert named(offices[0].name) == [("SI", offices[0].name)]
    assert named("nobody") == []


def test_lists_of_any_length_are_answered(django_assert_num_queries):
    office = cast.office("SI")
    with django_assert_num_queries(0):
        assert in_countries([]) == []
    many = [f"{number:02}" for number in range(prepared.LONGEST)]
    assert in_countries([*many, "SI"]) == [office]


@pytest.mark.parametrize(
    ("length", "room"), [(1, 50), (50, 50), (51, 64), (1001, 1024), (2000, 2000)]
)
def test_padded_lists_of_many_lengths_share_few_statements(length, room):
    """Only the last value is repeated, so that the answer stays the same."""
    values = list(range(length))
    wide = prepared.padded(values)
    assert len(wide) == room
    assert wide[:length] == values
    assert set(wide) == set(values)


def test_a_padded_list_is_bound_to_its_kept_statement():
    @prepared.prepared
    def numbered(numbers: list[int]) -> QuerySet[Educator]:
        return Educator.objects.filter(pk__in=numbers)

    prepared.ALL.remove(numbered)
    ana = cast.ana().educator
    for length in (60, 64):
        assert numbered(prepared.padded([ana.pk, *range(-length, -1)])) == [ana]
    assert len(numbered._kept) == 1


@pytest.mark.parametrize("value", [None, 7, ["SI"]])
def test_a_value_of_another_kind_is_refused(value):
    with pytest.raises(prepared.CannotPrepare):
        named(value)


def test_a_query_that_hides_its_value_cannot_be_prepared():
    def careless(country: str) -> QuerySet[SupportOrganisation]:
        rows = SupportOrganisation.objects.all()
        return rows.filter(country=country) if country == "SI" else rows

    kept = prepared.Prepared(careless)
    prepared.ALL.remove(kept)
    with pytest.raises(prepared.CannotPrepare):
        kept("SI")


def test_a_page_asks_once_and_the_next_page_asks_again():
    asked = []

    @once_per_page
    def answer(question: str) -> str:
        asked.append(question)
        return question.upper()

    with remembering():
        assert [answer("a"), answer("a"), answer("b")] == ["A", "A", "B"]
    assert asked == ["a", "b"]
    with remembering():
        answer("a")
    answer("a")
    answer("a")
    assert asked == ["a", "b", "a", "a", "a"]


def test_the_next_page_shows_what_changed():
    """What one page remembered is not remembered for the next."""
    ana = cast.ana()
    todo = "Renew your validation"
    assert todo not in ana.get("/today/").content.decode()
    with free_writing():
        Educator.objects.filter(pk=ana.educator.pk).update(validation_state="lapsed")
    assert todo in ana.get("/today/").content.decode()
