"""Limits of sockets (F7–F9)."""

import datetime as dt

JUDGED_EVERY = 3.0  # seconds between two looks at the rights of a peer (F4: five at most)
NEWS_EVERY = 1.0  # seconds between two looks into the database
KEPT_WITHIN = 0.2  # seconds until a change is a row
TOGETHER = 0.015  # seconds in which changes of a burst travel as one
SETTLED_AFTER = 20.0  # quiet seconds until a version is made
SETTLED_WITHIN = 120.0  # seconds of writing until a version is made anyway
NEWS_OF = dt.timedelta(seconds=15)  # how far back a look for news goes

MAX_FRAME = 4 * 1024 * 1024  # bytes; a long text written without a connection comes at once
MAX_DOCUMENT = 16 * 1024 * 1024  # bytes of a document with everything it ever said
MAX_WAITING = 256  # messages a slow reader may be behind
MAX_WAITING_BYTES = 1024 * 1024
MAX_SOCKETS = 5  # of one person
MAX_SOCKETS_NETWORK = 300  # a school behind one address
MAX_MESSAGES = 300  # of one peer in ten seconds
PING = 25.0  # seconds
SILENCE = 35.0  # seconds without an answer to a ping until a socket is dead

PROTOCOL = "opentwinning"  # named by the browser, with the ticket behind it: no log holds it
# What follows the first byte of a message. 0 and 1 are those of Yjs; the others are ours.
SYNC, AWARENESS, KEPT, REFUSED = 0, 1, 10, 11


class Close:
    """Codes a socket is closed with; the editor reads them."""

    MALFORMED = 4400
    REFUSED = 4403
    GONE = 4404
    TOO_MANY = 4429
    SLOW = 1013
    RESTART = 1012
