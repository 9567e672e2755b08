"""``<form {% autosave key title %}>``: the attributes by which a form saves itself."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from opentwinning.facilities.drafts.queries import draft_of

register = template.Library()


@register.simple_tag(takes_context=True)
def autosave(context: template.Context, key: str, title: str = "") -> SafeString:
    """Attributes for a ``<form>``: where it saves, what it says, which version it shows."""
    draft = draft_of(context["actor"], key)
    return format_html(
        'data-ot-autosave="{}" data-ot-title="{}" data-ot-seen="{}" data-ot-text-saved="{}" '
        'data-ot-text-saving="{}" data-ot-text-kept="{}" data-ot-text-signedout="{}" '
        'data-ot-text-conflict="{}"',
        reverse("drafts:save", args=[key]),
        title,
        draft.saved_at.isoformat() if draft else "",
        pgettext("autosave", "Saved {time}"),
        pgettext("autosave", "Saving…"),
        pgettext("autosave", "Not saved yet. Your text is kept on this device."),
        pgettext(
            "autosave",
            "You are signed out. Your text is kept on this device. Sign in in a new tab.",
        ),
        pgettext(
            "autosave",
            "You wrote newer text in another window. Your text here is kept on this device.",
        ),
    )
