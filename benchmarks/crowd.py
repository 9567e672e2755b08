"""Many educators who may be found, seeded, so that every run is alike."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta

BATCH = 2_000
FIRST = ("Ana", "Ion", "Freja", "Marek", "Eleni", "Chloé", "Łukasz", "Søren", "Ülle", "Inês",
         "ΓΙΏΡΓΟΣ", "İpek")  # fmt: skip
LAST = ("Kovač", "Popescu", "Lund", "Zieliński", "Papadaki", "Martin", "Jørgensen", "Tamm", "Reis")
COUNTRIES = ("SI", "RO", "DK", "PL", "FR", "IT", "LV", "TR", "IE", "PT", "BG", "GR")
SUBJECTS = ("biology", "geography", "art", "music", "mathematics", "history", "physics")
AGES = ("3-5", "6-8", "9-12", "13-15", "16-19")
ABOUT = "I like projects about rivers, bread and bridges."


def fill(count: int, schools: Sequence[int] = (), *, begin: int = 0) -> None:
    """Educators number ``begin`` to ``count``, each with three traits; with ``schools`` each works
    at one of these numbers. Bulk inserts: flat in memory, minutes for a million."""
    from opentwinning.core.clock import now

    dice = random.Random(7 + begin)
    midnight = now().replace(hour=0, minute=0, second=0, microsecond=0)
    for start in range(begin, count, BATCH):
        _batch(dice, range(start, min(start + BATCH, count)), midnight, schools)


def _batch(dice: random.Random, numbers: range, midnight: datetime, schools: Sequence[int]) -> None:
    from opentwinning.core.text import folded
    from opentwinning.facilities.search.models import SearchEntry
    from opentwinning.people.accounts.models import Account, Address
    from opentwinning.people.educators.models import Educator, Trait
    from opentwinning.people.educators.vocabulary import facet_word, trait_key
    from opentwinning.people.organisations.models import Affiliation

    accounts = Account.objects.bulk_create(
        Account(
            email=f"crowd{n}@crowd.example.org",
            name=f"{dice.choice(FIRST)} {dice.choice(LAST)}",
            password="!",
        )
        for n in numbers
    )
    Address.objects.bulk_create(
        Address(account=each, email=each.email, confirmed_at=midnight) for each in accounts
    )
    chosen = [
        (("subject", dice.choice(SUBJECTS)), ("age", dice.choice(AGES)), ("language", "en"))
        for _ in accounts
    ]
    educators = Educator.objects.bulk_create(
        Educator(
            account=account, name=account.name, country=dice.choice(COUNTRIES),
            profession="teacher", about=ABOUT, validation_state="validated",
            trait_keys=" ".join(sorted(trait_key(kind, value) for kind, value in traits)),
            last_active_at=midnight - timedelta(seconds=dice.randrange(30_000_000)),
        )
        for account, traits in zip(accounts, chosen, strict=True)
    )  # fmt: skip
    Trait.objects.bulk_create(
        Trait(educator=educator, kind=kind, value=value)
        for educator, traits in zip(educators, chosen, strict=True)
        for kind, value in traits
    )
    if schools:
        Affiliation.objects.bulk_create(
            Affiliation(educator=educator, organisation_id=dice.choice(schools))
            for educator in educators
        )
    SearchEntry.objects.bulk_create(
        SearchEntry(
            kind="educator",
            object_id=educator.pk,
            text=folded(
                " ".join(
                    (
                        educator.name,
                        educator.about,
                        facet_word("country", educator.country),
                        *(facet_word(kind, value) for kind, value in traits),
                    )
                )
            ),
        )
        for educator, traits in zip(educators, chosen, strict=True)
    )
