"""A school or another organisation."""

from django.db import models
from django.db.models import Q

from opentwinning.core.clock import now
from opentwinning.core.ids import RefField
from opentwinning.people.organisations.models.register import RegisterMapping
from opentwinning.people.organisations.vocabulary import OrganisationState, Source


class Organisation(models.Model):
    """Name, place and code as its register writes them."""

    ref = RefField(prefix="org")
    country = models.CharField(max_length=2)
    code = models.CharField(max_length=40, blank=True)  # text: leading zeros count
    name = models.CharField(max_length=250)
    # Where law calls it otherwise than everybody; "" is the same name.
    legal_name = models.CharField(max_length=250, blank=True, default="")
    # Of the school itself, by its state; from a register or an officer, never from a teacher.
    accreditation = models.CharField(max_length=60, blank=True, default="")
    kind = models.CharField(max_length=60, blank=True)
    place = models.CharField(max_length=120, blank=True)
    region = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=20, blank=True)
    website = models.CharField(max_length=300, blank=True)
    # Written by officers only: a teacher could name her own address. Never on a public page.
    email = models.EmailField(blank=True, default="")
    second_email = models.EmailField(blank=True, default="")  # asked when mails to the first bounce
    # Of the country whose school system runs it, when that is not the country where it stands.
    system_country = models.CharField(max_length=2, blank=True, default="")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    parent = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="branches"
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="merged"
    )
    # The layout of the register file it came with last: parts of a register close only their own.
    register = models.ForeignKey(
        RegisterMapping, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    state = models.CharField(max_length=10, default=OrganisationState.ACTIVE)
    source = models.CharField(max_length=16, default=Source.REGISTER)
    created_at = models.DateTimeField(default=now)
    updated_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["country", "code"], condition=~Q(code=""), name="organisation_code_once"
            ),
        ]
        indexes = [
            models.Index(fields=["country", "state"], name="organisation_by_country"),
            # The middle of a town is asked for by its name, and by its postcode.
            models.Index(fields=["country", "place"], name="organisation_by_place"),
            models.Index(fields=["country", "postcode"], name="organisation_by_postcode"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_website(self) -> bool:
        """True for an address that may become a link; registers write all kinds of things."""
        return self.website.startswith(("https://", "http://"))
