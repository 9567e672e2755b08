"""How a country's register is read, and each time it was."""

from django.db import models

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.organisations.vocabulary import Closing, ImportState


class RegisterMapping(models.Model):
    """Which column of a country's file means what; remembered for each layout of headings."""

    country = models.CharField(max_length=2)
    layout = models.CharField(max_length=32, blank=True)  # of its headings; "" = any file
    delimiter = models.CharField(max_length=4, default=",")
    encoding = models.CharField(max_length=20, default="utf-8-sig")
    reading = models.JSONField(default=dict)  # sheet, heading_row …: adapters.tables.Reading
    columns = models.JSONField(default=dict)  # our field → column heading
    empty_markers = models.JSONField(default=list)
    # patterns, values, capitals, small_words, schools_when, open_when: explained in the README.
    rules = models.JSONField(default=dict)
    updated_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["country", "layout"], name="mapping_of_layout_once")
        ]

    def __str__(self) -> str:
        return f"register of {self.country}"


class RegisterImport(models.Model):
    """One file on its way into the house, and what became of it."""

    ref = RefField(prefix="imp")
    country = models.CharField(max_length=2)
    file_name = models.CharField(max_length=200)
    by_account_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=now)
    state = models.CharField(max_length=10, default=ImportState.DONE)
    token = models.CharField(max_length=32, blank=True)  # name of its files on the shelf
    reading = models.JSONField(default=dict)
    headings = models.JSONField(default=list)
    mapping = models.ForeignKey(RegisterMapping, on_delete=models.SET_NULL, null=True)
    # The mapping as it was for this file: a later change of the mapping changes no import.
    plan = models.JSONField(default=dict)
    closing = models.CharField(max_length=8, default=Closing.WHOLE)
    known_count = models.PositiveIntegerField(default=0)  # open schools it is compared with
    foreseen = models.JSONField(default=dict)  # what the look found: counts by kind
    row_count = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    read_to = models.BigIntegerField(default=0)  # byte of the prepared rows where the next begins
    many_may_close = models.BooleanField(default=False)
    created_count = models.PositiveIntegerField(default=0)
    changed_count = models.PositiveIntegerField(default=0)
    unchanged_count = models.PositiveIntegerField(default=0)
    closed_count = models.PositiveIntegerField(default=0)
    left_out_count = models.PositiveIntegerField(default=0)  # rows that are not schools
    proposed_count = models.PositiveIntegerField(default=0)  # pairs that may be one school
    problem_counts = models.JSONField(default=dict)
    problems = models.JSONField(default=list)  # the first ones, in full
    failure = models.CharField(max_length=300, blank=True)
    finished_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.country} {self.at:%Y-%m-%d}: {self.file_name}"

    @property
    def problem_count(self) -> int:
        """Lines with a problem, also those not kept in full."""
        return sum(self.problem_counts.values()) or len(self.problems)
