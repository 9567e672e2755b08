"""Closing an activity and handing in come one after the other (G5)."""

import json
import shutil
import subprocess
import sys

from tests.plugins.databases import own_database
from tests.plugins.live import site_environment
from tools.launcher.place import ROOT


def test_closing_waits_for_a_hand_in_that_is_on_its_way(blank_database, tmp_path):
    blank, template = blank_database
    folder = tmp_path / "data"
    shutil.copytree(blank, folder)
    with own_database(folder, template) as url:
        env = site_environment(folder, 443, "smtp://127.0.0.1:9", OT_DATABASE_URL=url)
        env["PYTHONPATH"] = f"{ROOT}:{ROOT / 'src'}"
        run = subprocess.run(
            [sys.executable, "-m", "tests.workspace.activities.parallel"],
            cwd=ROOT, env=env, capture_output=True, text=True, timeout=120,
            check=False,
        )  # fmt: skip
    assert run.returncode == 0, run.stderr[-3000:]
    told = json.loads(run.stdout.splitlines()[-1])
    assert told == {
        "closed_in_the_middle": False,
        "afterwards": "refused",
        "state": "closed",
        "handed_in": ["7.2"],
    }
