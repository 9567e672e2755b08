"""Headers and cookies of every answer (I2–I7)."""

import pytest
from django.test import Client

from tests import cast

pytestmark = pytest.mark.django_db
PAGES = ("/", "/sign-in", "/projects/", "/today/", "/nothing-here", "/pupils")


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_carries_its_headers(path):
    response = Client().get(path)
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=(self)" in response["Permissions-Policy"]
    assert response["Referrer-Policy"]


def test_pages_of_somebody_signed_in_are_kept_by_nobody():
    """I7."""
    for path in ("/today/", "/nothing-here"):
        assert "no-store" in cast.ana().get(path)["Cache-Control"]


def test_cookies_are_out_of_reach_of_scripts():
    """I4; the host prefix and Secure belong to production, which serves HTTPS only."""
    response = Client().get("/sign-in")
    for cookie in response.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize("path", ["/today/", "/sign-in", "/sign-out"])
def test_a_form_without_its_token_is_refused(path):
    """I5."""
    client = Client(enforce_csrf_checks=True)
    assert client.post(path, {"email": "a@example.org"}).status_code in {403, 405}


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_other_methods_are_not_known(method):
    """B16."""
    for path in ("/", "/today/", "/sign-in"):
        assert getattr(cast.ana().client, method)(path).status_code in {403, 405}


def test_a_foreign_host_gets_nothing():
    """I6."""
    assert Client().get("/", headers={"Host": "evil.test"}).status_code == 400


def test_a_forged_forwarded_host_changes_no_link():
    response = Client().get("/", headers={"X-Forwarded-Host": "evil.test"})
    assert b"evil.test" not in response.content


def test_an_error_page_tells_nothing():
    """I9: no trace, no version, no path."""
    body = Client().get("/nothing-here").content.decode()
    for word in ("Traceback", "Django", "/usr/", "site-packages"):
        assert word not in body


def test_security_txt_lasts():
    """I14."""
    body = Client().get("/.well-known/security.txt").content.decode()
    assert "Contact: mailto:security@" in body
    assert "Expires: 20" in body


def test_health_answers():
    assert Client().get("/health").json() == {"ready": True}


def test_robots_keep_out_of_closed_places():
    body = Client().get("/robots.txt").content.decode()
    assert "Disallow: /spaces" in body
