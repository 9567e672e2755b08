"""What every request meets first (B16, I3)."""

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["/educators/edu_%00", "/%00", "/sign-in?next=%00", "/register?x=a%00b", "/drafts/%00"]
)
def test_an_address_with_a_nul_is_refused_before_anything_reads_it(path):
    for person in (cast.Visitor(), cast.ana()):
        answer = person.get(path)
        assert answer.status_code == 400
        assert "Permissions-Policy" in answer


def test_a_nul_in_a_draft_is_dropped():
    ana = cast.ana()
    assert ana.post("/drafts/matrix", {"text": "a\x00b"}).status_code == 200
    assert ana.post("/drafts/discard", {"key": "mat\x00rix"}).status_code == 302
