"""What somebody said about a thing, and the signs she gave."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.workspace.remarks.vocabulary import MAX_QUOTE, MAX_REASON
from opentwinning.workspace.spaces.models import Member, Space


class Remark(models.Model):
    """About the whole thing, or about the words in ``quote``; an answer has a ``parent``. ``kind``
    and ``thing_ref`` name the thing."""

    ref = RefField(prefix="rem")
    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="remarks")
    kind = models.CharField(max_length=20)
    thing_ref = models.CharField(max_length=40)
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="answers")
    author = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    text = models.TextField()
    quote = models.CharField(max_length=MAX_QUOTE, blank=True)
    language = models.CharField(max_length=10, default="en")
    form_token = models.CharField(max_length=40, blank=True)
    created_at = models.DateTimeField(default=now)
    edited_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")
    hidden_at = models.DateTimeField(null=True)
    hidden_by = models.ForeignKey(Member, on_delete=models.RESTRICT, null=True, related_name="+")
    hidden_reason = models.CharField(max_length=MAX_REASON, blank=True)
    withheld_at = models.DateTimeField(null=True)  # hidden after a report: teachers do not show it
    was_hidden = models.BooleanField(default=False)  # by a teacher, before it was withheld
    # A pupil's, hidden until a teacher has looked (H13).
    is_held = models.BooleanField(default=False)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "thing_ref", "id"], name="remarks_of_thing")]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "form_token"],
                condition=~Q(form_token=""),
                name="remark_sent_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ref} about {self.thing_ref}"


class Reaction(models.Model):
    """One sign of one member."""

    space = models.ForeignKey(Space, on_delete=models.CASCADE, related_name="reactions")
    kind = models.CharField(max_length=20)
    thing_ref = models.CharField(max_length=40)
    member = models.ForeignKey(Member, on_delete=models.RESTRICT, related_name="+")
    name = models.CharField(max_length=20)
    given_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "thing_ref", "member", "name"], name="reaction_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} for {self.thing_ref}"
