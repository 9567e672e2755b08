"""Terms of stamped forms."""

import datetime as dt

REMIND_BEFORE = dt.timedelta(days=7)  # the day on which it is due
UPLOADS_A_DAY = 20
