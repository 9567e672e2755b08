"""The command that builds the demo world guards what is there."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from opentwinning.config.demo.builder import is_built
from tests import cast


@pytest.mark.django_db
def test_a_platform_in_use_is_left_alone():
    cast.otto()
    with pytest.raises(CommandError, match="in use"):
        call_command("build_demo_world")
    assert not is_built()
