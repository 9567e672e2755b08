"""Writing the list of words (H14)."""

from collections.abc import Sequence

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.safeguarding.models import WatchedWords
from opentwinning.people.safeguarding.policies import may_set_clocks
from opentwinning.people.safeguarding.vocabulary import MOST_WATCHED

_TOO_MANY = pgettext_lazy("safeguarding", "These are too many words. Leave some out.")


@action
def save_words(*, by: Actor, language: str, words: Sequence[str]) -> WatchedWords:
    """The whole list of one language; it holds for what is written from now on."""
    deny_unless(may_set_clocks(by))
    if len(words) > MOST_WATCHED:
        raise Invalid(_TOO_MANY, "words")
    kept = WatchedWords.objects.create(
        language=language, words="\n".join(words), by_account_id=by.account_id
    )
    note(kept, language=language, after={"words": len(words)})
    return kept
