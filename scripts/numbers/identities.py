"""Formulas in the text that are identities: checked by the engine that checks formula blocks, and kept."""

from collections.abc import Sequence
from pathlib import Path

from scripts.course.snippets import fingerprint
from scripts.foundation.cache import Cache
from scripts.foundation.paths import SCRIPTS, Places
from scripts.numbers.arithmetic import Chain
from scripts.run.results import Wanted, run_unless_kept


def identities(chains: Sequence[Chain], package: Path) -> list[Chain]:
    """Return the part of each chain that is a verified identity, or none; the results are kept for each package."""
    root = package.parent.parent
    program = fingerprint({*(SCRIPTS / "formulas").rglob("*.py"), Path(__file__)})
    cache = Cache(f"identities_{package.name}", program, folder=Places(root).cache)
    keys = [name_of(chain) for chain in chains]
    for key in run_unless_kept(verified, [Wanted(cache, key, key) for key in keys], root=root):
        cache.put(key, [])
    found = [cache.get(key) for key in keys]
    cache.save()
    return [chain[part[0] : part[1]] if part else [] for chain, part in zip(chains, found, strict=True)]


def name_of(chain: Chain) -> str:
    """Return the sides of a chain in one line."""
    return "=".join(" ".join(side.text.split()) for side in chain)


def verified(chain: str) -> list[int]:
    """Return where the longest identity in a chain begins and ends, among its sides; nothing if there is none."""
    from scripts.formulas.grammar.errors import NotUnderstood
    from scripts.formulas.identity import check_identity

    sides = chain.split("=")
    runs = [(first, last) for first in range(len(sides)) for last in range(first + 2, len(sides) + 1)]
    for first, last in sorted(runs, key=lambda run: run[0] - run[1]):
        try:
            if check_identity(" = ".join(sides[first:last])).ok:
                return [first, last]
        except NotUnderstood:
            continue
    return []
