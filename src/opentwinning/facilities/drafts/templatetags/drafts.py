"""``<form {% autosave key title %}>``: the attributes by which a form saves itself."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from opentwinning.core.addresses import reverse
from opentwinning.facilities.drafts.queries import draft_of

register = template.Library()


@register.simple_tag(takes_context=True)
def autosave(context: template.Context, key: str, title: str = "") -> SafeString:
    """Attributes for a ``<form>``: where it saves and which version it shows."""
    draft = draft_of(context["actor"], key)
    return format_html(
        'data-ot-autosave="{}" data-ot-title="{}" data-ot-saved-at="{}"',
        reverse("drafts:save", args=[key]),
        title,
        draft.saved_at.isoformat() if draft else "",
    )
