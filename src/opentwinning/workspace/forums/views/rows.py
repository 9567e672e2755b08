"""Replies as markup, written in Python: fifty stand on a page, and a template would take four
times as long. The markup is that of the component "post"; ``format_html`` escapes every value.
"""

from collections.abc import Iterable
from typing import Any

from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.components import formats
from opentwinning.core.components.avatar import DRAWINGS
from opentwinning.core.templatetags.ot import icon_svg, local_time
from opentwinning.workspace.files.queries import file_address
from opentwinning.workspace.forums.models import Reply
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import Presence

NOTHING = SafeString("")
ARTICLE = (
    '<article class="ot-post{css}" id="{ref}"><header class="ot-post__head">{author}'
    '<p class="ot-post__meta"><a href="#{ref}">{at}</a>{changed}</p></div></header>{note}'
    '<div class="ot-post__body ot-prose" dir="auto" lang="{lang}">{html}</div>{acts}</article>'
)
AUTHOR = (
    '<span class="ot-avatar"><svg class="ot-avatar__face" aria-hidden="true" focusable="false">'
    '<use href="{people}#{drawing}"></use></svg>'
    '<span class="ot-avatar__country" aria-hidden="true">{code}</span></span>'
    '<div><p class="ot-post__author"><bdi>{name}</bdi><span class="ot-hidden">, {country}</span>'
    ' <span class="ot-post__role">{role}</span>{new}</p>'
)
REF = "REF-OF-THE-REPLY"  # stands in the acts until they are drawn for a reply
LINK = '<a class="ot-button ot-button--quiet ot-button--small" href="{}">{}</a>'
POST = (
    '<button class="ot-button ot-button--quiet ot-button--small" form="acts" formaction="{}">'
    "{}</button>"
)


class Rows:
    """Draws the replies of one page for one reader."""

    def __init__(
        self, presence: Presence, *, start: int, may_reply: bool, read: int | None
    ) -> None:
        self.presence = presence
        self.start = start
        self.may_reply = may_reply
        self.read = read
        self.people = static("ot/art/people.svg")
        self.is_open = bool(presence.space.state == "open")
        self.words = {
            "pupil": pgettext("forum", "Pupil"),
            "teacher": pgettext("forum", "Teacher"),
            "quote": pgettext("forum", "Quote"),
            "change": pgettext("forum", "Change"),
            "delete": pgettext("forum", "Delete"),
            "hide": pgettext("forum", "Hide"),
            "show": pgettext("forum", "Show again"),
            "approve": pgettext("forum", "Show to everybody"),
            "report": pgettext("safeguarding act", "Report"),
        }
        self.new = format_html(' <span class="ot-new">{}</span>', pgettext("forum", "New"))
        self.changed = format_html(" · {}", pgettext("forum", "changed"))
        self.addresses = {
            act: reverse(f"forums:{act}", args=[REF])
            for act in ("edit", "delete_reply", "hide", "show")
        } | {"report": reverse("safeguarding:report", args=["reply", REF])}
        self.drawn: dict[tuple[bool, bool, bool, bool], SafeString] = {}

    def of(self, replies: list[Reply]) -> Iterable[dict[str, Any]]:
        """Markup of each reply, and whether the line of the last visit stands above it."""
        address = file_address(self.presence, *(each.text for each in replies))
        line_drawn = self.read is None
        for each in replies:
            is_new = self.read is not None and each.number > self.read
            yield {
                "html": self.article(each, richtext.rendered(each.text, address), is_new=is_new),
                "has_line": is_new and not line_drawn,
            }
            line_drawn = line_drawn or is_new

    def article(self, reply: Reply, html: SafeString, *, is_new: bool) -> SafeString:
        author = reply.author
        own = author.pk == self.presence.member.pk
        css = " ot-post--own" if own else ""
        css += " ot-post--unread" if is_new else ""
        css += " ot-post--hidden" if reply.hidden_at else ""
        return format_html(
            ARTICLE,
            css=css,
            ref=reply.ref,
            author=self.author(author, is_new=is_new),
            at=local_time(reply.created_at),
            changed=self.changed if reply.edited_at else NOTHING,
            note=self.note(reply),
            lang=reply.language,
            html=html,
            acts=self.acts(reply, own=own),
        )

    def author(self, author: Member, *, is_new: bool) -> SafeString:
        return format_html(
            AUTHOR,
            people=self.people,
            drawing=f"p{formats.pick(author.ref, DRAWINGS):02}",
            code=author.country,
            name=author.shown_name,
            country=formats.country_name(author.country),
            role=self.words["pupil" if author.is_pupil else "teacher"],
            new=self.new if is_new else NOTHING,
        )

    def note(self, reply: Reply) -> SafeString:
        if reply.hidden_at is None:
            return NOTHING
        if reply.is_held and reply.withheld_at is None:
            words = pgettext("forum", "A teacher looks at it first. Others do not see it yet.")
            return format_html('<p class="ot-post__note">{}{}</p>', icon_svg("clock"), words)
        return format_html(
            '<p class="ot-post__note">{}{} <bdi>{}</bdi></p>',
            icon_svg("eye-off"),
            pgettext("safeguarding", "Hidden after a report.")
            if reply.withheld_at
            else pgettext("forum", "Hidden by a teacher:"),
            reply.hidden_reason,
        )

    def acts(self, reply: Reply, *, own: bool) -> SafeString:
        """What this reader may do about it; the policies decide again when she does."""
        key = (own, reply.hidden_at is not None, reply.is_held, reply.number == 1)
        if key not in self.drawn:
            self.drawn[key] = self.drawn_acts(*key)
        # A public id is made by us, of letters and digits only.
        return SafeString(self.drawn[key].replace(REF, escape(reply.ref)))

    def drawn_acts(self, own: bool, is_hidden: bool, is_held: bool, is_first: bool) -> SafeString:  # noqa: FBT001 - its key
        """The acts for all replies of one kind, with REF for the reply."""
        parts = self.changes(own, is_hidden, is_held, is_first) if self.is_open else NOTHING
        if not own:
            parts += self.act(LINK, "report", "report")
        return format_html('<div class="ot-post__actions">{}</div>', parts) if parts else NOTHING

    def changes(self, own: bool, is_hidden: bool, is_held: bool, is_first: bool) -> SafeString:  # noqa: FBT001 - likewise
        """The acts that a read-only space does not have."""
        parts = NOTHING
        if self.may_reply and own and is_held:
            parts += self.act(LINK, "edit", "change")
        if self.may_reply and not is_hidden:
            quote = f"?after={self.start}&quote={REF}#reply"
            parts += format_html(LINK, quote, self.words["quote"])
            if own:
                parts += self.act(LINK, "edit", "change")
        if not is_first and (own or self.presence.member.is_admin):
            parts += self.act(POST, "delete_reply", "delete")
        if self.presence.member.is_adult and not own:
            word = "approve" if is_held else "show"
            parts += self.act(POST, "show", word) if is_hidden else self.act(LINK, "hide", "hide")
            parts += self.act(LINK, "hide", "hide") if is_held else NOTHING
        return parts

    def act(self, markup: str, name: str, word: str) -> SafeString:
        return format_html(markup, self.addresses[name], self.words[word])
