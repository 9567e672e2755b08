"""`./dev test` counts what it ran, and hides nothing (decision 0015)."""

import os
import time

import psutil
import pytest

from tools.launcher import parts
from tools.launcher.parts import Part, Tally, play

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


FIRST = """
def test_first(tmp_path_factory):
    import os, time
    from pathlib import Path
    mark = Path(__file__).parents[1] / "second"
    Path(__file__).with_name("number").write_text(str(os.getpid()))
    until = time.monotonic() + 60
    while not mark.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert mark.exists()
"""
SECOND = """
def test_second():
    from pathlib import Path
    (Path(__file__).parents[1] / "second").touch()
"""


@pytest.fixture
def written(tmp_path):
    """Write these tests into a folder and return the part that plays them."""

    def write(*tests, twice=True, workers=0, name="tests"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "pytest.ini").write_text(f"[pytest]\naddopts = {QUICK}\n")
        for number, text in enumerate(tests):
            (folder / f"test_{number}.py").write_text(text)
        where = ("-c", str(folder / "pytest.ini"), str(folder), "-n", str(workers))
        return Part("a part", where, dict(os.environ), twice=twice)

    return write


@pytest.fixture
def part(written):
    """Play these tests as one part of the run and return what was counted."""

    def played(*tests, **kwargs):
        tally = Tally()
        play(tally, [written(*tests, **kwargs)])
        return tally

    return played


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


def test_rows_are_played_side_by_side(written):
    tally = Tally()
    play(tally, [written(FIRST, name="one")], [written(SECOND, name="two")])
    assert (tally.passed, tally.failed, len(tally.parts)) == (2, 0, 2)


def test_who_stops_the_run_stops_its_parts(written, tmp_path, monkeypatch):
    number = tmp_path / "tests" / "number"

    def stop_when_it_runs(seconds):
        sleep(seconds)
        if number.exists() and number.read_text():
            raise SystemExit(143)

    sleep = time.sleep
    monkeypatch.setattr(parts.time, "sleep", stop_when_it_runs)
    with pytest.raises(SystemExit):
        play(Tally(), [written(FIRST)])
    assert not psutil.pid_exists(int(number.read_text()))
