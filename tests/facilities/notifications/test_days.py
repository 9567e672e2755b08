"""Days in notices and mails are kept without a language and said in the reader's."""

import pytest
from django.core import mail as outbox
from django.utils.translation import override

from opentwinning.core.notices import KINDS, in_words
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.notifications.actions import queue_mail

DELETION = "projects.deletion_set"


@pytest.mark.parametrize(
    ("language", "day"),
    [("en", "2 March 2031"), ("sl", "2. marec 2031"), ("ro", "2 martie 2031")],
)
def test_a_notice_says_a_day_in_the_language_of_its_reader(language, day):
    with override(language):
        assert day in KINDS[DELETION].said({"title": "Rivers", "due_on": "2031-03-02"})


def test_what_is_no_day_stays_as_it_is():
    assert in_words({"until_on": "", "title": "2031-03-02", "count": 3}) == {
        "until_on": "",
        "title": "2031-03-02",
        "count": 3,
    }


@pytest.mark.django_db
def test_a_mail_says_a_day_in_the_language_of_its_reader(settings, tmp_path):
    (tmp_path / "day.txt").write_text("Slovo\n\nDo {{ due_on }}\n", encoding="utf-8")
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}
    ]
    queue_mail(
        to="ana@example.org",
        language="sl",
        template="day.txt",
        facts={"due_on": "2031-03-02"},
        dedupe_key="day:1",
    )
    run_due()
    assert "Do 2. marec 2031" in outbox.outbox[0].body
