"""A question, its choices, and the votes."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import SpacePlace
from opentwinning.workspace.votes.vocabulary import (
    MAX_CHOICE,
    MAX_TITLE,
    Answer,
    PollKind,
    Reveal,
    Voice,
)


class Poll(models.Model):
    """Open until ``closed_at`` or ``closes_at``, whichever comes first. ``event_ref``: the event
    that was planned with it, "" while none was."""

    ref = RefField(prefix="pol")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="polls")
    place = models.CharField(max_length=12, default=SpacePlace.WHOLE)
    author = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    kind = models.CharField(max_length=8, default=PollKind.QUESTION)
    title = models.CharField(max_length=MAX_TITLE)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=10, default="en")
    voice = models.CharField(max_length=6, default=Voice.MEMBER)
    reveal = models.CharField(max_length=6, default=Reveal.VOTED)
    takes_many = models.BooleanField(default=False)
    shows_names = models.BooleanField(default=False)
    closes_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    event_ref = models.CharField(max_length=40, blank=True)
    version = models.PositiveIntegerField(default=1)
    form_token = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(default=now)
    withheld_at = models.DateTimeField(null=True)  # hidden after a report
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["space", "deleted_at", "-id"], name="polls_in_space")]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "form_token"], condition=~Q(form_token=""), name="poll_made_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_time(self) -> bool:
        return self.kind == PollKind.TIME

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None or (
            self.closes_at is not None and self.closes_at <= now()
        )


class Choice(models.Model):
    """Words, or a time."""

    ref = RefField(prefix="cho")
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="choices")
    text = models.CharField(max_length=MAX_CHOICE, blank=True)
    begins_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(begins_at__isnull=True, ends_at__isnull=True)
                | Q(begins_at__isnull=False, ends_at__gt=models.F("begins_at")),
                name="choice_ends_later",
            ),
        ]

    def __str__(self) -> str:
        return self.text or str(self.begins_at)


class Ballot(models.Model):
    """The vote of a member, or of her school: then ``country`` and ``school`` name it and
    ``member`` is who gave it last."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="ballots")
    member = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    country = models.CharField(max_length=2, blank=True)
    school = models.CharField(max_length=250, blank=True)
    given_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["poll", "member"], condition=Q(school=""), name="ballot_once"
            ),
            models.UniqueConstraint(
                fields=["poll", "country", "school"],
                condition=~Q(school=""),
                name="ballot_once_school",
            ),
        ]

    def __str__(self) -> str:
        return f"vote {self.pk} in {self.poll_id}"


class Pick(models.Model):
    """A choice somebody said yes, or "if need be", to."""

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="picks")
    choice = models.ForeignKey(Choice, on_delete=models.CASCADE, related_name="picks")
    answer = models.CharField(max_length=5, default=Answer.YES)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ballot", "choice"], name="pick_once"),
        ]

    def __str__(self) -> str:
        return f"{self.answer} to {self.choice_id}"
