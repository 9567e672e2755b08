"""How a country's register is read, and each time it was."""

from django.db import models

from opentwinning.core.clock import now


class RegisterMapping(models.Model):
    """Which column of a country's file means what; remembered between imports."""

    country = models.CharField(max_length=2, unique=True)
    delimiter = models.CharField(max_length=4, default=",")
    encoding = models.CharField(max_length=20, default="utf-8-sig")
    columns = models.JSONField(default=dict)  # our field → column heading
    empty_markers = models.JSONField(default=list)
    # patterns, values, capitals, small_words, schools_when, open_when: explained in the README.
    rules = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"register of {self.country}"


class RegisterImport(models.Model):
    """One import and what it did."""

    country = models.CharField(max_length=2)
    file_name = models.CharField(max_length=200)
    by_account_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=now)
    created_count = models.PositiveIntegerField(default=0)
    changed_count = models.PositiveIntegerField(default=0)
    unchanged_count = models.PositiveIntegerField(default=0)
    closed_count = models.PositiveIntegerField(default=0)
    left_out_count = models.PositiveIntegerField(default=0)  # rows that are not schools
    problems = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.country} {self.at:%Y-%m-%d}: {self.file_name}"
