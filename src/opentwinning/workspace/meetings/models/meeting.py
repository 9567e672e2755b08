"""A meeting, the seats of those who came, and the words their browsers exchange to connect."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.meetings.vocabulary import MAX_TITLE, SeatState
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import SpacePlace


class Meeting(models.Model):
    """Planned by a teacher. ``is_large``: it takes place at the video service of this site.
    ``run`` grows when somebody ends it for everybody: what belonged to the run before is over."""

    ref = RefField(prefix="met")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="meetings")
    place = models.CharField(max_length=12, default=SpacePlace.WHOLE)
    author = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    title = models.CharField(max_length=MAX_TITLE)
    is_large = models.BooleanField(default=False)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    run = models.PositiveIntegerField(default=1)
    called_off_at = models.DateTimeField(null=True)
    withheld_at = models.DateTimeField(null=True)
    form_token = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        indexes = [models.Index(fields=["space", "begins_at"], name="meetings_in_space")]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "form_token"],
                condition=~Q(form_token=""),
                name="meeting_planned_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Seat(models.Model):
    """Somebody who came. One for each person, whatever browsers she has: the newest page holds it
    (``tab``). Gone a day after the meeting; who was sent away stays away until then (H9)."""

    ref = RefField(prefix="sea")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="seats")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, default=SeatState.WAITING)
    tab = models.CharField(max_length=40, blank=True)
    asked_at = models.DateTimeField(default=now)
    seen_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="seat_once"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} in {self.meeting_id}"


class Letter(models.Model):
    """An offer, an answer or a way to reach somebody, from browser to browser (RFC 8829). Deleted
    as soon as it has arrived."""

    sender = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    receiver = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="letters")
    sender_tab = models.CharField(max_length=40)
    receiver_tab = models.CharField(max_length=40)
    data = models.TextField()
    created_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"{self.sender_id} to {self.receiver_id}"
