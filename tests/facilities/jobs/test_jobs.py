"""The outbox: at least once, retried, reaped (K4)."""

import datetime as dt

import pytest
from django.db import transaction

from opentwinning.core import work
from opentwinning.core.clock import now, stopped
from opentwinning.facilities.jobs.actions import enqueue, reap, run_due, run_one, tick
from opentwinning.facilities.jobs.models import Job, Schedule
from opentwinning.facilities.jobs.vocabulary import LEASE, MAX_ATTEMPTS, JobState

pytestmark = pytest.mark.django_db


@pytest.fixture
def kind(monkeypatch):
    """A kind of job that notes its runs and fails as often as told."""
    runs = []
    failures = []

    def run(payload):
        runs.append(payload)
        if failures:
            raise failures.pop()

    monkeypatch.setitem(work.KINDS, "test.kind", work.Kind("test.kind", run))
    return runs, failures


def test_a_job_runs_once(kind):
    runs, _ = kind
    enqueue("test.kind", {"n": 1})
    assert run_due() == 1
    assert run_due() == 0
    assert runs == [{"n": 1}]
    assert Job.objects.get(kind="test.kind").state == JobState.DONE


def test_the_same_key_is_the_same_job(kind):
    runs, _ = kind
    for _ in range(3):
        enqueue("test.kind", {}, dedupe_key="mail:7")
    run_due()
    assert len(runs) == 1


def test_a_job_is_rolled_back_with_its_cause(kind):
    def cause():
        with transaction.atomic():
            enqueue("test.kind", {})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        cause()
    assert run_due() == 0


@pytest.mark.filterwarnings("default")
def test_a_failing_job_is_tried_again_later(kind, caplog):
    runs, failures = kind
    failures.append(ValueError("the server is away"))
    enqueue("test.kind", {})
    assert run_one()
    assert not run_one()
    with stopped(now() + dt.timedelta(seconds=30)):
        assert run_one()
    assert len(runs) == 2
    job = Job.objects.get(kind="test.kind")
    assert (job.state, job.attempts) == (JobState.DONE, 2)
    assert "failed" in caplog.text


def test_a_job_that_never_works_is_given_up(kind, caplog):
    _, failures = kind
    failures.extend(ValueError() for _ in range(MAX_ATTEMPTS))
    enqueue("test.kind", {})
    for hour in range(MAX_ATTEMPTS):
        with stopped(now() + dt.timedelta(hours=2 * hour)):
            run_one()
    assert Job.objects.get(kind="test.kind").state == JobState.FAILED
    assert "8 of 8" in caplog.text


def test_the_job_of_a_killed_worker_comes_back(kind):
    """X8: RUNNING is no grave."""
    runs, _ = kind
    enqueue("test.kind", {})
    Job.objects.update(state=JobState.RUNNING, attempts=1, leased_until=now() + LEASE)
    assert reap() == 0
    with stopped(now() + LEASE + dt.timedelta(seconds=1)):
        assert reap() == 1
        run_due()
    assert len(runs) == 1


def test_regular_work_is_queued_once_per_turn(monkeypatch):
    runs = []
    every = dt.timedelta(days=1)
    monkeypatch.setattr(
        "opentwinning.facilities.jobs.actions.run.KINDS",
        {"test.daily": work.Kind("test.daily", runs.append, every)},
    )
    monkeypatch.setitem(work.KINDS, "test.daily", work.Kind("test.daily", runs.append, every))
    for _ in range(3):
        tick()
        run_due()
    assert len(runs) == 1
    with stopped(now() + dt.timedelta(days=1, minutes=1)):
        tick()
        run_due()
    assert len(runs) == 2
    assert Schedule.objects.count() == 1
