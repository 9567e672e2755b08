"""Messages with files: received before the row exists, and nothing left on disk when it fails."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.models import Conversation, Message
from opentwinning.community.networking.queries import begun_a_day, contents_of_messages
from opentwinning.community.networking.vocabulary import MESSAGES_AT_ONCE
from opentwinning.core.actor import Actor
from opentwinning.core.forms import OtForm
from opentwinning.core.verdicts import Invalid
from opentwinning.facilities.limits.actions import within_limit, within_limits
from opentwinning.workspace.files.adapters.reception import received_with
from opentwinning.workspace.files.vocabulary import Received, UploadContext

_ENOUGH_BEGUN = pgettext_lazy(
    "messages", "You began many conversations today. Your text is kept: send it tomorrow."
)
_ENOUGH_SENT = pgettext_lazy(
    "messages", "You sent many messages in a short time. Your text is kept: send it later."
)


def count_conversation(actor: Actor) -> None:
    """One conversation more today; ``Invalid`` when there were too many (G9)."""
    limit = begun_a_day(actor)
    if not within_limit("networking.begin", actor.key, limit=limit, per=timedelta(days=1)):
        raise Invalid(_ENOUGH_BEGUN)


def count_message(actor: Actor) -> None:
    """One message more; ``Invalid`` when they came too fast."""
    if not within_limits("networking.send", actor.key, MESSAGES_AT_ONCE):
        raise Invalid(_ENOUGH_SENT)


def sent_with_files[R: Conversation | Message](
    form: OtForm, send: Callable[[Sequence[Received]], R]
) -> R | None:
    """Receive the form's files and send; None: show the form again, with the text."""
    return received_with(form, UploadContext.MESSAGE, send, contents_of_messages)
