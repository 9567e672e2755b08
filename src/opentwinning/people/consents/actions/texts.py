"""Offices word the form of their country."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.consents.models import ConsentText
from opentwinning.people.consents.policies import may_word_consents


@action
def word_form(*, by: Actor, country: str, language: str, text: str) -> ConsentText:
    """A new text above the boxes, from now on; answers stay bound to the words they were given to
    (J12). An empty one leads back to the platform's own."""
    deny_unless(may_word_consents(by, country))
    row = ConsentText.objects.create(
        country=country, language=language, text=text, by_account_id=by.account_id
    )
    note(row, country=country, language=language)
    return row
