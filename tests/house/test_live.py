"""The shipped server: HTTPS, production settings, web and worker as real processes."""

import re

import psutil
import pytest

from tests.plugins.browser import axe, too_wide

pytestmark = pytest.mark.journey


def test_an_unknown_address_is_an_accessible_page(live_empty, browser_page):
    browser_page.allow("status of 404")
    page = browser_page(at=live_empty.address, width=320)

    answer = page.goto("/nowhere-at-all")

    assert answer.status == 404
    assert axe(page) == []
    assert too_wide(page) == []


def test_ana_of_the_demo_world_signs_in_without_script(live, browser_page):
    """Over HTTPS, with the cookies of production (A5)."""
    sign_ins = (live.folder / "demo-sign-ins.txt").read_text(encoding="utf-8")
    password = re.search(r"^Password: (\S+)", sign_ins, re.MULTILINE)[1]
    email = re.search(r"^Ana Kovač +(\S+@\S+)", sign_ins, re.MULTILINE)[1]
    page = browser_page(at=live.address, script=False)

    page.goto("/sign-in")
    page.fill("input[name=email]", email)
    page.fill("input[name=password]", password)
    page.press("input[name=password]", "Enter")
    page.goto("/account")

    assert page.url == f"{live.address}/account"
    assert {cookie["name"] for cookie in page.context.cookies()} >= {"__Host-session"}
    assert all(cookie["secure"] for cookie in page.context.cookies())


def test_the_worker_runs_beside_the_web_process(live_empty):
    family = psutil.Process(live_empty.site.worker.pid)

    assert family.is_running()
    assert not re.search("Traceback|ERROR", live_empty.log())
