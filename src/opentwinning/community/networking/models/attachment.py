"""Files that go with messages; their contents lie beside those of spaces (K3)."""

from django.db import models

from opentwinning.community.networking.models.conversation import Message
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models import Account
from opentwinning.workspace.files.models import StoredContent


class Attachment(StoredContent):
    """A checked content that belongs to one message and is read by the people of its
    conversation."""

    ref = RefField(prefix="att")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")


class AttachmentRoom(models.Model):
    """How much of her room an account uses; changed by one conditional UPDATE (D11)."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="+")
    used_bytes = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.account_id}: {self.used_bytes}"
