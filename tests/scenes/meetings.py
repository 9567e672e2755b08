"""A meeting, and pages that people have open (T-20)."""

import datetime as dt
import json

from opentwinning.core.clock import now
from opentwinning.workspace.meetings.actions import let_in, plan_meeting
from opentwinning.workspace.meetings.models import Seat
from tests.cast import ana


def a_meeting(scene, who=None, title="Two classes meet", begins_in=0, **more):
    begins_at = now() + dt.timedelta(minutes=begins_in)
    by = (who or ana()).actor
    space = scene.twinspace.space
    return plan_meeting(by=by, space=space, title=title, begins_at=begins_at, minutes=45, **more)


def at(meeting):
    return f"/spaces/meetings/{meeting.ref}/"


class Page:
    """A page that somebody has open."""

    def __init__(self, who, meeting, tab):
        self.who, self.meeting, self.tab, self.after = who, meeting, tab, 0

    def calls(self, *letters, comes=False):
        said = {"tab": self.tab, "comes": comes, "after": self.after, "letters": list(letters)}
        answer = self.who.post(
            f"{at(self.meeting)}call/", json.dumps(said), content_type="application/json"
        )
        assert answer.status_code == 200, answer.content
        news = answer.json()
        for letter in news.get("letters", []):
            self.after = max(self.after, letter["id"])
        return news

    def comes(self):
        return self.calls(comes=True)

    def letter_to(self, other, data="hello"):
        return {"to": other.seat, "tab": other.tab, "data": json.dumps(data)}

    @property
    def seat(self):
        return self.row.ref

    @property
    def row(self):
        who = getattr(self.who, "account", None)
        rows = Seat.objects.filter(meeting=self.meeting)
        found = (
            rows.filter(member__account=who) if who else rows.filter(member__pupil=self.who.pupil)
        )
        return found.get()


def lets_in(teacher, page):
    return let_in(by=teacher.actor, seat=page.row)
