"""The environment of a test run, set before Django reads its settings (hence loaded with -p)."""

import atexit
import os
import shutil
import tempfile

if "OT_DATA_DIR" not in os.environ or os.environ.get("OT_MODE") != "test":
    folder = tempfile.mkdtemp(prefix="ot-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["OT_DATA_DIR"] = folder
    os.environ["OT_DATABASE_URL"] = os.environ.get("OT_TEST_DATABASE_URL") or (
        f"sqlite:///{folder}/test.sqlite3"
    )
    os.environ["OT_REDIS_URL"] = os.environ.get("OT_TEST_REDIS_URL", "")
os.environ["OT_MODE"] = "test"
os.environ["OT_SECRET_KEY"] = "only for tests, known to everyone, long enough for the checks"
os.environ["OT_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ["OT_MAIL_URL"] = "memory:"
os.environ["OT_ADDRESS"] = "http://testserver"
