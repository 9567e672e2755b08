"""Read models of the screens: an application with its criteria in the reader's language."""

from dataclasses import dataclass

from django.utils.translation import get_language

from opentwinning.collaboration.recognition.models import (
    CriterionText,
    Evidence,
    LabelApplication,
)
from opentwinning.collaboration.recognition.queries.evidence import evidence_of
from opentwinning.collaboration.recognition.vocabulary import TEXT_MIN, in_language


@dataclass(frozen=True, slots=True)
class Question:
    """One entry question and its answer."""

    id: str
    text: str
    answer: bool


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One line of a criterion: what is asked, the points given, the least that is needed."""

    id: str
    name: str
    points: int | None
    minimum: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion with everything its screens show."""

    id: str
    name: str
    question: str
    weight: str
    levels: list[str]
    lines: list[ScoreLine]
    text: str
    evidence: list[Evidence]
    comment: str

    @property
    def is_ready(self) -> bool:
        return len(self.text.strip()) >= TEXT_MIN


def questions_of(application: LabelApplication) -> list[Question]:
    """The entry questions in the active language."""
    language = get_language() or "en"
    return [
        Question(q["id"], in_language(q["text"], language), _answer(application, q["id"]))
        for q in application.window.scheme.content["entry_questions"]
    ]


def criteria_of(application: LabelApplication) -> list[Criterion]:
    """The criteria in the active language, with texts, evidence, points and comments."""
    language = get_language() or "en"
    texts = dict(
        CriterionText.objects.filter(application=application).values_list("criterion", "text")
    )
    evidence = evidence_of(application)
    assessment = getattr(application, "assessment", None)
    scores = assessment.scores if assessment else {}
    comments = assessment.comments if assessment else {}
    return [
        Criterion(
            id=c["id"],
            name=in_language(c["name"], language),
            question=in_language(c["question"], language),
            weight=str(c["weight"]),
            levels=[in_language(level, language) for level in c["levels"]],
            lines=[
                ScoreLine(
                    id=sub["id"],
                    name=in_language(sub["name"], language),
                    points=scores.get(sub["id"]),
                    minimum=sub.get("mandatory_minimum", 0),
                )
                for sub in c["sub_criteria"]
            ],
            text=texts.get(c["id"], ""),
            evidence=evidence.get(c["id"], []),
            comment=comments.get(c["id"], ""),
        )
        for c in application.window.scheme.content["criteria"]
    ]


def _answer(application: LabelApplication, question: str) -> bool:
    return bool(application.entry_answers.get(question))
