"""`./dev shots`: photograph pages, wide and narrow, light and dark, to look at them."""

import argparse
import re
import subprocess
from pathlib import Path
from typing import Any, Literal

from tools.launcher import running
from tools.launcher.place import DJANGO, ROOT, Missing, ensure_browser
from tools.launcher.processes import Site, free_port
from tools.launcher.world import development

WIDTHS = {"narrow": 360, "wide": 1280}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# Run by Django's shell: a session for an account, by its address.
SIGN_IN = """
from django.contrib.sessions.backends.db import SessionStore
from opentwinning.people.accounts.models import Account
account = Account.objects.get(email={email!r})
store = SessionStore()
store["account"], store["epoch"] = account.pk, account.session_epoch
store.create()
print("session", store.session_key)
"""


def main(arguments: list[str]) -> int:
    """Start the platform on the development data, photograph the pages, stop it."""
    chosen = parse(arguments)
    ensure_browser()
    port = free_port()
    env = development(OT_ADDRESS=f"http://127.0.0.1:{port}")
    running.prepare(env, with_demo=True)
    cookie = session_of(chosen.sign_in, env) if chosen.sign_in else ""
    chosen.folder.mkdir(parents=True, exist_ok=True)
    site = Site(env, port=port, worker=False)
    site.start()
    try:
        photograph(site.address, chosen.folder, chosen.paths, cookie)
    finally:
        site.stop()
    return 0


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the options."""
    parser = argparse.ArgumentParser(prog="./dev shots")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("paths", nargs="+", help="addresses such as /projects/")
    parser.add_argument("--sign-in", default="", metavar="EMAIL", help="as this person")
    return parser.parse_args(arguments)


def session_of(email: str, env: dict[str, str]) -> str:
    """Return the key of a new session of an account."""
    script = SIGN_IN.format(email=email)
    result = subprocess.run(
        [*DJANGO, "shell", "--no-imports", "-c", script],
        cwd=ROOT, env=env, check=False, text=True, capture_output=True,
    )  # fmt: skip
    found = re.search(r"^session (\S+)$", result.stdout, re.MULTILINE)
    if found is None:
        raise Missing(f"Nobody signs in as {email}.")
    return found[1]


def photograph(address: str, folder: Path, paths: list[str], cookie: str) -> None:
    """Photograph every page in every width and colour scheme."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only developers have it

    from tests.plugins.browser import QUIET, chromium  # noqa: PLC0415

    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=chromium(), args=QUIET)
        for shape, width in WIDTHS.items():
            for scheme in SCHEMES:
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, color_scheme=scheme
                )
                if cookie:
                    kept: Any = {"name": "ot_session", "value": cookie, "url": address}
                    context.add_cookies([kept])
                page = context.new_page()
                for path in paths:
                    page.goto(address + path, wait_until="networkidle")
                    name = re.sub(r"[^A-Za-z0-9]+", "-", path).strip("-") or "home"
                    target = folder / f"{name}-{shape}-{scheme}.png"
                    page.screenshot(path=target, full_page=True)
                    print(target, flush=True)
                context.close()
        browser.close()
