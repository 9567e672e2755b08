"""A hundred tries at the same moment pass no limit by one (A4, A7, G3, G9)."""

import json
import shutil
import subprocess
import sys

import pytest

from tests.facilities.limits.listed import (
    calls,
    sets_of_limits,
    single_limits,
    single_names,
    trees,
)
from tests.plugins.databases import own_database
from tests.plugins.live import site_environment
from tools.launcher.place import ROOT


@pytest.fixture(scope="module")
def told(blank_database, tmp_path_factory):
    """What came of all tries, in a process with its own database."""
    blank, template = blank_database
    folder = tmp_path_factory.mktemp("limits") / "data"
    shutil.copytree(blank, folder)
    with own_database(folder, template) as url:
        env = site_environment(folder, 443, "smtp://127.0.0.1:9", OT_DATABASE_URL=url)
        env["PYTHONPATH"] = f"{ROOT}:{ROOT / 'src'}"
        env["OT_MODE"] = "development"  # requests stay plain HTTP
        run = subprocess.run(
            [sys.executable, "-m", "tests.facilities.limits.parallel"],
            cwd=ROOT, env=env, capture_output=True, text=True, timeout=180,
            check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr[-3000:]
        return json.loads(run.stdout)


def test_exactly_so_many_tries_pass_each_limit(told):
    names = {**sets_of_limits(), **single_limits()}
    assert set(told["counters"]) == set(names)
    for name, tried in told["counters"].items():
        limit, tries = tried["limit"], tried["tries"]
        assert tried["seen"] == {"True": limit, "False": tries - limit}, name


def test_every_limit_of_the_code_is_tried():
    """A new limit stands as a tuple in a vocabulary, or by its name in `single_limits`."""
    written = sum(len(calls(tree, "Limit")) for _, tree in trees())
    assert sum(map(len, sets_of_limits().values())) == written > 30
    assert {name.split()[0] for name in single_limits()} == single_names()


def test_whole_requests_are_refused_from_the_first_one_too_many(told):
    """And the mails that were sent are as many as the requests that passed."""
    assert told["requests"] == {
        "code": {"302": 3, "429": 97},
        "mails": 3,
        "password": {"302": 3, "429": 97},
        "sign-in": {"422": 5, "429": 95},
        "report": {"302": 10, "422": 90, "reports": 1},
    }


def test_a_country_recommends_no_more_than_its_share(told):
    """Q-20: two of ten labelled projects, whoever asks; asking again for them harms nothing."""
    used = "Your country has used its share of recommendations."
    assert told["shares"] == {"recommend": {"": 20, used: 80}, "held": 2}


def test_a_person_keeps_two_hundred_drafts_and_no_window_overwrites_another(told):
    """G7: the oldest goes; of the first words of one form, one window is first."""
    assert told["drafts"] == {
        "many": {"": 100},
        "held": 200,
        "same": {"": 1, "newer text": 99},
    }


def test_two_accounts_become_one_exactly_once(told):
    """M-14: who comes second is told that it took too long."""
    assert told["joins"] == {
        "answers": {"": 1, "This took too long. Begin again.": 19},
        "left": 1,
        "written": 1,
    }


@pytest.mark.parametrize(
    ("what", "passed", "held", "sentence"),
    [
        ("calls", 5, 5, "You have five open calls. Close one of them first."),
        ("searches", 10, 10, "You have ten saved searches. Delete one first."),
        ("addresses", 4, 5, "You have five addresses. Remove one first."),
        ("devices", 10, 10, "You have ten devices. Remove one of them first."),
    ],
)
def test_nobody_gets_more_things_by_asking_at_once(told, what, passed, held, sentence):
    assert told["caps"][what] == {"": passed, sentence: 100 - passed}
    assert told["caps"]["held"][what] == held
