"""Limits of the desk."""

import datetime as dt

PAGE = 50  # items of the inbox on one page
HIDDEN_BELOW = 5  # smaller numbers of people could point at somebody
KEPT = dt.timedelta(days=1)  # an uploaded register waits this long for its import
MAX_REGISTER = 50 * 1024 * 1024  # bytes
PRIVATE_MAIL = frozenset(
    {"gmail.com", "googlemail.com", "hotmail.com", "outlook.com", "live.com", "yahoo.com",
     "icloud.com", "gmx.net", "gmx.de", "web.de", "mail.com", "proton.me", "protonmail.com",
     "siol.net", "libero.it", "wp.pl", "o2.pl", "onet.pl", "orange.fr", "free.fr", "laposte.net"}
)  # fmt: skip
