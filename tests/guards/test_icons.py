"""What names an icon in code names one that is drawn."""

from opentwinning.core import notices
from opentwinning.core.templatetags.ot import icon_names


def test_every_kind_of_notice_has_an_icon_that_exists():
    drawn = icon_names()
    missing = {kind.key: kind.icon for kind in notices.KINDS.values() if kind.icon not in drawn}

    assert not missing
