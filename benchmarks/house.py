"""The seeds of the house: people who ask, and things to show them, at size.

The demo world gives Ana and her project; on top come 100,000 educators in the directory, a thread
of 50 replies by 60 members and a page of about 480 words.
"""

import random
from datetime import timedelta

from benchmarks.seeds import Made, seed, session_of

EDUCATORS = 100_000
MEMBERS = 60
REPLIES = 50
BATCH = 2_000
TEXT = "We met the partner class today and compared what we eat for breakfast. " * 4
PAGE = "## Our river\n\n" + (TEXT + "\n\n* first\n* second\n\n") * 8
FIRST = ("Ana", "Ion", "Freja", "Marek", "Eleni", "Chloé", "Łukasz", "Søren", "Ülle", "Inês")
LAST = ("Kovač", "Popescu", "Lund", "Zieliński", "Papadaki", "Martin", "Jørgensen", "Tamm", "Reis")
COUNTRIES = ("SI", "RO", "DK", "PL", "FR", "IT", "LV", "TR", "IE", "PT", "BG", "GR")
SUBJECTS = ("biology", "geography", "art", "music", "mathematics", "history", "physics")
AGES = ("3-5", "6-8", "9-12", "13-15", "16-19")


@seed
def ana_and_her_project(made: Made) -> None:
    """Sign Ana in and name her TwinSpace."""
    from opentwinning.collaboration.twinspaces.models import TwinSpace
    from opentwinning.people.accounts.models import Account
    from opentwinning.workspace.spaces.models import Member

    account = Account.objects.get(email__startswith="ana@si.")
    made.sessions["educator"] = session_of(account=account.pk, epoch=account.session_epoch)
    mine = Member.objects.filter(account=account, left_at=None).values("space")
    twinspace = (
        TwinSpace.objects.select_related("project", "space").filter(space__in=mine).earliest("pk")
    )
    made.targets["project"] = twinspace.project.ref
    made.targets["space"] = twinspace.space.ref


@seed
def a_crowd(made: Made) -> None:
    """Fill the directory with 100,000 educators, seeded, so that every run is alike."""
    from opentwinning.core.clock import now
    from opentwinning.core.text import folded
    from opentwinning.facilities.search.models import SearchEntry
    from opentwinning.people.accounts.models import Account, Address
    from opentwinning.people.educators.models import Educator, Trait
    from opentwinning.people.educators.vocabulary import facet_word, trait_key

    dice = random.Random(7)
    for start in range(0, EDUCATORS, BATCH):
        names = [f"{dice.choice(FIRST)} {dice.choice(LAST)}" for _ in range(BATCH)]
        accounts = Account.objects.bulk_create(
            Account(email=f"crowd{start + n}@crowd.example.org", name=name, password="!")
            for n, name in enumerate(names)
        )
        Address.objects.bulk_create(
            Address(account=each, email=each.email, confirmed_at=now()) for each in accounts
        )
        educators = Educator.objects.bulk_create(
            Educator(
                account=account, name=account.name, country=dice.choice(COUNTRIES),
                profession="teacher", about="I like projects about rivers, bread and bridges.",
                validation_state="validated",
                last_active_at=now() - timedelta(minutes=dice.randrange(500_000)),
            )
            for account in accounts
        )  # fmt: skip
        traits = [
            Trait(educator=educator, kind=kind, value=value)
            for educator in educators
            for kind, value in (
                ("subject", dice.choice(SUBJECTS)), ("age", dice.choice(AGES)), ("language", "en"),
            )
        ]  # fmt: skip
        Trait.objects.bulk_create(traits, batch_size=BATCH)
        facets = {educator.pk: [facet_word("country", educator.country)] for educator in educators}
        keys: dict[int, list[str]] = {educator.pk: [] for educator in educators}
        for trait in traits:
            facets[trait.educator_id].append(facet_word(trait.kind, trait.value))
            keys[trait.educator_id].append(trait_key(trait.kind, trait.value))
        for educator in educators:
            educator.trait_keys = " ".join(sorted(keys[educator.pk]))
        Educator.objects.bulk_update(educators, ["trait_keys"], batch_size=500)
        SearchEntry.objects.bulk_create(
            SearchEntry(
                kind="educator",
                object_id=e.pk,
                text=folded(f"{e.name} {e.about} {' '.join(facets[e.pk])}"),
            )
            for e in educators
        )


@seed
def a_lively_space(made: Made) -> None:
    """A page of 480 words and a thread of 50 replies by 60 members in Ana's TwinSpace."""
    from opentwinning.people.accounts.models import Account
    from opentwinning.workspace.forums.models import Reply, Thread
    from opentwinning.workspace.pages.models import Page, PageVersion
    from opentwinning.workspace.spaces.models import Member, Space

    space = Space.objects.get(ref=made.targets["space"])
    crowd = Account.objects.filter(email__startswith="crowd").order_by("pk")[:MEMBERS]
    members = Member.objects.bulk_create(
        Member(space=space, account=a, capacity="educator", name=a.name, country="RO")
        for a in crowd
    )
    author = members[0]
    page = Page.objects.create(
        space=space, title="Our river", text=PAGE, version=1, state="visible",
        created_by=author, saved_by=author,
    )  # fmt: skip
    PageVersion.objects.create(page=page, number=1, title=page.title, text=PAGE, author=author)
    made.targets["page"] = page.ref
    for name, count in (("thread", REPLIES), ("writing", 1)):
        thread = Thread.objects.create(
            space=space, author=author, title=name, last_number=count, last_by=author
        )
        Reply.objects.bulk_create(
            Reply(thread=thread, number=n + 1, author=members[n % MEMBERS], text=TEXT)
            for n in range(count)
        )
        made.targets[name] = thread.ref
        if name == "thread":
            made.targets["last"] = thread.replies.latest("number").ref
