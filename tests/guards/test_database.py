"""House law about writing: one writer per table, GET cannot write, migrations are complete."""

from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import transaction

from opentwinning.core.permits import WriteRefused, free_writing, permit, reading
from opentwinning.people.support.models import SupportOrganisation
from tests import cast

pytestmark = pytest.mark.django_db


@contextmanager
def refused():
    """Writing here is refused; the surrounding transaction of the test lives on."""
    with pytest.raises(WriteRefused), transaction.atomic():
        yield


def test_migrations_are_complete():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_nobody_writes_without_an_action():
    office = cast.office("SI")
    with refused():
        office.save()
    with refused():
        SupportOrganisation.objects.filter(pk=office.pk).update(phone="1")
    with refused():
        SupportOrganisation.objects.filter(pk=office.pk).delete()


def test_an_app_writes_only_its_own_tables():
    office = cast.office("SI")
    with permit("educators"), refused():
        office.save()
    with permit("support"):
        office.save()


def test_a_reading_request_cannot_write():
    """I5: even under a permit."""
    office = cast.office("SI")
    with reading(), permit("support"), refused():
        office.save()


def test_bulk_writing_is_seen_too():
    with permit("educators"), refused():
        SupportOrganisation.objects.bulk_create([SupportOrganisation(country="ZZ")])
    with free_writing():
        assert SupportOrganisation.objects.filter(country="ZZ").count() == 0
