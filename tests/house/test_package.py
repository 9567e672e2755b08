"""What we ship is a wheel: it holds everything it needs, and starts without the sources (I1)."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.plugins.live import site_environment
from tools.launcher import catalogues
from tools.launcher.place import ROOT

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    catalogues.compile_stale()
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture
def installed(wheel, tmp_path) -> Path:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    return tmp_path / "site"


def python(installed: Path, env: dict[str, str], *arguments: str) -> str:
    """Run Python where only the unpacked wheel holds the product."""
    alone = f"import sys; sys.path[:] = [p for p in sys.path if p != {str(ROOT / 'src')!r}]\n"
    script = (
        alone
        + "import runpy; sys.argv = sys.argv[1:]; runpy.run_module(sys.argv[0], {}, '__main__')"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=installed.parent,
        env={**env, "PYTHONPATH": str(installed)},
        text=True,
        capture_output=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_every_file_of_the_package_is_in_the_wheel(wheel):
    listed = subprocess.run(
        ["git", "ls-files", "src/opentwinning"],
        cwd=ROOT,
        check=True,
        text=True,
        capture_output=True,
    )
    wanted = {line.removeprefix("src/") for line in listed.stdout.splitlines()}

    with zipfile.ZipFile(wheel) as archive:
        present = set(archive.namelist())

    assert wanted - present == set()
    assert any(name.endswith("licenses/LICENSE") for name in present)
    catalogues_present = {name for name in present if name.endswith(".mo")}
    assert catalogues_present == {
        name.replace(".po", ".mo") for name in wanted if name.endswith(".po")
    }


def test_the_wheel_passes_the_production_checks_and_collects_its_files(installed, tmp_path):
    """Warnings of the deployment check are mistakes too."""
    (tmp_path / "data" / "static").mkdir(parents=True)
    env = site_environment(tmp_path / "data", 443, "smtp://127.0.0.1:25")

    python(installed, env, "opentwinning", "migrate", "--no-input", "--verbosity", "0")
    python(installed, env, "opentwinning", "check", "--deploy", "--fail-level", "WARNING")
    python(installed, env, "opentwinning", "collectstatic", "--no-input", "--verbosity", "0")

    assert list((tmp_path / "data" / "static").rglob("*.css"))
