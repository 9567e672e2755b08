"""Ana and Ion answer in one thread; whoever got no answer sends the same form again."""

from collections.abc import Iterable
from typing import override

from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.audit.queries import broken_links
from opentwinning.workspace.forums.actions import add_reply, open_thread
from opentwinning.workspace.forums.models import ReadMark, Reply, Thread
from tests import cast
from tests.faults.writer import Piece, Writer
from tests.scenes.spaces import a_space

OPENING = "What lives in your river?"


def piece_of(reply: Reply) -> Piece:
    """A reply is its author, its number in the thread and its text, which begins with its turn."""
    turn = reply.text.partition("\n")[0]
    return Piece(turn, f"{reply.thread_id} {reply.number} {reply.author_id} {reply.text}")


class Replies(Writer):
    """Each reply has the next number, is the thread's newest, and stands there once (G6)."""

    @override
    def prepare(self) -> None:
        scene = a_space()
        open_thread(by=scene.ana.actor, space=scene.space, title="Rivers", text=OPENING)

    @override
    def write(self, number: int, turn: str) -> Piece | None:
        person = (cast.ana(), cast.ion())[number % 2]
        thread = Thread.objects.get()
        mine = Reply.objects.filter(thread=thread, author__account=person.account, number__gt=1)
        last = mine.order_by("-number").first()
        if turn.endswith(".1") and last is not None:
            # The writer before was killed; the browser sends what it sent last once more.
            token, text = last.form_token, last.text
        else:
            token, text = turn, f"{turn}\n" + "Žabe, ščuke in vodni bolhači. " * 20
        return piece_of(add_reply(by=person.actor, thread=thread, text=text, form_token=token))

    @override
    def stored(self) -> Iterable[Piece]:
        return [piece_of(reply) for reply in Reply.objects.exclude(number=1)]

    @override
    def torn(self) -> Iterable[str]:
        thread = Thread.objects.get()
        replies = list(thread.replies.order_by("number"))
        if [reply.number for reply in replies] != list(range(1, thread.last_number + 1)):
            yield f"{len(replies)} replies are not numbered 1 to {thread.last_number}"
        newest = (replies[-1].created_at, replies[-1].author_id)
        if (thread.last_at, thread.last_by_id) != newest:
            yield "the thread does not know its newest reply"
        read = dict(ReadMark.objects.values_list("member_id", "number"))
        for author, last in {reply.author_id: reply.number for reply in replies}.items():
            if read.get(author) != last:
                yield f"member {author} wrote {last} and has read to {read.get(author)}"
        known = LedgerEntry.objects.filter(verb__endswith=".add_reply")
        if set(known.values_list("subject_id", flat=True)) != {reply.pk for reply in replies[1:]}:
            yield "ledger and replies differ"
        for entry in broken_links():
            yield f"the ledger's chain breaks at {entry}"
