"""Processes that tests have started, or made something start."""

import time

import psutil


def is_gone(pid: int) -> bool:
    """Return whether a process has ended, or does within a few seconds; one that nobody has asked after has ended."""
    for _ in range(200):
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False
