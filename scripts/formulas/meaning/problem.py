"""A whole formula with what its names mean: sides, definitions, arbitrary functions, conditions."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from scripts.formulas.grammar.nodes import Integral, Node, free_names, used_names, walk


@dataclass(frozen=True)
class Definition:
    """What `where` says of a name; without parameters the name is an abbreviation."""

    params: tuple[str, ...]
    body: Node


@dataclass(frozen=True)
class Condition:
    """A relation that the symbols fulfill, such as `x > 0`."""

    left: Node
    relation: str
    right: Node


@dataclass(frozen=True)
class Problem:
    """Sides to compare, and everything needed to give their names a meaning."""

    sides: tuple[Node, ...]
    definitions: Mapping[str, Definition] = field(default_factory=dict)
    functions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    conditions: tuple[Condition, ...] = ()
    integers: frozenset[str] = frozenset()

    def parts(self) -> Iterator[Node]:
        """Yield everything that was written: sides, bodies of definitions, both sides of conditions."""
        yield from self.sides
        yield from (definition.body for definition in self.definitions.values())
        for condition in self.conditions:
            yield condition.left
            yield condition.right

    def nodes(self) -> Iterator[Node]:
        """Yield everything that was written, and everything inside it."""
        return (node for part in self.parts() for node in walk(part))

    def symbols(self, *roots: Node) -> set[str]:
        """Return the free symbols of `roots` (or of the sides), those of the definitions they use included."""
        found: set[str] = set()
        seen: set[str] = set()
        pending = [(root, frozenset[str]()) for root in (roots or self.sides)]
        while pending:
            node, bound = pending.pop()
            names = free_names(node) - bound
            for name in (names | used_names(node)) & (self.definitions.keys() - seen):
                seen.add(name)
                definition = self.definitions[name]
                pending.append((definition.body, frozenset(definition.params)))
            found |= names - self.definitions.keys()
        return found

    def map(self, change: Callable[[Node], Node]) -> "Problem":
        """Return the problem with `change` applied to every part that was written."""
        return Problem(
            tuple(change(side) for side in self.sides),
            {name: Definition(one.params, change(one.body)) for name, one in self.definitions.items()},
            self.functions,
            tuple(Condition(change(c.left), c.relation, change(c.right)) for c in self.conditions),
            self.integers,
        )


def has_integral(problem: Problem) -> bool:
    """Tell whether a side or a definition has an integral, whose value takes hundreds of values of what it holds."""
    return any(isinstance(node, Integral) for node in problem.nodes())
