"""Formulas in the text that are identities: checked by the engine that checks formula blocks, and kept."""

from collections.abc import Sequence
from pathlib import Path

from scripts.course.snippets import fingerprint
from scripts.foundation.cache import Cache
from scripts.foundation.paths import SCRIPTS, Places
from scripts.numbers.arithmetic import Chain
from scripts.run.pool import SnippetError, run_apart


def identities(chains: Sequence[Chain], package: Path) -> list[Chain]:
    """Return the part of each chain that is a verified identity, or none; the results are kept for each package."""
    cache = Cache(
        f"identities_{package.name}",
        fingerprint({*(SCRIPTS / "formulas").rglob("*.py"), Path(__file__)}),
        folder=Places(package.parent.parent).cache,
    )
    keys = [name_of(chain) for chain in chains]
    missing = [key for key in dict.fromkeys(keys) if not cache.has(key)]
    for key, result in zip(missing, run_apart(verified, missing), strict=True):
        cache.put(key, [] if isinstance(result, SnippetError) else result)
    found = [cache.get(key, list) for key in keys]
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
