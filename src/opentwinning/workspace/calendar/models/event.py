"""Something that happens in a space at a time."""

from django.db import models
from django.db.models import F, Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.calendar.vocabulary import MAX_TITLE, MAX_WHERE
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import SpacePlace


class Event(models.Model):
    """``begins_at`` and ``ends_at`` are moments. Of whole days only ``first_day`` and ``last_day``
    count, which are the same days everywhere; the moments then are midnights of the writer's zone
    and serve for the order alone."""

    ref = RefField(prefix="evt")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="events")
    place = models.CharField(max_length=12, default=SpacePlace.WHOLE)
    author = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    title = models.CharField(max_length=MAX_TITLE)
    text = models.TextField(blank=True)
    where = models.CharField(max_length=MAX_WHERE, blank=True)
    language = models.CharField(max_length=10, default="en")
    is_whole_day = models.BooleanField(default=False)
    first_day = models.DateField()
    last_day = models.DateField()
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    time_zone = models.CharField(max_length=40)  # of the writer: what she means by "10:00"
    created_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)
    version = models.PositiveIntegerField(default=1)
    form_token = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=64, blank=True)  # hash of its name in a calendar file
    source_said = models.CharField(max_length=64, blank=True)  # hash of what the file last said
    cancelled_at = models.DateTimeField(null=True)
    withheld_at = models.DateTimeField(null=True)  # hidden after a report
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["space", "deleted_at", "begins_at"], name="events_in_space"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "form_token"],
                condition=~Q(form_token=""),
                name="event_sent_once",
            ),
            models.UniqueConstraint(
                fields=["space", "source"],
                condition=~Q(source=""),
                name="event_brought_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")) & Q(last_day__gte=F("first_day")),
                name="event_ends_later",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None
