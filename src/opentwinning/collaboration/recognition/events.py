"""Facts about recognition."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ApplicationSubmitted:
    application_id: int
    country: str


@dataclass(frozen=True, slots=True)
class AssessorAssigned:
    application_id: int
    account_id: int


@dataclass(frozen=True, slots=True)
class AssessmentDone:
    application_id: int
    country: str


@dataclass(frozen=True, slots=True)
class LabelAwarded:
    application_id: int
    label_id: int
    account_id: int


@dataclass(frozen=True, slots=True)
class LabelRefused:
    application_id: int
    account_id: int
    message: str


@dataclass(frozen=True, slots=True)
class EuropeanLabelAwarded:
    project_id: int
    account_ids: list[int]
