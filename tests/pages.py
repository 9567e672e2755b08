"""Reading an answer of the site as its reader does."""

from django.http import HttpResponse


def text(answer: HttpResponse, code: int = 200) -> str:
    """The page as text; it must have come with this code."""
    assert answer.status_code == code, answer.status_code
    return answer.content.decode()
