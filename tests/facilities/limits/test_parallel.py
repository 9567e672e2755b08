"""A hundred tries at the same moment give nobody one thing more than she may have."""

import json
import shutil
import subprocess
import sys

import pytest

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
        run = subprocess.run(
            [sys.executable, "-m", "tests.facilities.limits.parallel"],
            cwd=ROOT, env=env, capture_output=True, text=True, timeout=180,
            check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr[-3000:]
        return json.loads(run.stdout)


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
    assert told[what] == {"": passed, sentence: 100 - passed}
    assert told["held"][what] == held
