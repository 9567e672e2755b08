"""Two officers act at the same moment: one after the other, and nothing is lost (G5)."""

import json
import shutil
import subprocess
import sys

import pytest

from tests.plugins.databases import own_database
from tests.plugins.live import site_environment
from tools.launcher.place import ROOT

TIMES = 6


@pytest.fixture
def played(blank_database, tmp_path):
    """Play one scene several times in a process with its own database."""
    blank, template = blank_database
    folder = tmp_path / "data"
    shutil.copytree(blank, folder)
    with own_database(folder, template) as url:

        def play(kind: str) -> list[dict]:
            env = site_environment(folder, 443, "smtp://127.0.0.1:9", OT_DATABASE_URL=url)
            env["PYTHONPATH"] = f"{ROOT}:{ROOT / 'src'}"
            run = subprocess.run(
                [sys.executable, "-m", "tests.collaboration.projects.parallel", kind, str(TIMES)],
                cwd=ROOT, env=env, capture_output=True, text=True, timeout=120,
                check=False,
            )  # fmt: skip
            assert run.returncode == 0, run.stderr[-3000:]
            return json.loads(run.stdout)

        yield play


def test_two_offices_say_yes_at_once_and_the_project_opens_once(played):
    """Without the lock each might see the other still waiting, and nothing would open."""
    for result in played("two offices"):
        assert result["outcomes"] == ["", ""]
        assert result["decisions"] == {"SI": "approved", "RO": "approved"}
        assert result["state"] == "approved"
        assert result["twinspaces"] == 1
        assert result["broken"] == []


def test_two_officers_of_one_office_decide_once(played):
    for result in played("one office"):
        assert sorted(o == "" for o in result["outcomes"]) == [False, True]
        kept = result["decisions"]["SI"]
        assert result["state"] == ("rejected" if kept == "rejected" else "waiting_offices")
        assert result["twinspaces"] == 0
