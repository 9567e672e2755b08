"""Shared resources, their files, and who thanked for them or keeps them."""

from opentwinning.community.resources.models.resource import (
    Kept,
    Resource,
    ResourceFile,
    ResourceTrait,
    Thanks,
)

__all__ = ["Kept", "Resource", "ResourceFile", "ResourceTrait", "Thanks"]
