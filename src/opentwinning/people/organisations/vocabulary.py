"""Kinds, states and sources of organisations."""

from enum import StrEnum


class OrganisationState(StrEnum):
    ACTIVE = "active"
    CLOSED = "closed"


class Source(StrEnum):
    REGISTER = "register"
    FIRST_TEACHER = "first_teacher"
