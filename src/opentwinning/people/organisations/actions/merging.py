"""Two records of one school become one; nothing is lost, and it can be taken back."""

from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.search import actions as search
from opentwinning.people.organisations.events import OrganisationsMerged
from opentwinning.people.organisations.models import (
    Affiliation,
    Merge,
    Organisation,
    Pair,
    RegisterImport,
)
from opentwinning.people.organisations.policies import may_edit_organisation
from opentwinning.people.organisations.queries.lists import search_text
from opentwinning.people.organisations.queries.pairs import proposals
from opentwinning.people.organisations.vocabulary import OrganisationState, PairState

_SAME = pgettext_lazy("pair", "These records cannot be merged. Look at them again.")
_UNDONE = pgettext_lazy("pair", "This merge was taken back already.")


def propose_pairs(done: RegisterImport, gone: list[int]) -> int:
    """Keep what an import found; pairs that were decided before are not asked about again."""
    before = Pair.objects.count()
    Pair.objects.bulk_create(proposals(done, gone), ignore_conflicts=True, batch_size=500)
    return Pair.objects.count() - before


@action
def merge_organisations(*, by: Actor, kept: Organisation, gone: Organisation) -> Merge:
    """``gone`` goes into ``kept``: its teachers and branches move, its card points there."""
    kept, gone = _locked(by, kept, gone)
    one_country = kept.country == gone.country and kept.pk != gone.pk
    if not one_country or kept.merged_into_id or gone.merged_into_id:
        raise Invalid(_SAME)
    moved = {**_move_people(kept, gone), "was_open": gone.state == OrganisationState.ACTIVE}
    branches = list(Organisation.objects.filter(parent=gone).exclude(pk=kept.pk))
    moved["branches"] = [branch.pk for branch in branches]
    Organisation.objects.filter(pk__in=moved["branches"]).update(parent=kept)
    gone.state, gone.merged_into, gone.updated_at = OrganisationState.CLOSED, kept, now()
    gone.save(update_fields=["state", "merged_into", "updated_at"])
    search.forget("organisation", gone.pk)
    _decide(kept, gone, PairState.MERGED)
    merge = Merge.objects.create(
        country=kept.country, kept=kept, gone=gone, by_account_id=by.account_id, moved=moved
    )
    note(merge, kept=kept.ref, gone=gone.ref, moved=moved)
    emit(OrganisationsMerged(gone.pk, kept.pk))
    return merge


@action
def undo_merge(*, by: Actor, merge: Merge) -> Merge:
    """Take a merge back: a record of its own. What has changed since stays where it is now."""
    kept, gone = _locked(by, merge.kept, merge.gone)
    if gone.merged_into_id != kept.pk or Merge.objects.filter(undoes=merge).exists():
        raise Invalid(_UNDONE)
    moved = merge.moved
    rows = Affiliation.objects.filter(organisation=kept, ended_at=None)
    rows.filter(pk__in=moved["affiliations"]).update(organisation=gone)
    Affiliation.objects.filter(pk__in=moved["ended"], organisation=gone).update(
        ended_at=None, is_main=False
    )
    Organisation.objects.filter(pk__in=moved["branches"], parent=kept).update(parent=gone)
    gone.merged_into, gone.updated_at = None, now()
    if moved["was_open"]:
        gone.state = OrganisationState.ACTIVE
        search.index("organisation", gone.pk, search_text(gone))
    gone.save(update_fields=["state", "merged_into", "updated_at"])
    _decide(kept, gone, PairState.APART)
    undo = Merge.objects.create(
        country=kept.country, kept=kept, gone=gone, by_account_id=by.account_id, undoes=merge
    )
    note(undo, kept=kept.ref, gone=gone.ref)
    emit(OrganisationsMerged(gone.pk, kept.pk, is_undone=True))
    return undo


@action
def keep_apart(*, by: Actor, pair: Pair) -> Pair:
    """They are two schools; nobody is asked again."""
    kept, gone = _locked(by, pair.kept, pair.gone)
    _decide(kept, gone, PairState.APART)
    pair.refresh_from_db()
    return pair


def _locked(by: Actor, kept: Organisation, gone: Organisation) -> tuple[Organisation, Organisation]:
    deny_unless(may_edit_organisation(by, kept))
    deny_unless(may_edit_organisation(by, gone))
    rows = Organisation.objects.select_for_update().filter(pk__in=[kept.pk, gone.pk]).order_by("pk")
    found = {row.pk: row for row in rows}
    return found[kept.pk], found[gone.pk]


def _move_people(kept: Organisation, gone: Organisation) -> dict[str, Any]:
    """Running affiliations go along; who works at both stays at one."""
    running = Affiliation.objects.filter(ended_at=None)
    there = set(running.filter(organisation=kept).values_list("educator_id", flat=True))
    rows = list(running.filter(organisation=gone).values_list("pk", "educator_id"))
    ended = [pk for pk, educator in rows if educator in there]
    moving = [pk for pk, educator in rows if educator not in there]
    Affiliation.objects.filter(pk__in=ended).update(ended_at=now())
    Affiliation.objects.filter(pk__in=moving).update(organisation=kept)
    return {"affiliations": moving, "ended": ended}


def _decide(kept: Organisation, gone: Organisation, state: PairState) -> None:
    both = [kept.pk, gone.pk]
    Pair.objects.filter(kept__in=both, gone__in=both).update(state=state, decided_at=now())
