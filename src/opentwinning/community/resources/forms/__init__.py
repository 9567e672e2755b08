"""Sharing and finding resources."""

from opentwinning.community.resources.forms.resource import FindForm, ResourceForm

__all__ = ["FindForm", "ResourceForm"]
