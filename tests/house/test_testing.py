"""`./dev test` counts what it ran, and hides nothing (decision 0015)."""

import pytest

from tools.launcher.testing import Tally, pytest_part

STEADY = "def test_steady(): pass\n"
SHY = """
def test_shy(tmp_path_factory):
    from pathlib import Path
    seen = Path(__file__).with_name("seen")
    known = seen.exists()
    seen.touch()
    assert known
"""
QUICK = "-p no:randomly -p no:django -p no:playwright -p no:hypothesispytest"
BROKEN = "def test_broken(): assert False\n"


@pytest.fixture
def part(tmp_path):
    """Play these tests as one part of the run and return what was counted."""

    def play(*tests, twice=True, workers=0):
        (tmp_path / "pytest.ini").write_text(f"[pytest]\naddopts = {QUICK}\n")
        for number, text in enumerate(tests):
            (tmp_path / f"test_{number}.py").write_text(text)
        tally = Tally()
        where = ("-c", str(tmp_path / "pytest.ini"), str(tmp_path), "-n", str(workers))
        pytest_part(tally, "a part", where, None, twice=twice)
        return tally

    return play


def test_a_play_that_fails_is_played_once_more_alone_and_named(part):
    tally = part(STEADY, SHY, BROKEN, workers=1)
    assert (tally.passed, tally.failed, tally.unsteady) == (2, 1, ["test_1::test_shy"])


def test_when_many_fail_something_is_broken(part):
    tally = part(SHY, *[BROKEN] * 3)
    assert (tally.passed, tally.failed, tally.unsteady) == (0, 4, [])


def test_other_parts_have_one_try(part):
    tally = part(SHY, twice=False)
    assert (tally.passed, tally.failed, tally.unsteady) == (0, 1, [])


def test_a_part_without_tests_has_failed(part):
    assert part().failed == 1
