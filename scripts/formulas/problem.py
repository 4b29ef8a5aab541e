"""A whole formula with what its names mean: sides, definitions, arbitrary functions, conditions."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from scripts.formulas.grammar.cursor import Scope
from scripts.formulas.grammar.errors import USE_FUNCTION, NotUnderstood
from scripts.formulas.grammar.nodes import Integral, Item, Name, Node, free_names, rebuild, walk
from scripts.formulas.grammar.parse import Parser, parse_expression
from scripts.formulas.grammar.tokens import Token, tokenize


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

    def symbols(self, *roots: Node) -> set[str]:
        """Return the free symbols of `roots` (or of the sides), those of the definitions they use included."""
        found: set[str] = set()
        seen: set[str] = set()
        pending = [(root, frozenset[str]()) for root in (roots or self.sides)]
        while pending:
            node, bound = pending.pop()
            names = free_names(node) - bound
            used = names | {getattr(part, "name", "") for part in walk(node)}
            for name in used & (self.definitions.keys() - seen):
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
    return any(isinstance(node, Integral) for part in problem.parts() for node in walk(part))


class Change:
    """A function from node to node, applied from the leaves up."""

    def __call__(self, node: Node) -> Node:
        """Return the changed node."""
        return self.leaf(rebuild(node, self))

    def leaf(self, node: Node) -> Node:
        """Change one node whose parts are done."""
        return node


def read_sides(tex: str, scope: Scope) -> tuple[Node, ...]:
    """Read a chain of sides with `=` between them."""
    parser = Parser(tex, one_chain(tex, tokenize(tex)), scope)
    sides = [parser.expression()]
    while parser.accept("op", "="):
        sides.append(parser.expression())
    if parser.index < len(parser.tokens):
        parser.refuse("this does not continue the formula", USE_FUNCTION)
    if len(sides) < 2:
        parser.refuse("there is no equals sign", f"Write an identity. {USE_FUNCTION}")
    return tuple(sides)


def one_chain(tex: str, tokens: list[Token]) -> list[Token]:
    """Take away the frame of an aligned chain and a period or comma at the end."""
    if tokens and tokens[0].kind == "begin" and tokens[-1].kind == "end":
        tokens = unaligned(tex, tokens[1:-1])
    if tokens and tokens[-1].text in {".", ","}:
        tokens = tokens[:-1]
    for token in tokens:
        if token.kind in {"begin", "end", "newline"} or token.text == "&":
            remedy = "Put the whole formula into one \\begin{aligned} … \\end{aligned}."
            raise NotUnderstood.at(tex, token.span, "a line break or a column outside of `aligned`", remedy)
        if token.text in {"<", ">", "<=", ">=", "!=", "to", "in"} and not under_limit(tokens, token):
            raise NotUnderstood.at(
                tex, token.span, "only `=` can be verified", f"Conditions belong in `assume`. {USE_FUNCTION}"
            )
    return tokens


def under_limit(tokens: list[Token], token: Token) -> bool:
    r"""Tell whether `token` is the arrow of a limit."""
    return token.text == "to" and any(other.text == "lim" for other in tokens)


def unaligned(tex: str, tokens: list[Token]) -> list[Token]:
    """Join the lines of an aligned chain; a line that begins another statement is refused."""
    if tokens and tokens[-1].kind == "newline":
        tokens = tokens[:-1]
    kept: list[Token] = []
    columns = 0
    for index, token in enumerate(tokens):
        if token.kind == "newline":
            columns = 0
            ahead = [other.text for other in tokens[index + 1 : index + 3]]
            continued = ahead[:1] == ["="] or (ahead[:1] == ["&"] and ahead[1:] in (["="], ["+"], ["-"]))
            if not continued and kept[-1].text != "=":
                remedy = "Begin each line with `&=`, or make two formulas of it."
                raise NotUnderstood.at(tex, token.span, "the next line does not continue the chain", remedy)
        elif token.text == "&":
            columns += 1
            if columns > 1:
                raise NotUnderstood.at(tex, token.span, "a second column", "Put any condition into `assume`.")
        else:
            kept.append(token)
    return kept


def read_functions(text: str) -> dict[str, tuple[str, ...]]:
    """Read `f(x), u(x, y)`: each name with its parameters."""
    found: dict[str, tuple[str, ...]] = {}
    for part in re.split(r"[,;](?![^(]*\))", text):
        if not part.strip():
            continue
        name, params = read_head(part)
        if not params:
            raise NotUnderstood(f"`{part.strip()}` has no parameters. Write {part.strip()}(x).")
        if name in found:
            raise NotUnderstood(f"`{name}` stands twice. Name it once.")
        found[name] = params
    return found


def read_head(tex: str) -> tuple[str, tuple[str, ...]]:
    """Read a name and its parameters, if it has some."""
    scope = Scope(functions={})
    tokens = tokenize(tex)
    cut = next((k for k, token in enumerate(tokens) if token.kind == "open"), len(tokens))
    name = read_symbol(tex, tokens[:cut], scope)
    rest = tokens[cut:]
    if not rest:
        return name, ()
    inner = rest[1:-1]
    names, commas = inner[::2], inner[1::2]
    proper = rest[-1].kind == "close" and names and all(t.kind == "name" for t in names)
    if not proper or len(names) != len(commas) + 1 or any(t.text != "," for t in commas):
        raise NotUnderstood.at(tex, rest[0].span, "these are not parameters", "Write letters: f(x), u(x, y).")
    params = tuple(token.text for token in names)
    if len(set(params)) < len(params):
        raise NotUnderstood.at(tex, rest[0].span, "a parameter stands twice", "Take different letters.")
    return name, params


def read_symbol(tex: str, tokens: list[Token], scope: Scope) -> str:
    """Read a single symbol and return its name."""
    if not tokens or tokens[0].kind != "name":
        span = tokens[0].span if tokens else (0, len(tex))
        raise NotUnderstood.at(tex, span, "this is not a name that can be defined", "Write a letter.")
    if len(tokens) == 1:
        return tokens[0].text
    parser = Parser(tex, tokens, scope)
    node = parser.factor()
    if parser.index < len(tokens) or not isinstance(node, Name | Item):
        raise NotUnderstood.at(tex, tokens[-1].span, "this is not a name that can be defined", "Write a letter.")
    return node.text


def read_definitions(text: str) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Split `where` into heads (names with parameters) and the TeX of their bodies."""
    heads: dict[str, tuple[str, ...]] = {}
    bodies: dict[str, str] = {}
    for part in re.split(r"(?<!\\);", text):
        if not part.strip():
            continue
        head, equals, body = part.partition("=")
        if not equals or not body.strip():
            raise NotUnderstood(f"`{part.strip()}` defines nothing. Write name = expression.")
        name, params = read_head(head)
        if name in heads:
            raise NotUnderstood(f"`{name}` is defined twice. Define it once.")
        heads[name], bodies[name] = params, body
    return heads, bodies


def read_bodies(bodies: Mapping[str, str], heads: Mapping[str, tuple[str, ...]], scope: Scope) -> dict[str, Definition]:
    """Parse the bodies of the definitions in a scope that knows all the heads."""
    return {name: Definition(heads[name], parse_expression(body, scope)) for name, body in bodies.items()}
