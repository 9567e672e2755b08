"""Limits of the forum."""

REPORTED_AS = "reply"  # the kind under which it is reported, hidden and given back
MAX_TITLE = 120
MAX_TEXT = 8000
REPLIES_PER_PAGE = 50
THREADS_PER_PAGE = 30
TRASH_DAYS = 30
