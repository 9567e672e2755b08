"""Answers of families, the wordings they answered to, texts of countries."""

from opentwinning.people.consents.models.consent import Consent, ConsentText, Wording

__all__ = ["Consent", "ConsentText", "Wording"]
