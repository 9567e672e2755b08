"""Prepared replies: the office words its own."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.support.models import ReplyTemplate
from opentwinning.people.support.policies import may_edit_replies
from opentwinning.people.support.vocabulary import Decision, Topic


@action
def save_reply_template(  # noqa: PLR0913 - the fields of the form
    *,
    by: Actor,
    country: str,
    decision: Decision,
    language: str,
    title: str,
    text: str,
    template: ReplyTemplate | None = None,
) -> ReplyTemplate:
    """Add a prepared reply, or change one of the same country."""
    if template is not None:
        deny_unless(may_edit_replies(by, template.country))
    deny_unless(may_edit_replies(by, country))
    template = template or ReplyTemplate(topic=Topic.VALIDATION)
    template.country, template.decision, template.language = country, decision, language
    template.title, template.text = title, text
    template.save()
    return template


@action
def delete_reply_template(*, by: Actor, template: ReplyTemplate) -> None:
    """Nobody needs it any more."""
    deny_unless(may_edit_replies(by, template.country))
    note(template, title=template.title)
    ReplyTemplate.objects.filter(pk=template.pk).delete()
