r"""What `assume` says of the symbols: `x > 0; n integer; 0 < a < 1; x \ne 0`."""

import re

from scripts.formulas.grammar.cursor import Scope
from scripts.formulas.grammar.errors import NotUnderstood
from scripts.formulas.grammar.nodes import ZERO, Name, Node
from scripts.formulas.grammar.parse import Parser
from scripts.formulas.grammar.tokens import tokenize
from scripts.formulas.meaning.problem import Condition

_WORDS = {"positive": ">", "negative": "<", "nonnegative": ">=", "nonzero": "!="}
_RELATIONS = ("<", ">", "<=", ">=", "!=")
_WORDED = re.compile(
    r"^(?P<names>[^<>=]*?)(?P<words>(?:\b(?:positive|negative|nonnegative|nonzero|integer|real)\s*)+)$"
)
_REMEDY = "Write x > 0, 0 < a < 1, x \\ne 0, n integer, separated by `;`."


def read_conditions(text: str, scope: Scope) -> tuple[tuple[Condition, ...], frozenset[str]]:
    """Return the relations of `assume`, and the symbols that are integers."""
    conditions: list[Condition] = []
    integers: set[str] = set()
    for part in re.split(r"(?<!\\);", text.strip().removesuffix(";")) if text.strip() else ():
        stripped = part.strip()
        if not stripped:
            raise NotUnderstood(f"a condition is empty. {_REMEDY}")
        if match := _WORDED.match(stripped):
            names = [_symbol_name(name, scope) for name in match["names"].split(",")]
            for word in match["words"].split():
                if word == "integer":
                    integers.update(names)
                elif word != "real":
                    conditions += [Condition(Name(name), _WORDS[word], ZERO) for name in names]
        else:
            conditions += _read_relations(stripped, scope)
    return tuple(conditions), frozenset(integers)


def _symbol_name(tex: str, scope: Scope) -> str:
    """Return the name of the only symbol in `tex`."""
    parser = Parser(tex, tokenize(tex), scope)
    node = parser.factor() if parser.tokens else None
    text = getattr(node, "text", "")
    if parser.index < len(parser.tokens) or not text:
        raise NotUnderstood(f"`{tex.strip()}` is not a symbol. {_REMEDY}")
    return str(text)


def _read_relations(tex: str, scope: Scope) -> list[Condition]:
    """Read a chain such as `0 < a < 1`, or a list with one relation such as `a, b > 0`."""
    parser = Parser(tex, tokenize(tex), scope)
    group = [parser.expression()]
    while parser.accept("op", ","):
        group.append(parser.expression())
    found: list[Condition] = []
    while parser.at("op", *_RELATIONS):
        relation = parser.take().text
        right: Node = parser.expression()
        found += [Condition(left, relation, right) for left in group]
        group = [right]
    if parser.index < len(parser.tokens) or not found:
        parser.refuse("this condition is not understood", _REMEDY)
    return found
