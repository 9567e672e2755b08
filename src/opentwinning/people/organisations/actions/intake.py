"""A register comes in: received, described, looked through, started or dropped."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.jobs.actions import enqueue
from opentwinning.people.organisations.actions.registers import save_register_mapping
from opentwinning.people.organisations.models import RegisterImport
from opentwinning.people.organisations.policies import may_import_register
from opentwinning.people.organisations.queries.guesses import layout_of
from opentwinning.people.organisations.queries.intake import Look, default_closing
from opentwinning.people.organisations.vocabulary import (
    IMPORT_MOVES,
    MANY_CLOSED,
    ImportState,
)

_MOVED_ON = pgettext_lazy("register", "This import has moved on. Look at its page again.")
_MANY = pgettext_lazy("register", "Say first that many schools may be closed.")
_RUNNING = pgettext_lazy("register", "Another import of this country is running. Wait for it.")
_NEEDS = pgettext_lazy("register", "Choose the columns of code and name.")
_ONE_EACH = pgettext_lazy("register", "Code and name must be different columns.")


@action
def receive_register(
    *, by: Actor, country: str, token: str, file_name: str, look: Look
) -> RegisterImport:
    """A file has arrived. Nothing of it is a school yet."""
    deny_unless(may_import_register(by, country))
    return RegisterImport.objects.create(
        country=country,
        file_name=file_name[:200],
        by_account_id=by.account_id,
        state=ImportState.RECEIVED,
        token=token,
        reading=look.reading.stored(),
        headings=look.headings,
        plan=look.plan,
        closing=default_closing(country, layout_of(look.headings)),
    )


@action
def read_register_again(*, by: Actor, register: RegisterImport, look: Look) -> RegisterImport:
    """Another encoding, delimiter, sheet or heading row."""
    found = _locked(by, register)
    if found.state != ImportState.RECEIVED:
        raise Invalid(_MOVED_ON)
    found.reading, found.headings, found.plan = look.reading.stored(), look.headings, look.plan
    found.save(update_fields=["reading", "headings", "plan"])
    return found


@action
def describe_register(
    *,
    by: Actor,
    register: RegisterImport,
    columns: dict[str, str],
    empty_markers: list[str],
    rules: dict[str, Any],
    closing: str,
) -> RegisterImport:
    """Which column means what. Remembered for the next file of this country with these headings."""
    found = _locked(by, register)
    if found.state != ImportState.RECEIVED:
        raise Invalid(_MOVED_ON)
    if not columns.get("code") or not columns.get("name"):
        raise Invalid(_NEEDS, "column_code")
    if columns["code"] == columns["name"]:
        raise Invalid(_ONE_EACH, "column_name")
    found.plan = {"columns": columns, "empty_markers": empty_markers, "rules": rules}
    found.closing = closing
    found.mapping = save_register_mapping(
        by=by,
        country=found.country,
        layout=layout_of(found.headings),
        delimiter=found.reading["delimiter"],
        encoding=found.reading["encoding"],
        reading={name: found.reading[name] for name in ("kind", "sheet", "heading_row")},
        **found.plan,
    )
    found.save(update_fields=["plan", "closing", "mapping"])
    note(found, columns=columns, closing=closing)
    return found


@action
def choose_words(
    *, by: Actor, register: RegisterImport, left_out: dict[str, list[str]]
) -> RegisterImport:
    """Rule → words whose rows are no schools, or are closed."""
    rules = dict(register.plan.get("rules", {}))
    for rule, words in left_out.items():
        if rule in rules:
            rules[rule] = {**rules[rule], "values": words}
    return describe_register(
        by=by,
        register=register,
        columns=register.plan["columns"],
        empty_markers=register.plan["empty_markers"],
        rules=rules,
        closing=register.closing,
    )


@action
def look_through_register(*, by: Actor, register: RegisterImport) -> RegisterImport:
    """Begin the dry run: a job reads the whole file and compares, changing no school."""
    found = _locked(by, register)
    move(found, to=ImportState.CHECKING, table=IMPORT_MOVES, sentence=_MOVED_ON)
    found.rows_done = found.row_count = 0
    found.failure = ""
    found.save(update_fields=["state", "rows_done", "row_count", "failure"])
    enqueue("organisations.look_through", {"ref": found.ref})
    return found


@action
def reopen_register(*, by: Actor, register: RegisterImport) -> RegisterImport:
    """Back to the columns."""
    found = _locked(by, register)
    move(found, to=ImportState.RECEIVED, table=IMPORT_MOVES, sentence=_MOVED_ON)
    found.save(update_fields=["state"])
    return found


@action
def drop_register(*, by: Actor, register: RegisterImport) -> RegisterImport:
    """Not this file."""
    found = _locked(by, register)
    move(found, to=ImportState.DROPPED, table=IMPORT_MOVES, sentence=_MOVED_ON)
    found.finished_at = now()
    found.save(update_fields=["state", "finished_at"])
    return found


@action
def start_register(
    *, by: Actor, register: RegisterImport, many_may_close: bool = False
) -> RegisterImport:
    """Bring it in, batch after batch, in the background. One import of a country at a time."""
    found = _locked(by, register)
    running = RegisterImport.objects.filter(country=found.country, state=ImportState.RUNNING)
    if running.exclude(pk=found.pk).exists():
        raise Invalid(_RUNNING)
    closed = found.foreseen.get("closed", 0)
    if found.known_count and closed / found.known_count > MANY_CLOSED and not many_may_close:
        raise Invalid(_MANY, "many_may_close")
    move(found, to=ImportState.RUNNING, table=IMPORT_MOVES, sentence=_MOVED_ON)
    found.many_may_close, found.rows_done, found.read_to = many_may_close, 0, 0
    found.save()
    enqueue("organisations.import", {"ref": found.ref, "from": 0})
    return found


def _locked(by: Actor, register: RegisterImport) -> RegisterImport:
    deny_unless(may_import_register(by, register.country))
    return RegisterImport.objects.select_for_update().get(pk=register.pk)
