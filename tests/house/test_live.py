"""The shipped server: HTTPS, production settings, web and worker as real processes."""

import re

import psutil
import pytest

from tests.plugins.browser import axe

pytestmark = pytest.mark.journey


def test_an_unknown_address_is_an_accessible_page(live_empty, browser_page):
    browser_page.allow("status of 404")
    page = browser_page(at=live_empty.address, width=320)

    answer = page.goto("/nowhere-at-all")

    assert answer.status == 404
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= 320")


def test_the_worker_runs_beside_the_web_process(live_empty):
    family = psutil.Process(live_empty.site.worker.pid)

    assert family.is_running()
    assert not re.search("Traceback|ERROR", live_empty.log())
