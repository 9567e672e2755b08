"""Talks and signs below a thing."""

from secrets import token_hex
from typing import Any

from django.utils.translation import pgettext

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.places import PANELS, Panel
from opentwinning.facilities.drafts.queries import typed
from opentwinning.workspace.remarks.forms import RemarkForm
from opentwinning.workspace.remarks.models import Remark
from opentwinning.workspace.remarks.policies import (
    may_answer,
    may_delete_remark,
    may_edit_remark,
    may_hide_remark,
    may_remark,
    may_settle_remark,
)
from opentwinning.workspace.remarks.queries import is_quoted, reactions_to, talks_about
from opentwinning.workspace.remarks.vocabulary import SIGNS
from opentwinning.workspace.spaces.queries import Thing
from opentwinning.workspace.spaces.vocabulary import who_sees


def below(actor: Actor, thing: Thing) -> dict[str, Any]:
    """Plain values for the template."""
    may = may_remark(thing)
    counts = thing.presence.member.is_adult  # no race for likes among pupils (H15)
    items = [
        {
            "name": name,
            "sign": SIGNS[name].icon,
            "label": str(SIGNS[name].label),
            "count": count if counts else 0,
            "pressed": is_mine,
        }
        for name, count, is_mine in reactions_to(thing)
    ]
    key = f"remarks:{thing.ref}"
    begun = typed(actor, key) if may else {}
    address = [thing.kind, thing.ref]
    return {
        "thing": thing,
        "items": items,
        "given": [each for each in items if each["count"]],
        "react_url": reverse("remarks:react", args=address) if may else "",
        "write_url": reverse("remarks:write", args=address),
        "talks": [
            {
                "row": _row(thing, each.remark),
                "answers": [_row(thing, answer) for answer in each.answers],
                "is_settled": each.remark.settled_at is not None,
            }
            for each in talks_about(thing)
        ],
        "may_write": bool(may),
        "why_not": may.reason,
        "form": RemarkForm(initial={**begun, "form_token": token_hex(12)}),
        "draft_key": key,
        "who": who_sees(thing.place),
    }


def _row(thing: Thing, remark: Remark) -> dict[str, Any]:
    author = remark.author
    return {
        "remark": remark,
        "name": author.shown_name,
        "role": pgettext("forum", "Pupil") if author.is_pupil else pgettext("forum", "Teacher"),
        "own": author.pk == thing.presence.member.pk,
        "is_hidden": remark.hidden_at is not None,
        "note": _note(remark),
        "is_quoted": not remark.quote or is_quoted(thing, remark.quote),
        "acts": _acts(thing, remark),
    }


def _note(remark: Remark) -> str:
    if remark.hidden_at is None:
        return ""
    if remark.withheld_at is not None:
        return pgettext("safeguarding", "Hidden after a report.")
    if remark.is_held:
        return pgettext("forum", "A teacher looks at it first. Others do not see it yet.")
    words = pgettext("remark", "Hidden by a teacher: %(reason)s")
    return words % {"reason": remark.hidden_reason}


def _shown_word(remark: Remark) -> str:
    if remark.is_held:
        return pgettext("forum", "Show to everybody")
    return pgettext("remark", "Show again") if remark.hidden_at else pgettext("remark", "Hide")


def _acts(thing: Thing, remark: Remark) -> list[dict[str, Any]]:
    is_settled = remark.settled_at is not None
    is_hidden = remark.hidden_at is not None
    own = remark.author_id == thing.presence.member.pk
    offered = (
        ("answer", pgettext("remark", "Answer"), may_answer(thing, remark), False),
        ("edit", pgettext("remark", "Change"), may_edit_remark(thing, remark), False),
        (
            "settle",
            pgettext("remark", "Open again") if is_settled else pgettext("remark", "Settled"),
            may_settle_remark(thing, remark),
            True,
        ),
        ("delete", pgettext("remark", "Delete"), may_delete_remark(thing, remark), True),
        (
            "show" if is_hidden else "hide",
            _shown_word(remark),
            not own and may_hide_remark(thing, remark),
            is_hidden,
        ),
        (
            "hide",
            pgettext("remark", "Hide"),
            remark.is_held and not own and may_hide_remark(thing, remark),
            False,
        ),
    )
    acts = [
        {"label": label, "url": reverse(f"remarks:{name}", args=[remark.ref]), "posts": posts}
        for name, label, verdict, posts in offered
        if verdict
    ]
    if not own:
        report = reverse("safeguarding:report", args=["remark", remark.ref])
        label = pgettext("safeguarding act", "Report")
        acts.append({"label": label, "url": report, "posts": False})
    return acts


PANELS.add(Panel("space_thing", "remarks/below.html", below), order=10)
