"""A paper somebody may show, and how others check it."""

from functools import partial

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField, new_code
from opentwinning.people.accounts.models import Account
from opentwinning.people.certificates.vocabulary import CODE_LENGTH
from opentwinning.people.pupils.models import Pupil, SchoolClass


class Certificate(models.Model):
    """Issued to an adult, a class or a pupil. Only an adult's name is kept: on the paper of a class
    or a pupil a line is left for the pen (G12). ``cause`` makes issuing twice impossible."""

    ref = RefField(prefix="crt")
    code = models.CharField(
        max_length=16, unique=True, default=partial(new_code, CODE_LENGTH), editable=False
    )
    kind = models.CharField(max_length=40)
    account = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True)
    pupil = models.ForeignKey(Pupil, on_delete=models.SET_NULL, null=True)
    school_class = models.ForeignKey(SchoolClass, on_delete=models.SET_NULL, null=True)
    holder_name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=10)
    country = models.CharField(max_length=2)  # whose support organisation signs
    title = models.CharField(max_length=160)  # of what was achieved, such as the project's title
    facts = models.JSONField(default=dict)
    cause = models.CharField(max_length=120, unique=True)
    issued_at = models.DateTimeField(default=now)
    revoked_at = models.DateTimeField(null=True)
    revoked_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(pupil=None, school_class=None)
                | Q(account=None, holder_name="", pupil=None)
                | Q(account=None, holder_name="", school_class=None),
                name="certificate_one_holder",
            ),
        ]
        indexes = [models.Index(fields=["account", "-issued_at"], name="certificate_of_account")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"
