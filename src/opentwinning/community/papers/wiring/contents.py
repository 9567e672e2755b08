"""The daily sweep of the disk leaves stamped forms alone."""

from opentwinning.community.papers.queries import contents_of_papers
from opentwinning.workspace.files.vocabulary import NAMED_ELSEWHERE

NAMED_ELSEWHERE.add(contents_of_papers)
