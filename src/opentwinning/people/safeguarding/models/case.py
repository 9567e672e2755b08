"""Reports about one thing are one case, with a level and a deadline."""

from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.accounts.models import Account
from opentwinning.people.pupils.models import Pupil
from opentwinning.people.safeguarding.vocabulary import CaseState, Level


class Case(models.Model):
    """What was reported, who looks at it now and until when. The thing itself is known by kind and
    public id only: it may stand on any floor."""

    ref = RefField(prefix="cas")
    kind = models.CharField(max_length=20)
    item_ref = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    url = models.CharField(max_length=300)
    country = models.CharField(max_length=2, blank=True)
    author_account = models.ForeignKey(
        Account, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    author_pupil = models.ForeignKey(Pupil, on_delete=models.SET_NULL, null=True, related_name="+")
    is_grave = models.BooleanField(default=False)
    level = models.CharField(max_length=10, default=Level.OFFICE)
    state = models.CharField(max_length=10, default=CaseState.OPEN)
    opened_at = models.DateTimeField(default=now)
    level_since = models.DateTimeField(default=now)
    due_at = models.DateTimeField(null=True)  # None: the last level was reminded already
    hidden_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    measure = models.CharField(max_length=12, blank=True)
    rule = models.CharField(max_length=12, blank=True)  # key of a reason
    reason = models.TextField(blank=True)
    decided_by_account_id = models.BigIntegerField(null=True)
    evidence_erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "item_ref"], condition=Q(state="open"), name="case_one_open"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_at"], name="case_due"),
            models.Index(fields=["state", "level", "country"], name="case_waits"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"


class Guardian(models.Model):
    """A teacher who looks first at what happens in her TwinSpace or to her pupils."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="guardians")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "account"], name="guardian_once"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} looks at {self.case_id}"


class Report(models.Model):
    """One person's report, with the text as it stood (H18); a visitor has a secret link to it."""

    ref = RefField(prefix="rpt")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reports")
    reason = models.CharField(max_length=12)
    words = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    evidence_picture = models.BinaryField(default=bytes)  # WebP, some 100 kB at most
    evidence_language = models.CharField(max_length=10, default="en")
    account = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    pupil = models.ForeignKey(Pupil, on_delete=models.SET_NULL, null=True, related_name="+")
    secret_hash = models.CharField(max_length=64, blank=True)
    # Of a visitor: tells two networks apart within one case, and says nothing else about them.
    origin_hash = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["secret_hash"], condition=~Q(secret_hash=""), name="report_secret_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason} in {self.case_id}"

    @staticmethod
    def origin(case: Case, network: str) -> str:
        """Keyed, and another one in each case."""
        return salted_hmac(
            "opentwinning.report", f"{case.ref} {network}", algorithm="sha256"
        ).hexdigest()
