"""Reminders, late forms, and the end of what was kept."""

import datetime as dt
from typing import Any

from opentwinning.community.papers.actions import forget_paper, mark_reminded, mark_told_late
from opentwinning.community.papers.queries import late_papers, papers_to_delete, papers_to_remind
from opentwinning.core.actor import SYSTEM
from opentwinning.core.work import job
from opentwinning.facilities.notifications.actions import tell
from opentwinning.workspace.files.adapters import disk


@job("papers.remind", every=dt.timedelta(hours=6))
def remind(payload: dict[str, Any]) -> None:
    """Once a week before the day, and once when it has passed."""
    for paper in papers_to_remind():
        mark_reminded(by=SYSTEM, paper=paper)
        tell([paper.educator.account_id], "papers.soon", url="/papers/")
    for paper in late_papers():
        mark_told_late(by=SYSTEM, paper=paper)
        tell([paper.educator.account_id], "papers.late", url="/papers/")


@job("papers.forget", every=dt.timedelta(hours=6))
def forget(payload: dict[str, Any]) -> None:
    """Rows first, contents after the commit."""
    for paper in papers_to_delete():
        disk.remove(*forget_paper(by=SYSTEM, paper=paper))
