"""D11: fifty uploads begun at once never pass the edge of a space's room."""

import json
import shutil
import subprocess
import sys

from tests.plugins.databases import own_database
from tests.plugins.live import site_environment
from tests.workspace.files.parallel import FITTING, MB
from tools.launcher.place import ROOT


def test_only_as_many_begin_as_fit(blank_database, tmp_path):
    blank, template = blank_database
    folder = tmp_path / "data"
    shutil.copytree(blank, folder)
    with own_database(folder, template) as url:
        env = site_environment(folder, 443, "smtp://127.0.0.1:9", OT_DATABASE_URL=url)
        env["PYTHONPATH"] = f"{ROOT}:{ROOT / 'src'}"
        run = subprocess.run(
            [sys.executable, "-m", "tests.workspace.files.parallel"],
            cwd=ROOT, env=env, capture_output=True, text=True, timeout=120,
            check=False,
        )  # fmt: skip
    assert run.returncode == 0, run.stderr[-3000:]
    told = json.loads(run.stdout.splitlines()[-1])
    assert told == {"yes": FITTING, "rows": FITTING, "bytes": FITTING * (MB // FITTING)}
