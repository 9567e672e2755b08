"""The map follows the schools."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.organisations.models import MapPin
from opentwinning.people.organisations.policies import may_draw_map
from opentwinning.people.organisations.queries.map import count_anew
from opentwinning.people.organisations.queries.positions import PIN_FIELDS


@action
def draw_map(*, by: Actor, put: list[MapPin], gone: list[int]) -> None:
    """Put schools on the map or where they belong, and take others away."""
    deny_unless(may_draw_map(by))
    MapPin.objects.filter(pk__in=gone).delete()
    MapPin.objects.bulk_create(
        put,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["organisation"],
        update_fields=list(PIN_FIELDS),
    )
    count_anew()
    note(put=len(put), gone=len(gone))
