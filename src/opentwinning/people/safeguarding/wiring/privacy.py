"""What reports hold about people (J1, J3)."""

from django.db.models import Q

from opentwinning.core.privacy import (
    Declaration,
    OnErasure,
    Subject,
    declare,
    declare_shared,
    not_personal,
    points_at_person,
)
from opentwinning.people.safeguarding.models import (
    Agreement,
    Case,
    Clocks,
    ConductText,
    Guardian,
    Report,
    Statement,
    WatchedWords,
)

not_personal(Clocks, ConductText, WatchedWords)
points_at_person(WatchedWords, "by_account_id", after="a number without a name")
points_at_person(ConductText, "by_account_id", after="a number without a name")
points_at_person(Clocks, "by_account_id", after="a number without a name")
points_at_person(Case, "decided_by_account_id", after="a number without a name")
points_at_person(Statement, "by_account_id", after="a number without a name")
points_at_person(Statement, "answered_by_account_id", after="a number without a name")
declare_shared(
    Declaration(
        model=Case,
        purpose="handle reports in time, and show how they were decided",
        retention="title for 180 days after the decision, the rest for the yearly figures",
        personal=("title", "url", "reason"),
        plain=(
            "ref", "kind", "item_ref", "country", "author_account", "author_pupil", "is_grave",
            "level", "state", "opened_at", "level_since", "due_at", "hidden_at", "decided_at",
            "measure", "rule", "decided_by_account_id", "evidence_erased_at",
        ),
        withheld=("decided_by_account_id", "author_account", "author_pupil"),
        on_erasure=OnErasure.BLANK,
        blank={"author_account": None, "author_pupil": None, "title": "", "reason": ""},
    ),
    {Subject.EDUCATOR: "author_account_id", Subject.PUPIL: "author_pupil_id"},
)  # fmt: skip
declare_shared(
    Declaration(
        model=Report,
        purpose="keep what a report was about until it is decided",
        retention="180 days after the decision",
        personal=("words", "evidence"),
        plain=(
            "ref", "case", "reason", "evidence_language", "account", "pupil", "secret_hash", "at",
            "origin_hash", "evidence_picture",
        ),
        # The evidence is another person's text or picture.
        withheld=("secret_hash", "origin_hash", "evidence", "evidence_picture"),
        on_erasure=OnErasure.BLANK,
        blank={"account": None, "pupil": None, "words": ""},
    ),
    {Subject.EDUCATOR: "account_id", Subject.PUPIL: "pupil_id"},
)  # fmt: skip
declare_shared(
    Declaration(
        model=Statement,
        purpose="tell an author the reasons of a decision, and hear the objection",
        retention="while the account lives; without a name afterwards",
        personal=("title", "url", "reason", "appeal", "answer"),
        plain=(
            "ref", "secret_hash", "case", "kind", "item_ref", "country", "account", "pupil",
            "measure", "rule", "office", "by_account_id", "at", "appeal_until", "appealed_at",
            "answered_at", "answered_by_account_id", "is_upheld", "ended_at",
        ),
        withheld=("secret_hash", "by_account_id", "answered_by_account_id"),
        on_erasure=OnErasure.BLANK,
        blank={"account": None, "pupil": None, "title": "", "reason": "", "appeal": "",
               "answer": ""},
    ),
    {Subject.EDUCATOR: "account_id", Subject.PUPIL: "pupil_id"},
)  # fmt: skip
declare(
    Declaration(
        model=Guardian,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="know which teachers look first at a report",
        retention="while the case stands",
        plain=("case", "account"),
        on_erasure=OnErasure.DELETE,
    )
)
declare(
    Declaration(
        model=Agreement,
        subject=Subject.EDUCATOR,
        rows=lambda key: Q(account_id=key),
        purpose="know to which code of conduct somebody agreed",
        retention="while the account lives",
        plain=("account", "from_day", "at"),
        on_erasure=OnErasure.DELETE,
    )
)
