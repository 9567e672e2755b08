"""Processor time of process trees."""

import psutil


def seconds_of(pid: int) -> float:
    """Return the processor seconds a process and everything it started have used so far."""
    total = 0.0
    try:
        parent = psutil.Process(pid)
        family = [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return total
    for process in family:
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
        if process is parent:
            total += times.children_user + times.children_system
    return total


def memory_of(pid: int) -> float:
    """Return the proportional memory of a process tree in MiB."""
    parent = psutil.Process(pid)
    family = [parent, *parent.children(recursive=True)]
    return sum(process.memory_full_info().pss for process in family) / 2**20
