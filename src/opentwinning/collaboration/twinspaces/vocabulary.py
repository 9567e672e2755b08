"""Words and limits of TwinSpaces."""

import datetime as dt

MAX_TITLE = 120
MAX_DESCRIPTION = 2000
# Without an earlier visit in this session, "new" means this lately.
NEWS = dt.timedelta(days=7)
# A pause this long makes a new visit.
VISIT_PAUSE = dt.timedelta(minutes=30)
# Classes of these ages see three large tiles (ux 63).
YOUNG_AGES = frozenset({"3-5", "6-8"})
