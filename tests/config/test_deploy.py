"""The example of a proxy fits the limits of the platform."""

import re

from opentwinning.config.environment import read
from opentwinning.workspace.files.views.tus import CHECKED
from tools.launcher.place import ROOT

MB = 1024 * 1024
FORM_AROUND_A_FILE = 1 * MB


def test_a_file_of_exactly_the_limit_passes_the_proxy():
    """Its author reads our words, not a page of nginx; so do pieces of larger files (D11)."""
    text = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    found = re.search(r"client_max_body_size\s+(\d+)m;", text)
    assert found
    passed = int(found[1]) * MB
    assert passed >= read({}).max_file_mb * MB + FORM_AROUND_A_FILE
    assert passed > CHECKED
