"""A class and the educators who answer for it."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField, new_code
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Organisation


class SchoolClass(models.Model):
    """A class of one school (J-18). Its code is on every card; it opens only during a window."""

    ref = RefField(prefix="cls")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="classes")
    name = models.CharField(max_length=60)
    age_band = models.CharField(max_length=8)
    language = models.CharField(max_length=10, default="en")
    code = models.CharField(max_length=12, unique=True, default=new_code)
    # Pupils' sessions of an older epoch have ended ("sign out everybody", A8).
    session_epoch = models.PositiveIntegerField(default=0)
    # Cards open at any time unless the teacher wants them to work in lessons only.
    cards_only_in_lessons = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=now)
    closed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name

    @property
    def readable_code(self) -> str:
        """The code as it is printed and read aloud: ``K7QM-29XD``."""
        return f"{self.code[:4]}-{self.code[4:]}"


class ClassOwner(models.Model):
    """An educator who may see, reset and identify the pupils of a class: nobody else may."""

    school_class = models.ForeignKey(SchoolClass, on_delete=models.CASCADE, related_name="owners")
    educator = models.ForeignKey(Educator, on_delete=models.CASCADE, related_name="owned_classes")
    since = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school_class", "educator"], name="classowner_once"),
        ]

    def __str__(self) -> str:
        return f"{self.educator} owns {self.school_class}"


class SignInWindow(models.Model):
    """The time during which class code and pictures let pupils in (A7)."""

    school_class = models.ForeignKey(SchoolClass, on_delete=models.CASCADE, related_name="windows")
    opened_by_account_id = models.BigIntegerField()
    opened_at = models.DateTimeField(default=now)
    closes_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["school_class", "closes_at"], name="window_open_now")]

    def __str__(self) -> str:
        return f"{self.school_class} until {self.closes_at}"
