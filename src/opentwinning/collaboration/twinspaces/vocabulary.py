"""Words and limits of TwinSpaces."""

import datetime as dt

MAX_TITLE = 120
MAX_DESCRIPTION = 2000
# After her last project a pupil is kept so long, in case it goes on.
KEPT = dt.timedelta(days=365)
# Without an earlier visit in this session, "new" means this lately.
NEWS = dt.timedelta(days=7)
# A pause this long makes a new visit.
VISIT_PAUSE = dt.timedelta(minutes=30)
VISIT_STEP = dt.timedelta(minutes=1)  # the session learns of a visit no more often than this
# Signs of life of a school: lively so long, quiet from then on; reminded no more often than this.
LIVELY = dt.timedelta(days=7)
QUIET_AFTER = dt.timedelta(days=21)
NUDGE_EVERY = dt.timedelta(days=14)
# A feed of a public project: so many entries, each with its beginning.
FEED_SHOWN = 30
FEED_LETTERS = 600
# Guests: no visit is longer, and none is remembered longer after its end (H4).
GUEST_DAYS = dt.timedelta(days=90)
GUESTS_KEPT = dt.timedelta(days=365)
GUESTS_A_DAY = 20  # invitations one project admin sends
