"""Reading stamped forms."""

from opentwinning.community.papers.queries.papers import (
    access_paper,
    contents_of_papers,
    late_papers,
    paper_of,
    papers_to_delete,
    papers_to_remind,
)

__all__ = [
    "access_paper",
    "contents_of_papers",
    "late_papers",
    "paper_of",
    "papers_to_delete",
    "papers_to_remind",
]
