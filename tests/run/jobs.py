"""What snippets may do that no build must suffer from. Imports next to nothing, since each process does so again."""

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import mpmath

from scripts.run import apart

MB = 1_000_000


def obey(job):
    """Do what a job says: the name of one of the functions below, and its argument."""
    name, argument = job
    return globals()[name](argument)


def double(number):
    return 2 * number


def sleep(seconds):
    time.sleep(seconds)


def loop(_):
    while True:
        pass


def loop_and_catch_all(_):
    while True:
        with contextlib.suppress(BaseException):
            while True:
                pass


def ignore_signals(_):
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    time.sleep(100)


def eat(_):
    apart.is_snippet = lambda path, _: path.parent == Path(__file__).parent
    kept = []
    while True:
        kept.append(bytearray(10 * MB))


def eat_at_once(_):
    return len(bytearray(100_000 * MB))


def let_children_eat(_):
    script = f"kept = bytearray({150 * MB}); import time; kept[::4096] = b'x' * len(kept[::4096]); time.sleep(100)"
    children = [subprocess.Popen([sys.executable, "-c", script]) for _ in range(5)]
    children[0].wait()


def print_for_ever(_):
    while True:
        print("x" * 100)


def write_for_ever(_):
    while True:
        os.write(1, b"x" * 100_000)


def fill_the_disk(file):
    with Path(file).open("wb") as full:
        while True:
            full.write(b"x" * MB)


def end_python(code):
    os._exit(code)


def end_by_signal(_):
    os.kill(os.getpid(), signal.SIGSEGV)


def leave_a_child(file):
    Path(file).write_text(str(subprocess.Popen(["sleep", "1000"]).pid))


def leave_a_child_of_its_own_session(file):
    Path(file).write_text(str(subprocess.Popen(["sleep", "1000"], start_new_session=True).pid))


def leave_an_orphan(file):
    subprocess.run(f"setsid sleep 1000 & echo $! > {file}", shell=True, check=True)
    time.sleep(0.1)


def fork_and_hang(file):
    if child := os.fork():
        Path(file).write_text(str(child))
    time.sleep(1000)


def fork_and_end_python(file):
    if child := os.fork():
        Path(file).write_text(str(child))
        os._exit(0)
    time.sleep(1000)


def return_twice(_):
    os.fork()
    return os.getppid()


def fork_for_ever(_):
    while True:
        os.fork()


def start_a_thread(_):
    threading.Thread(target=loop, args=[None]).start()


def set_an_alarm(_):
    signal.setitimer(signal.ITIMER_VIRTUAL, 0.3)


def work(seconds):
    started = time.process_time()
    while time.process_time() < started + seconds:
        pass


def go_elsewhere(_):
    os.chdir("/")


def compute_with_few_digits(_):
    mpmath.mp.dps = 3


def shallow(_):
    sys.setrecursionlimit(60)


def surroundings(_):
    return str(Path.cwd()), mpmath.mp.dps, sys.getrecursionlimit()


def close_all(_):
    os.closerange(3, 100)
    time.sleep(1000)


def process(_):
    return os.getpid()


def raise_system_exit(_):
    sys.exit(3)


def return_what_cannot_be_sent(_):
    return loop, lambda: None


def fill_the_disk_and_say(file):
    """Return the words for what ends it."""
    try:
        fill_the_disk(file)
    except OSError as error:
        return apart.describe(error)


def digest_kernels(_):
    import numpy as np

    values = np.random.default_rng(0).normal(size=(200, 200))
    results = {"product": values @ values, "singular values": np.linalg.svd(values)[1], "exponentials": np.exp(values)}
    return {name: hashlib.sha256(result.tobytes()).hexdigest()[:16] for name, result in results.items()}
