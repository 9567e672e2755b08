"""The browser fixtures notice what a person cannot see (they guard every journey)."""

import http.server
import threading
from collections.abc import Iterator

import pytest

from tests.plugins.browser import Pages, axe

pytestmark = pytest.mark.journey

POLICY = "default-src 'self'; script-src 'self'; style-src 'self'"
CLEAN = "<!doctype html><html lang=en><title>T</title><link rel=icon href=/i.png>"
PAGES = {
    "/clean": f"{CLEAN}<main><h1>Clean</h1><p>Nothing to see.</p></main>",
    "/inline": f"{CLEAN}<main><h1>Inline</h1><script>1</script></main>",
    "/outside": f"{CLEAN}<main><h1>Outside</h1><img alt='' src='http://elsewhere.test/x.png'></main>",
    "/unlabelled": f"{CLEAN}<main><h1>Form</h1><input type=text></main>",
    "/broken": f"{CLEAN}<main><h1>Broken</h1><img alt='' src=/error></main>",
}


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = PAGES.get(self.path, "").encode()
        self.send_response(500 if self.path == "/error" else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments):
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def visit(pages: Pages, address: str, path: str) -> list[str]:
    page = pages(at=address)
    page.goto(path)
    page.wait_for_timeout(200)
    found = pages.watch.unexpected()
    pages.allow(".")
    return found


def test_a_clean_page_raises_nothing(browser_page, address):
    page = browser_page(at=address, width=360)
    page.goto("/clean")

    assert axe(page) == []
    assert page.locator("h1").inner_text() == "Clean"
    assert browser_page.watch.problems == []


def test_an_inline_script_is_noticed_as_a_breach_of_policy(browser_page, address):
    found = visit(browser_page, address, "/inline")

    assert any(problem.startswith("CSP: script-src") for problem in found)


def test_a_request_to_another_origin_is_stopped_and_noticed(browser_page, address):
    found = visit(browser_page, address, "/outside")

    assert any("elsewhere.test" in problem for problem in found)


def test_an_error_of_the_server_is_noticed(browser_page, address):
    found = visit(browser_page, address, "/broken")

    assert any("status of 500" in problem for problem in found)


def test_a_field_without_a_label_is_found_under_a_strict_policy(browser_page, address):
    page = browser_page(at=address)
    page.goto("/unlabelled")

    found = axe(page)

    assert [line for line in found if line.startswith("label (critical)")]
    assert browser_page.watch.problems == []
