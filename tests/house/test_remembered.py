"""Scenes laid down again are the scenes that were built (decision 0016)."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from opentwinning.core.permits import free_writing
from opentwinning.people.accounts.models import Account
from tests import cast, remembered
from tests.scenes.projects import a_draft, befriend

pytestmark = pytest.mark.django_db


class TakenBackError(Exception):
    """Ends a scene as if its test were over."""


@pytest.fixture
def memory(monkeypatch):
    fresh = remembered.Memory()
    monkeypatch.setattr(remembered, "MEMORY", fresh)
    return fresh


def played(memory: remembered.Memory, scene: Callable[[], Any]) -> tuple[dict[str, Any], int]:
    """Every row of the house after a scene of its own, and how many questions it took."""
    memory.begin(may=True)
    rows: dict[str, Any] = {}
    questions = []

    def asked(execute, *statement):
        questions.append(statement)
        return execute(*statement)

    with suppress(TakenBackError), transaction.atomic():
        with connection.execute_wrapper(asked):
            scene()
        rows.update({table: remembered.rows_of(table) for table in remembered.tables()})
        raise TakenBackError
    return rows, len(questions)


def a_plan_of_two():
    ana, ion = cast.ana(), cast.ion()
    befriend(ana, ion)
    return a_draft(ana, ion, title="Rivers")


def test_the_same_calls_lay_down_the_same_rows(memory):
    built, many = played(memory, a_plan_of_two)
    laid, few = played(memory, a_plan_of_two)
    assert laid == built
    assert few < many / 4


def test_what_was_laid_down_is_lived_in(memory):
    played(memory, a_plan_of_two)
    memory.begin(may=True)
    project = a_plan_of_two()
    assert cast.ana().get(f"/projects/{project.ref}/plan").status_code == 200
    assert cast.marek().educator.is_validated  # built: the draft was opened in between


def test_other_words_build(memory):
    played(memory, a_plan_of_two)
    memory.begin(may=True)
    assert a_draft(cast.ana(), cast.ion(), title="Seas").title == "Seas"


def test_after_a_write_of_its_own_a_test_builds(memory):
    played(memory, a_plan_of_two)
    memory.begin(may=True)
    ana = cast.ana()
    assert memory.state is not None
    with free_writing():
        Account.objects.filter(pk=ana.account.pk).update(language="da")
    assert memory.state is None
    assert cast.ion().educator.is_validated
    ana.account.refresh_from_db()
    assert ana.account.language == "da"


def test_a_module_that_shares_a_scene_builds(memory):
    cast.ana()
    memory.begin(may=True)
    cast.ion()
    assert memory.state is None


def test_a_builder_that_fails_leaves_nothing_to_lay_down(memory):
    memory.begin(may=True)
    ana = cast.ana()
    with pytest.raises(AttributeError):
        a_draft(ana, cast.ion(), colour="blue")
    assert memory.state is None


def test_who_counts_questions_sees_the_builders_own(memory):
    played(memory, a_plan_of_two)
    memory.begin(may=True)
    with CaptureQueriesContext(connection) as asked:
        cast.ana()
    assert len(asked) > 50
    assert memory.state is None
