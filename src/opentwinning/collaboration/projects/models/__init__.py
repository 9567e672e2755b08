"""Projects, who takes part, who decided, what visitors see."""

from opentwinning.collaboration.projects.models.approval import Approval, ProjectStep
from opentwinning.collaboration.projects.models.deletion import Deletion
from opentwinning.collaboration.projects.models.partnership import Invitation, Partnership
from opentwinning.collaboration.projects.models.project import Project, ProjectTrait
from opentwinning.collaboration.projects.models.publication import Publication
from opentwinning.collaboration.projects.models.rule import Rule

__all__ = [
    "Approval",
    "Deletion",
    "Invitation",
    "Partnership",
    "Project",
    "ProjectStep",
    "ProjectTrait",
    "Publication",
    "Rule",
]
