"""The seeds of the house: people who ask, and things to show them, at size.

The demo world gives Ana and her project; on top come 100,000 educators in the directory, a thread
of 50 replies by 60 members and a page of about 480 words.
"""

from benchmarks.crowd import fill
from benchmarks.seeds import Made, seed, session_of

EDUCATORS = 100_000
MEMBERS = 60
REPLIES = 50
TEXT = "We met the partner class today and compared what we eat for breakfast. " * 4
PAGE = "## Our river\n\n" + (TEXT + "\n\n* first\n* second\n\n") * 8


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
    fill(EDUCATORS)


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
