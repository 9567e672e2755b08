"""Windows, criteria, applications, assessments, labels, European rounds."""

from opentwinning.collaboration.recognition.models.application import (
    CriterionText,
    Evidence,
    LabelApplication,
)
from opentwinning.collaboration.recognition.models.assessment import Assessment, Assessor
from opentwinning.collaboration.recognition.models.european import (
    EuropeanRound,
    EuropeanRule,
    Recommendation,
)
from opentwinning.collaboration.recognition.models.label import QualityLabel
from opentwinning.collaboration.recognition.models.window import CriteriaScheme, LabelWindow

__all__ = [
    "Assessment",
    "Assessor",
    "CriteriaScheme",
    "CriterionText",
    "EuropeanRound",
    "EuropeanRule",
    "Evidence",
    "LabelApplication",
    "LabelWindow",
    "QualityLabel",
    "Recommendation",
]
