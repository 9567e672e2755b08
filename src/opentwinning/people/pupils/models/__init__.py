"""Classes, pupils, their cards and visits."""

from opentwinning.people.pupils.models.pupil import Pupil, PupilVisit
from opentwinning.people.pupils.models.school_class import ClassOwner, SchoolClass, SignInWindow

__all__ = ["ClassOwner", "Pupil", "PupilVisit", "SchoolClass", "SignInWindow"]
