"""Who knows whom."""

from dataclasses import dataclass
from typing import Literal

from django.db.models import Count, Q, QuerySet

from opentwinning.community.networking.models import Block, Contact, ContactNote
from opentwinning.community.networking.policies import (
    may_answer_contact,
    may_keep_contact,
    may_withdraw_contact,
)
from opentwinning.community.networking.vocabulary import (
    EXPERIENCE,
    NEWCOMER_FOR,
    NEWCOMER_REQUESTS,
    REQUESTS,
    ContactState,
)
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.prepared import prepared
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.policies import may_see_educator
from opentwinning.people.educators.queries import educator_of
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.organisations.queries import organisations_of

_POLICIES = {
    "answer": may_answer_contact,
    "withdraw": may_withdraw_contact,
    "keep": may_keep_contact,
}


@dataclass(frozen=True, slots=True)
class Tie:
    """A contact as one of the two sees it."""

    contact: Contact
    other: Educator
    school: Organisation | None
    note: str
    lessons: int = 0  # in common in the month that is planned now; see queries/lessons.py


def access_contact(actor: Actor, ref: str, *, to: Literal["answer", "withdraw", "keep"]) -> Contact:
    """The contact behind a public id, for one of the two."""
    contact = Contact.objects.select_related("asker", "asked").filter(ref=ref).first()
    if contact is None:
        raise Refused(hidden())
    deny_unless(_POLICIES[to](actor, contact))
    return contact


def access_person(actor: Actor, ref: str) -> Educator:
    """An educator whom the actor may see, or who once asked or was asked: somebody who hides
    her profile afterwards can still be kept away."""
    educator = Educator.objects.select_related("account").filter(ref=ref).first()
    me = educator_of(actor)
    if educator is None or me is None:
        raise Refused(hidden())
    if Contact.between(me.pk, educator.pk) is None:
        deny_unless(may_see_educator(actor, educator))
    return educator


def accepted_of(educator: Educator) -> QuerySet[Contact]:
    """Accepted contacts of one educator, either way round."""
    mine = Q(asker=educator) | Q(asked=educator)
    return Contact.objects.filter(mine, state=ContactState.ACCEPTED)


def contacts_of(actor: Actor) -> list[Educator]:
    """The educators who accepted to be the actor's contacts, by name; only they can be chosen as
    partners (X-20). Two queries."""
    me = educator_of(actor)
    if me is None:
        return []
    rows = accepted_of(me).select_related("asker__account", "asked__account")
    return sorted((row.other(me) for row in rows), key=lambda each: (each.name.lower(), each.pk))


def contact_accounts(educator: Educator) -> set[int]:
    """Accounts of the accepted contacts of an educator."""
    rows = accepted_of(educator).values_list("asker__account_id", "asked__account_id")
    return {account for pair in rows for account in pair} - {educator.account_id}


def are_contacts(account_a: int, account_b: int) -> bool:
    """True when the educators behind two account ids accepted each other."""
    return Contact.objects.filter(
        Q(asker__account_id=account_a, asked__account_id=account_b)
        | Q(asker__account_id=account_b, asked__account_id=account_a),
        state=ContactState.ACCEPTED,
    ).exists()


def ties_of(me: Educator) -> list[Tie]:
    """The accepted contacts with their schools and one's own notes, by name: three queries."""
    rows = list(accepted_of(me).select_related("asker", "asked"))
    ties = _ties(me, rows)
    return sorted(ties, key=lambda tie: (tie.other.name.lower(), tie.other.pk))


def requests_to(me: Educator) -> list[Tie]:
    """Who asked and waits for an answer, oldest first."""
    rows = Contact.objects.filter(asked=me, state=ContactState.ASKED)
    return _ties(me, list(rows.select_related("asker", "asked").order_by("asked_at", "pk")))


def requests_of(me: Educator) -> list[Tie]:
    """Whom one asked without an answer. A silent "no" looks the same as no answer yet."""
    rows = Contact.objects.filter(asker=me, state__in=[ContactState.ASKED, ContactState.DECLINED])
    return _ties(me, list(rows.select_related("asker", "asked").order_by("-asked_at", "-pk")[:50]))


@prepared
def _waiting(account: int) -> QuerySet[Contact, int]:
    waiting = Contact.objects.filter(asked__account_id=account, state=ContactState.ASKED)
    return waiting.values("asked_id").values_list(Count("pk"), flat=True)


def requests_count(actor: Actor) -> int:
    """How many requests wait for the actor's answer."""
    return sum(_waiting(actor.account))


def _ties(me: Educator, rows: list[Contact]) -> list[Tie]:
    others = [row.other(me) for row in rows]
    schools = organisations_of(others)
    notes = dict(
        ContactNote.objects.filter(owner=me, about__in=[e.pk for e in others]).values_list(
            "about_id", "text"
        )
    )
    return [
        Tie(row, other, schools.get(other.pk), notes.get(other.pk, ""))
        for row, other in zip(rows, others, strict=True)
    ]


def tie_with(me: Educator, other: Educator) -> Contact | None:
    """The row of two educators, if there is one."""
    return Contact.between(me.pk, other.pk)


def note_about(me: Educator, other: Educator) -> str:
    """One's own note about somebody, or ""."""
    found = ContactNote.objects.filter(owner=me, about=other).first()
    return found.text if found else ""


def blocked_by(me: Educator) -> list[Educator]:
    """Whom one has blocked."""
    rows = Block.objects.filter(owner=me).select_related("blocked").order_by("blocked__name", "pk")
    return [row.blocked for row in rows]


def has_blocked(me: Educator, other: Educator) -> bool:
    """True when one blocked the other oneself."""
    return Block.objects.filter(owner=me, blocked=other).exists()


def requests_a_day(me: Educator) -> int:
    """How many contact requests an educator may send in a day (G9)."""
    return NEWCOMER_REQUESTS if is_newcomer(me) else REQUESTS


def is_newcomer(me: Educator) -> bool:
    """Registered lately, and without anything that makes her known (G9)."""
    is_new = me.created_at > now() - NEWCOMER_FOR
    return is_new and not any(knows(me.pk) for knows in EXPERIENCE)
