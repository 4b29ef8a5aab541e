"""What `functions` and `where` say: names with their parameters, and what some of them stand for."""

import re

from scripts.formulas.grammar.cursor import Scope
from scripts.formulas.grammar.errors import NotUnderstood
from scripts.formulas.grammar.nodes import Item, Name
from scripts.formulas.grammar.parse import Parser
from scripts.formulas.grammar.tokens import Token, tokenize


def read_functions(text: str) -> dict[str, tuple[str, ...]]:
    """Read `f(x), u(x, y)`: each name with its parameters."""
    found: dict[str, tuple[str, ...]] = {}
    for part in re.split(r"[,;](?![^(]*\))", text):
        if not part.strip():
            continue
        name, params = _read_head(part)
        if not params:
            raise NotUnderstood(f"`{part.strip()}` has no parameters. Write {part.strip()}(x).")
        if name in found:
            raise NotUnderstood(f"`{name}` stands twice. Name it once.")
        found[name] = params
    return found


def _read_head(tex: str) -> tuple[str, tuple[str, ...]]:
    """Read a name and its parameters, if it has some."""
    tokens = tokenize(tex)
    cut = next((k for k, token in enumerate(tokens) if token.kind == "open"), len(tokens))
    name = _read_symbol(tex, tokens[:cut])
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


def _read_symbol(tex: str, tokens: list[Token]) -> str:
    """Read a single symbol and return its name."""
    if not tokens or tokens[0].kind != "name":
        span = tokens[0].span if tokens else (0, len(tex))
        raise NotUnderstood.at(tex, span, "this is not a name that can be defined", "Write a letter.")
    if len(tokens) == 1:
        return tokens[0].text
    parser = Parser(tex, tokens, Scope())
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
        name, params = _read_head(head)
        if name in heads:
            raise NotUnderstood(f"`{name}` is defined twice. Define it once.")
        heads[name], bodies[name] = params, body
    return heads, bodies
