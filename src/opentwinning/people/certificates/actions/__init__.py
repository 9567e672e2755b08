"""Issuing and revoking."""

from opentwinning.people.certificates.actions.issue import issue_certificate, revoke_certificate

__all__ = ["issue_certificate", "revoke_certificate"]
