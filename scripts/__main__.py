"""The command line: `python -m scripts <command>`.

Commands are imported when called, so that `setup` runs on a machine that has nothing but Python.
"""

import importlib
import sys

COMMANDS = {
    "setup": ("scripts.setup_environment", "install everything the project needs, inside the checkout"),
    "build": ("scripts.build", "build the site with its decks into site/"),
    "serve": ("scripts.serve", "preview the site, rebuilt whenever a file is saved"),
    "decks": ("scripts.decks.command", "export the Anki decks, keep their lock, preview the cards"),
    "practice": ("scripts.practice.command", "work on the exercises: blanks, checks, hints, solutions"),
    "bench": ("scripts.bench", "measure: 'bench decks', beside other programs; 'bench practice', in a browser"),
    "numbers": ("scripts.numbers.command", "list the numbers on pages that nothing holds"),
    "check": ("scripts.check", "lint, types, formatting, spelling"),
}


def main(argv: list[str]) -> int:
    """Run a command. Returns its exit code."""
    if not argv or argv[0] in ("-h", "--help"):
        print("python -m scripts <command> [--help]\n")
        for name, (_, words) in COMMANDS.items():
            print(f"  {name:<10} {words}")
        return 0 if argv else 2
    name, *rest = argv
    if name not in COMMANDS:
        print(f"There is no command '{name}'. Commands: {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    return int(importlib.import_module(COMMANDS[name][0]).main(rest))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
