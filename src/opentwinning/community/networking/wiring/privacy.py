"""What networking holds about an educator."""

from django.db.models import Q

from opentwinning.community.networking.models import (
    Attachment,
    AttachmentRoom,
    Block,
    CallAnswer,
    CallTrait,
    ClosedDays,
    Contact,
    ContactNote,
    Conversation,
    Follow,
    LessonSlot,
    Message,
    Participant,
    PartnerCall,
    SavedSearch,
    ShownFollowers,
    Timetable,
)
from opentwinning.core.clock import now
from opentwinning.core.privacy import Declaration, OnErasure, Subject, declare, points_at_person

points_at_person(ContactNote, "about", after="deleted by forget_educator")
points_at_person(Block, "blocked", after="deleted by forget_educator")
declare(
    Declaration(
        model=Contact,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(asker__account_id=key) | Q(asked__account_id=key),
        purpose="let two educators who agreed work together",
        retention="while both accounts live",
        personal=("message",),
        plain=("ref", "asker", "asked", "low", "high", "state", "asked_at", "answered_at"),
        withheld=("low", "high"),
        on_erasure=OnErasure.DELETE,
        order=40,
    )
)
declare(
    Declaration(
        model=ContactNote,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(owner__account_id=key),
        purpose="remember things about a contact",
        retention="while the account lives",
        personal=("text",),
        plain=("owner", "about", "saved_at"),
        on_erasure=OnErasure.DELETE,
        order=40,
    )
)
declare(
    Declaration(
        model=Block,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(owner__account_id=key),
        purpose="keep away somebody whom one does not want to hear",
        retention="while the account lives",
        plain=("owner", "blocked", "at"),
        on_erasure=OnErasure.DELETE,
        order=40,
    )
)
declare(
    Declaration(
        model=Follow,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(follower__account_id=key) | Q(followed__account_id=key),
        purpose="show an educator what colleagues of her choice write",
        retention="while both accounts live",
        plain=("follower", "followed", "at", "ended_at"),
        on_erasure=OnErasure.DELETE,
        order=40,
    )
)
declare(
    Declaration(
        model=ShownFollowers,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(owner__account_id=key),
        purpose="show others how many follow an educator who wishes it",
        retention="while the account lives",
        plain=("owner", "at"),
        on_erasure=OnErasure.DELETE,
        order=40,
    )
)
declare(
    Declaration(
        model=PartnerCall,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(author__account_id=key),
        purpose="find partners for an idea",
        retention="two years after its last day",
        personal=("title", "idea", "class_size"),
        plain=(
            "ref",
            "author",
            "language",
            "start",
            "duration",
            "partners_wanted",
            "state",
            "published_at",
            "edited_at",
            "expires_on",
            "closed_at",
            "withheld_from",
        ),
        on_erasure=OnErasure.DELETE,
        order=40,
    )
)
declare(
    Declaration(
        model=CallTrait,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(call__author__account_id=key),
        purpose="find partners for an idea",
        retention="as its partner call",
        plain=("call", "kind", "value"),
        on_erasure=OnErasure.DELETE,
        order=30,
    )
)
declare(
    Declaration(
        model=CallAnswer,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(author__account_id=key),
        purpose="answer a partner call",
        retention="as its partner call",
        personal=("text",),
        plain=("ref", "call", "author", "language", "at", "hidden_at", "withheld_at"),
        on_erasure=OnErasure.DELETE,
        order=40,
    )
)
# The subject belongs to all who talk: it is exported with the messages and stays for the others.
declare(
    Declaration(
        model=Conversation,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(participants__account_id=key),
        purpose="talk with contacts",
        retention="while one of its people has an account",
        personal=("subject",),
        plain=("ref", "message_count", "begun_at", "last_at"),
        on_erasure=OnErasure.KEEP,
        because="the subject belongs to all who talk",
    )
)
declare(
    Declaration(
        model=Participant,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="know who reads a conversation",
        retention="while the account lives",
        plain=("conversation", "account", "read_count", "left_at", "archived_at"),
        # The others keep the thread: somebody without a name has left it.
        on_erasure=OnErasure.BLANK,
        blank={"left_at": now},
        order=50,
    )
)
declare(
    Declaration(
        model=Message,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(author_id=key),
        purpose="talk with contacts",
        retention="while the account lives",
        personal=("text",),
        plain=("ref", "conversation", "author", "number", "language", "at", "withheld_at"),
        # The others keep the thread without holes; the words of an erased person go.
        on_erasure=OnErasure.BLANK,
        blank={"text": ""},
        order=40,
    )
)
declare(
    Declaration(
        model=Attachment,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(message__author_id=key),
        purpose="send a file with a message",
        retention="while the account lives",
        personal=("name",),
        plain=(
            "ref",
            "message",
            "kind",
            "media_type",
            "size",
            "sha256",
            "stored_name",
            "thumb_name",
            "width",
            "height",
        ),
        withheld=("sha256", "stored_name", "thumb_name"),
        # The daily sweep takes the contents off the disk, since no row names them any more.
        on_erasure=OnErasure.DELETE,
        order=30,
    )
)
declare(
    Declaration(
        model=AttachmentRoom,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="keep one person from filling the disk",
        retention="while the account lives",
        plain=("account", "used_bytes"),
        on_erasure=OnErasure.DELETE,
        order=30,
    )
)
declare(
    Declaration(
        model=SavedSearch,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(owner__account_id=key),
        purpose="tell an educator of new colleagues who fit",
        retention="until its owner deletes it",
        personal=("name", "query"),
        plain=("ref", "owner", "pace", "known", "saved_at", "looked_at"),
        withheld=("known",),
        on_erasure=OnErasure.DELETE,
        order=40,
    )
)
declare(
    Declaration(
        model=Timetable,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(owner__account_id=key),
        purpose="find lessons in common with contacts, and with whom else she allows",
        retention="until its owner empties it",
        plain=("owner", "time_zone", "region", "shown_to", "saved_at"),
        on_erasure=OnErasure.DELETE,
        order=40,
    )
)
declare(
    Declaration(
        model=LessonSlot,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(timetable__owner__account_id=key),
        purpose="find lessons in common with contacts",
        retention="as its timetable",
        personal=("label",),
        plain=("timetable", "weekday", "begins", "ends"),
        on_erasure=OnErasure.DELETE,
        order=30,
    )
)
declare(
    Declaration(
        model=ClosedDays,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(timetable__owner__account_id=key),
        purpose="propose no lesson when there is none",
        retention="as its timetable",
        personal=("label",),
        plain=("timetable", "first_day", "last_day"),
        on_erasure=OnErasure.DELETE,
        order=30,
    )
)
