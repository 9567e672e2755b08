"""The environment of a test run, set before Django reads its settings (hence loaded with -p).

Each worker process of a parallel run gets its own data folder, database file and Redis database.
"""

import atexit
import gc
import os
import shutil
import tempfile
from pathlib import Path

from tools.launcher import catalogues

ENOUGH = 2 * 1024**3  # bytes of memory disk worth using


def roomy_folder() -> str | None:
    """Return the memory disk when it is large enough: no test needs its files after a power cut."""
    memory = Path("/dev/shm")
    if memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ENOUGH:
        return str(memory)
    return None


def prepare() -> None:
    """Set every OT_ variable to a value that only this process uses."""
    folder = tempfile.mkdtemp(prefix="ot-test-", dir=roomy_folder())
    (Path(folder) / "static").mkdir()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    redis = os.environ.get("OT_TEST_REDIS_URL", "")
    number = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    os.environ.update(
        OT_MODE="test",
        OT_DATA_DIR=folder,
        OT_DATABASE_URL=os.environ.get("OT_TEST_DATABASE_URL", f"sqlite:///{folder}/dev.sqlite3"),
        OT_REDIS_URL=f"{redis}/{number}" if redis else "",
        OT_SECRET_KEY="only for tests: known to everyone, long enough for the checks",
        OT_HOSTS="testserver,localhost,127.0.0.1",
        OT_MAIL_URL="memory:",
        OT_ADDRESS="http://testserver",
    )
    catalogues.compile_stale()


prepare()
gc.set_threshold(100_000, 50, 100)  # a tenth of a run went into looking for garbage
