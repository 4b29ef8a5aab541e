"""Tokens to a tree, for every TeX that has one certain reading: a strict recursive descent.

`Rules` has what reads sums, terms, factors and brackets; this table says what reads a name and each command.
"""

from collections.abc import Callable, Mapping
from typing import ClassVar

from scripts.formulas.grammar import vocabulary
from scripts.formulas.grammar.application import absolute, builtin, named, root
from scripts.formulas.grammar.binders import integral, limit, total
from scripts.formulas.grammar.cursor import Scope
from scripts.formulas.grammar.derivatives import fraction
from scripts.formulas.grammar.errors import USE_FUNCTION
from scripts.formulas.grammar.nodes import Node
from scripts.formulas.grammar.rules import NAME, Rules
from scripts.formulas.grammar.tokens import tokenize


class Parser(Rules):
    """Reads expressions from one list of tokens."""

    readers: ClassVar[Mapping[str, Callable[[Rules], Node]]] = {
        NAME: named,
        **dict.fromkeys(vocabulary.FRACTIONS, fraction),
        **dict.fromkeys(vocabulary.UNARY | vocabulary.MANY, builtin),
        **{"sqrt": root, "abs": absolute, "lim": limit, "sum": total, "int": integral},
    }


def parse_expression(tex: str, scope: Scope) -> Node:
    """Read `tex` as one expression."""
    parser = Parser(tex, tokenize(tex), scope)
    node = parser.expression()
    if parser.index < len(parser.tokens):
        parser.refuse("this does not belong to the expression before it", USE_FUNCTION)
    return node
