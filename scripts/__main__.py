"""The command line: `python -m scripts <command>`.

Commands are imported when called, so that `setup` runs on a machine that has nothing but Python. What goes wrong in any
of them is put into words here; only a fault in the programs themselves shows a traceback.
"""

import ast
import importlib
import os
import sys
import traceback
from pathlib import Path

from scripts.foundation.programs import speak_utf8

COMMANDS = {
    "setup": "scripts.tools.setup_environment",
    "build": "scripts.site.build",
    "serve": "scripts.site.serve",
    "decks": "scripts.decks.command",
    "practice": "scripts.practice.command",
    "bench": "scripts.tools.bench.command",
    "numbers": "scripts.numbers.command",
    "frameworks": "scripts.tools.frameworks",
    "sheets": "scripts.tools.sheets",
    "listing": "scripts.tools.listing",
    "release": "scripts.tools.release",
    "check": "scripts.tools.habits",
    "clean": "scripts.tools.clean",
}
"""The module of each command. The first sentence of its docstring is its line in the list of commands."""
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
        for name, module in COMMANDS.items():
            print(f"  {name:<10} {_first_sentence(module)}")
        return 0 if argv else UNKNOWN
    name, *rest = argv
    if name not in COMMANDS:
        print(f"There is no command '{name}'. Commands: {', '.join(COMMANDS)}.", file=sys.stderr)
        return UNKNOWN
    return int(importlib.import_module(COMMANDS[name]).main(rest))


def _first_sentence(module: str) -> str:
    """Return the first sentence of a module's docstring, without a period; the module is only read."""
    source = Path(__file__).parents[1].joinpath(*module.split(".")).with_suffix(".py").read_text(encoding="utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").partition(".")[0].replace("\n", " ")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
