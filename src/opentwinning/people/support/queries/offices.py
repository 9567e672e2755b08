"""Offices, mandates and prepared replies as their pages need them."""

from typing import Literal

from django.db.models import F, QuerySet

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.support.models import Mandate, ReplyTemplate, SupportOrganisation
from opentwinning.people.support.policies import (
    may_confirm_mandate,
    may_edit_replies,
    may_edit_support_organisation,
    may_see_mandates,
)
from opentwinning.people.support.vocabulary import Decision, Topic


def offices() -> list[SupportOrganisation]:
    """All active offices, by country code."""
    return list(SupportOrganisation.objects.filter(is_active=True).order_by("country"))


def access_office(
    actor: Actor, country: str, *, to: Literal["see", "edit"]
) -> SupportOrganisation | None:
    """The office of a country. Its contact is public; None is a new one, for the centre only."""
    office = SupportOrganisation.objects.filter(country=country.upper()).first()
    if to == "see":
        if office is None or not office.is_active:
            raise Refused(hidden())
        return office
    verdict = may_edit_support_organisation(actor, office)
    if not verdict and office is None:
        raise Refused(hidden())
    deny_unless(verdict)
    return office


def mandates_seen_by(actor: Actor) -> QuerySet[Mandate]:
    """Every mandate there ever was: living ones first, then by country."""
    if not may_see_mandates(actor):
        return Mandate.objects.none()
    rows = Mandate.objects.select_related("account")
    in_force = F("revoked_at").desc(nulls_first=True)
    return rows.order_by(in_force, "country", "account__name", "pk")


def access_mandate(actor: Actor, number: int, *, to: Literal["end", "confirm"]) -> Mandate:
    """A mandate by its number; for the centre (and the operator, who sees them)."""
    mandate = mandates_seen_by(actor).filter(pk=number).first()
    if mandate is None:
        raise Refused(hidden())
    if to == "confirm":
        deny_unless(may_confirm_mandate(actor, mandate))
    return mandate


def replies_of(country: str) -> list[ReplyTemplate]:
    """The prepared replies of one country ("" = those for every country)."""
    rows = ReplyTemplate.objects.filter(topic=Topic.VALIDATION, country=country)
    return list(rows.order_by("decision", "title", "pk"))


def replies_for(country: str, language: str) -> dict[Decision, list[ReplyTemplate]]:
    """What an officer may pick from when she decides about somebody of ``country`` who reads
    ``language``: in that language, then in the office's and in English; its own texts first."""
    office = SupportOrganisation.objects.filter(country=country).first()
    languages = {language, "en", office.language if office else "en"}
    known = ReplyTemplate.objects.filter(topic=Topic.VALIDATION, country__in=[country, ""])
    rows = known.filter(language__in=languages)
    ordered = sorted(
        rows, key=lambda r: (r.language != language, r.language, r.country == "", r.title)
    )
    return {each: [r for r in ordered if r.decision == each] for each in Decision}


def access_reply(actor: Actor, number: int) -> ReplyTemplate:
    """A prepared reply for whoever may change it."""
    template = ReplyTemplate.objects.filter(pk=number).first()
    if template is None:
        raise Refused(hidden())
    deny_unless(may_edit_replies(actor, template.country))
    return template


def countries_with_replies(actor: Actor) -> list[str]:
    """Countries whose replies the actor may change; "" stands for every country."""
    if actor.is_a(Role.CENTRAL_OFFICER):
        return ["", *(office.country for office in offices())]
    return sorted(actor.countries)
