"""Files that go with messages; their contents lie beside those of spaces (K3)."""

from django.db import models

from opentwinning.community.networking.models.conversation import Message
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models import Account
from opentwinning.workspace.files.vocabulary import drawing_of


class Attachment(models.Model):
    """A checked content that belongs to one message and is read by the people of its
    conversation."""

    ref = RefField(prefix="att")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField()  # bytes on disk, thumbnail included
    sha256 = models.CharField(max_length=64)
    stored_name = models.CharField(max_length=60, unique=True)
    thumb_name = models.CharField(max_length=60, blank=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)

    def __str__(self) -> str:
        return self.name

    @property
    def drawing(self) -> str:
        """What stands for it where it has no small picture."""
        return drawing_of(self.kind, self.name)


class AttachmentRoom(models.Model):
    """How much of her room an account uses; changed by one conditional UPDATE (D11)."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="+")
    used_bytes = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.account_id}: {self.used_bytes}"
