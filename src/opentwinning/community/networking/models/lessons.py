"""The weekly lessons of an educator, and the days without lessons."""

from django.db import models

from opentwinning.community.networking.vocabulary import ShownTo
from opentwinning.core.clock import now
from opentwinning.people.educators.models import Educator


class Timetable(models.Model):
    """Says in which zone the clock of the classroom runs. Others never see it as a whole: contacts
    learn only the times they have in common with it, and ``shown_to`` (a ``ShownTo``) says who
    else learns something."""

    owner = models.OneToOneField(Educator, on_delete=models.CASCADE, related_name="timetable")
    time_zone = models.CharField(max_length=40)
    region = models.CharField(max_length=20, blank=True)  # whose holidays count; "" as her school
    shown_to = models.CharField(max_length=10, default=ShownTo.CONTACTS)
    saved_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return self.time_zone


class LessonSlot(models.Model):
    """One lesson of each week by the clock of the classroom. ``weekday``: 0 is Monday."""

    timetable = models.ForeignKey(Timetable, on_delete=models.CASCADE, related_name="slots")
    weekday = models.PositiveSmallIntegerField()
    begins = models.TimeField()
    ends = models.TimeField()
    label = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.weekday} {self.begins:%H:%M}"


class ClosedDays(models.Model):
    """Days on which no lesson takes place: holidays, exam weeks, an excursion; both ends count."""

    timetable = models.ForeignKey(Timetable, on_delete=models.CASCADE, related_name="closed_days")
    first_day = models.DateField()
    last_day = models.DateField()
    label = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.first_day} – {self.last_day}"
