"""The code of conduct is written by the centre and agreed to by everybody with an account."""

import datetime as dt
from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now, today
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.safeguarding.models import Agreement, ConductText
from opentwinning.people.safeguarding.policies import may_agree, may_write_conduct
from opentwinning.people.safeguarding.queries import conduct_day

_NOT_PAST = pgettext_lazy("conduct", "Choose today or a later day.")
_FIRST = pgettext_lazy("conduct", "Write the text in the first language. Others may be missing.")


@action
def save_conduct(
    *, by: Actor, from_day: dt.date, texts: Mapping[str, tuple[str, str]]
) -> list[ConductText]:
    """A new code that holds from a day on; a second one for the same day takes the place of the
    first. ``texts``: by language the text, and the one for pupils."""
    deny_unless(may_write_conduct(by))
    if from_day < today():
        raise Invalid(_NOT_PAST, "from_day")
    if not texts.get(settings.LANGUAGE_CODE, ("", ""))[0].strip():
        raise Invalid(_FIRST, f"text_{settings.LANGUAGE_CODE}")
    ConductText.objects.filter(from_day=from_day).delete()
    written = [
        ConductText(
            from_day=from_day, language=language, text=text, simple=simple,
            by_account_id=by.account_id, written_at=now(),
        )
        for language, (text, simple) in texts.items()
        if text.strip()
    ]  # fmt: skip
    ConductText.objects.bulk_create(written)
    note(from_day=from_day, languages=sorted(text.language for text in written))
    return written


@action
def agree_to_conduct(*, by: Actor) -> Agreement | None:
    """She agrees to the code that is in force; noted with its day, once."""
    deny_unless(may_agree(by))
    day = conduct_day()
    if day is None:
        return None
    agreement, _ = Agreement.objects.get_or_create(account_id=by.account, from_day=day)
    note(agreement, from_day=day)
    return agreement
