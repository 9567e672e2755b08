"""Offices keep the holidays of their country."""

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.support.models import Holiday, SupportOrganisation
from opentwinning.people.support.policies import may_keep_holidays
from opentwinning.people.support.queries.holiday_file import FoundHoliday, checked
from opentwinning.people.support.queries.holidays import key_of
from opentwinning.people.support.queries.regions import region_codes
from opentwinning.people.support.vocabulary import MOST_HOLIDAY_ROWS

_TWICE = pgettext_lazy("holidays", "This holiday is written down already.")
_TOO_MANY = pgettext_lazy("holidays", "The file has too many rows. Send one school year at a time.")


@action
def save_holiday(  # noqa: PLR0913 - the fields of the form
    *,
    by: Actor,
    country: str,
    kind: str,
    region: str,
    first_day: dt.date,
    last_day: dt.date,
    name: str,
    holiday: Holiday | None = None,
) -> Holiday:
    """Write down one holiday, or change one of the same country."""
    deny_unless(may_keep_holidays(by, holiday.country if holiday else country))
    deny_unless(may_keep_holidays(by, country))
    _locked(country)
    found = checked(FoundHoliday(first_day, last_day, region, kind, name), region_codes(country))
    same = Holiday.objects.filter(
        country=country, region=region, kind=kind, first_day=first_day, last_day=last_day
    )
    if (same.exclude(pk=holiday.pk) if holiday else same).exists():
        raise Invalid(_TWICE, "first_day")
    kept = holiday or Holiday(country=country)
    kept.region, kept.kind, kept.name = found.region, found.kind, found.name
    kept.first_day, kept.last_day = first_day, last_day
    kept.by_account_id, kept.written_at = by.account_id, now()
    kept.save()
    note(kept, country=country, first_day=first_day, last_day=last_day, after=name)
    return kept


@action
def delete_holiday(*, by: Actor, holiday: Holiday) -> None:
    """It was wrong or was moved."""
    deny_unless(may_keep_holidays(by, holiday.country))
    note(holiday, country=holiday.country, first_day=holiday.first_day, before=holiday.name)
    Holiday.objects.filter(pk=holiday.pk).delete()


@action
def import_holidays(*, by: Actor, country: str, found: Sequence[FoundHoliday]) -> tuple[int, int]:
    """Write down the holidays of a file; returns how many are new and how many got another name.
    The same file a second time changes nothing, and nothing that is not in it is removed."""
    deny_unless(may_keep_holidays(by, country))
    office = _locked(country)
    if len(found) > MOST_HOLIDAY_ROWS:
        raise Invalid(_TOO_MANY, "file")
    known = {key_of(each): each for each in Holiday.objects.filter(country=country)}
    regions = region_codes(country)
    new: dict[tuple[object, ...], Holiday] = {}
    renamed: list[Holiday] = []
    for each in found:
        checked(each, regions)
        before = known.get(key_of(each))
        if before is None:
            new[key_of(each)] = Holiday(
                country=country, region=each.region, kind=each.kind, name=each.name,
                first_day=each.first_day, last_day=each.last_day, by_account_id=by.account_id,
            )  # fmt: skip
        elif before.name != each.name:
            before.name = each.name
            renamed.append(before)
    Holiday.objects.bulk_create(new.values())
    Holiday.objects.bulk_update(renamed, ["name"], batch_size=200)
    note(office, country=country, after={"new": len(new), "renamed": len(renamed)})
    return len(new), len(renamed)


def _locked(country: str) -> SupportOrganisation:
    """The office whose list it is: two officers do not write at once."""
    return SupportOrganisation.objects.select_for_update().get(country=country)
