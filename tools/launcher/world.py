"""The data of a running copy: its folder, its secret, its environment."""

import os
import secrets
from pathlib import Path

from tools.launcher.place import ROOT, environment


def development(data: Path | None = None, **changes: str) -> dict[str, str]:
    """Return the environment of a development copy whose data lies in `data` (default: var/).

    What the caller's environment already says is kept: a PostgreSQL address, say.
    """
    folder = (data or Path(os.environ.get("OT_DATA_DIR", ROOT / "var"))).resolve()
    (folder / "static").mkdir(parents=True, exist_ok=True)
    chosen = environment(**changes)
    chosen["OT_DATA_DIR"] = str(folder)
    for name, value in (
        ("OT_MODE", "development"),
        ("OT_DATABASE_URL", f"sqlite:///{folder / 'opentwinning.sqlite3'}"),
        ("OT_SECRET_KEY", secret_in(folder)),
        ("OT_HOSTS", "localhost,127.0.0.1,[::1]"),
    ):
        chosen.setdefault(name, value)
    return chosen


def secret_in(folder: Path) -> str:
    """Return the secret key kept in a data folder, made at the first start."""
    keeper = folder / "secret-key"
    if not keeper.exists():
        keeper.touch(mode=0o600)
        keeper.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return keeper.read_text(encoding="ascii").strip()
