"""A process with Django loaded that forks writers: `python -m tests.faults.zygote module:Writer`.

Loading Django takes a second, a fork takes a millisecond, so 25 kills fit in a few seconds. The
zygote itself never opens a connection; a killed writer is as dead as any process killed with -9.
It reads one JSON command per line and answers with one JSON line.
"""

import importlib
import json
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

from tests.faults.writer import Journal, Writer


def load(name: str) -> Writer:
    """Return the writer named `module:Class`."""
    module, _, kind = name.partition(":")
    writer: Writer = getattr(importlib.import_module(module), kind)()
    return writer


def fork(task: Callable[[], None]) -> int:
    """Run a task in a child process and return its id. The child ends with the task."""
    child = os.fork()
    if child:
        return child
    try:
        task()
    except BaseException:  # noqa: BLE001 - whatever it is, the child must say it and end
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def wait_for(child: int) -> int:
    """Wait for a child and return its exit code; negative is the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def report(writer: Writer, path: Path) -> None:
    """Write down what is stored and what is torn."""
    writer.settle()
    path.write_text(
        json.dumps(
            {
                "stored": [[piece.ref, piece.digest] for piece in writer.stored()],
                "torn": list(writer.torn()),
            }
        ),
        encoding="utf-8",
    )


def obey(writer: Writer, command: dict[str, Any]) -> dict[str, Any]:
    """Do what one command says."""
    match command["do"]:
        case "prepare":
            return {"code": wait_for(fork(writer.prepare))}
        case "start":
            number, life = command["number"], command["life"]
            journal = Path(command["journal"])
            return {"pid": fork(lambda: writer.run(number, life, Journal(journal)))}
        case "bury":
            return {"code": wait_for(command["pid"])}
        case "report":
            return {"code": wait_for(fork(lambda: report(writer, Path(command["path"]))))}
        case other:
            raise ValueError(other)


def main() -> None:
    """Obey until the rig closes the pipe."""
    django.setup()
    writer = load(sys.argv[1])
    for line in sys.stdin:
        sys.stdout.write(json.dumps(obey(writer, json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
