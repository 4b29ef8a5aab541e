"""The command line: `python -m scripts <command>`.

Commands are imported when called, so that `setup` runs on a machine that has nothing but Python. What goes wrong in any
of them is put into words here; only a fault in the programs themselves shows a traceback.
"""

import importlib
import io
import os
import sys
import traceback

COMMANDS = {
    "setup": ("scripts.tools.setup_environment", "install everything the project needs, inside the checkout"),
    "build": ("scripts.site.build", "build the site with its decks into site/"),
    "serve": ("scripts.site.serve", "preview the site, rebuilt whenever a file is saved"),
    "decks": ("scripts.decks.command", "export the Anki decks, keep their lock, preview the cards"),
    "practice": ("scripts.practice.command", "work on the exercises: blanks, checks, hints, solutions"),
    "bench": (
        "scripts.tools.bench.command",
        "measure: 'bench decks', beside other programs; 'bench practice', in a browser",
    ),
    "numbers": ("scripts.numbers.command", "list the numbers on pages that nothing holds"),
    "release": ("scripts.tools.release", "see that a tag is the version of everything, before it is published"),
    "check": ("scripts.tools.habits", "lint, types, formatting, spelling"),
    "clean": ("scripts.tools.clean", "remove what was built; the set-up, your answers and any other file stay"),
}
FAILED, UNKNOWN, INTERRUPTED, UNHEARD = 1, 2, 130, 141
_FAULT = "This is a fault in the project's own programs, not in what you wrote. Please report it with the lines above."


def main(argv: list[str]) -> int:
    """Run a command. Returns its exit code: 1 after a failure, 2 for an unknown command, 130 if it was interrupted."""
    speak_utf8()
    try:
        code = run(argv)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        print("\nStopped." if sys.stderr.isatty() else "Stopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read this has gone, as with '| head'; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNHEARD
    except Exception as error:
        from scripts.foundation.failures import (
            told,  # not above: an older Python gets as far as being told which one is needed
        )

        words = "" if sys.flags.dev_mode else told(error)
        if not words:
            traceback.print_exc()
        print(words or f"\n{_FAULT}", file=sys.stderr)
        return FAILED


def run(argv: list[str]) -> int:
    """Run a command, and let its failures through."""
    if not argv or argv[0] in ("-h", "--help"):
        print("python -m scripts <command> [--help]\n")
        for name, (_, words) in COMMANDS.items():
            print(f"  {name:<10} {words}")
        return 0 if argv else UNKNOWN
    name, *rest = argv
    if name not in COMMANDS:
        print(f"There is no command '{name}'. Commands: {', '.join(COMMANDS)}.", file=sys.stderr)
        return UNKNOWN
    return int(importlib.import_module(COMMANDS[name][0]).main(rest))


def speak_utf8() -> None:
    """Write UTF-8 whatever the machine's settings are: into a pipe, Windows would use an alphabet without our signs."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
