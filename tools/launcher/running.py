"""`./dev run`: the whole platform on this machine, with people in it."""

import argparse
import ipaddress
import signal
import socket
import subprocess
import time
from pathlib import Path
from types import FrameType

from tools.launcher import catalogues, demo
from tools.launcher.place import DJANGO, ROOT, Missing
from tools.launcher.processes import Site, free_port
from tools.launcher.world import development

SHOWN = 27  # lines of the sign-ins that go to the terminal: the people of the story


def main(arguments: list[str]) -> int:
    """Prepare the data, start web and worker, stay until told to stop."""
    chosen = parse(arguments)
    if not port_is_free(chosen.host, chosen.port):
        raise Missing(
            f"Port {chosen.port} is taken. Choose another one:  ./dev run --port {chosen.port + 1}"
        )
    env = development(
        chosen.data,
        OT_ADDRESS=f"http://{shown(chosen.host)}:{chosen.port}",
        OT_HOSTS=",".join(names_of(chosen.host)),
    )
    env["OT_LIVE_ADDRESS"] = f"ws://{shown(chosen.host)}:{port_beside(chosen.host, chosen.port)}"
    prepare(env, with_demo=not chosen.no_demo)
    site = Site(env, host=chosen.host, port=chosen.port, worker=has_command("work"))
    return serve(site, Path(env["OT_DATA_DIR"]))


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the options."""
    parser = argparse.ArgumentParser(prog="./dev run")
    parser.add_argument("--host", default="127.0.0.1", help="IP address to listen on")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--no-demo", action="store_true", help="start with an empty platform")
    parser.add_argument("--data", type=Path, help="folder of database and files (default: var)")
    chosen = parser.parse_args(arguments)
    if chosen.host == "localhost":
        chosen.host = "127.0.0.1"
    try:
        ipaddress.ip_address(chosen.host)
    except ValueError:
        parser.error(f"--host takes an IP address, such as 0.0.0.0 for all; not {chosen.host!r}")
    return chosen


def prepare(env: dict[str, str], *, with_demo: bool) -> None:
    """Bring database and translations up to date; make the demo world at the first start."""
    catalogues.compile_stale()
    print("Preparing the database …", flush=True)
    migrated = subprocess.run(
        [*DJANGO, "migrate", "--no-input", "--verbosity", "0"], cwd=ROOT, env=env, check=False
    )
    if migrated.returncode:
        raise Missing("The database could not be prepared (see above).")
    if with_demo and not demo.exists(env):
        demo.build(env)


def serve(site: Site, data: Path) -> int:
    """Run until Ctrl-C, SIGTERM or the end of the web process."""
    stopping = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    try:
        site.start()
        announce(site, data)
        while site.web.is_alive():
            site.tend()
            time.sleep(0.5)
    except KeyboardInterrupt:
        print("\nStopping …", flush=True)
    except RuntimeError as failure:
        raise Missing(str(failure)) from failure
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        site.stop()
    return 0 if stopping else 1


def announce(site: Site, data: Path) -> None:
    """Tell where the site is and who can sign in."""
    print(f"\nOpenTwinning is at {site.address}/   (Ctrl-C stops it)")
    if site.worker is None:
        print("There is no worker in this version: no mail is sent.")
    sign_ins = data / "demo-sign-ins.txt"
    if sign_ins.exists():
        lines = sign_ins.read_text(encoding="utf-8").splitlines()
        print("\n".join(["", *lines[:SHOWN]]))
        print(f"\nAll people you can sign in as are in {sign_ins}", flush=True)


def has_command(name: str) -> bool:
    """Return whether the product has this Django command, without starting it."""
    return any((ROOT / "src").glob(f"opentwinning/**/management/commands/{name}.py"))


def port_is_free(host: str, port: int) -> bool:
    """Return whether we can listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def port_beside(host: str, port: int) -> int:
    """Return the port behind the web's, or any free one when that is taken."""
    return port + 1 if port_is_free(host, port + 1) else free_port(host)


def shown(host: str) -> str:
    """Return the host as it stands in an address."""
    if is_any(host):
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host


def names_of(host: str) -> list[str]:
    """Return the host names the site answers to: this machine's, and the one listened on."""
    names = ["localhost", "127.0.0.1", "[::1]"]
    if is_any(host):
        names.append(socket.gethostname())
        try:
            found = socket.getaddrinfo(socket.gethostname(), None)
        except OSError:
            found = []
        names += sorted({str(entry[4][0]) for entry in found if "%" not in str(entry[4][0])})
    else:
        names.append(f"[{host}]" if ":" in host else host)
    return names


def is_any(host: str) -> bool:
    """Return whether the host means every address of the machine."""
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False
