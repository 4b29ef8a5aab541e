"""Limits, sums and integrals: each binds a variable in what follows it."""

from scripts.formulas.grammar.errors import USE_FUNCTION
from scripts.formulas.grammar.nodes import Const, Integral, Lim, Name, Neg, Node, Sum
from scripts.formulas.grammar.rules import Rules


def _bound_variable(p: Rules) -> str:
    """Read the letter that is bound."""
    if not p.at("name") or p.peek().text in p.scope.functions or p.peek().text in p.scope.abbreviations:
        p.refuse("this is not a free letter", "Take a letter that means nothing else.")
    return p.take().text


def limit(p: Rules) -> Node:
    r"""Read `\lim_{h \to 0}` and the rest of the term."""
    p.take()
    p.expect("op", "_", "Write \\lim_{h \\to 0}.")
    p.expect("group", "{", "Write \\lim_{h \\to 0}.")
    var = _bound_variable(p)
    p.expect("op", "to", "Write \\lim_{h \\to 0}.")
    to = _bound(p)
    side = 0
    if p.accept("op", "^"):
        braced = p.accept("group")
        if not p.at("op", "+", "-"):
            p.refuse("the side of a limit is + or -", "Write 0^+.")
        side = 1 if p.take().text == "+" else -1
        if braced:
            p.expect("endgroup", "}", "Write 0^+.")
    p.expect("endgroup", "}", "Only a number, a letter or \\infty can stand after \\to.")
    return Lim(p.term(), var, to, side)


def _bound(p: Rules) -> Node:
    r"""Read the goal of a limit: a number, a letter, or infinity, perhaps with a minus."""
    negative = p.accept("op", "-")
    node: Node
    if p.accept("command", "infty"):
        node = Const("oo")
    elif p.at("digit"):
        node = p.number()
    elif p.at("const"):
        node = Const(p.take().text)
    else:
        node = Name(_bound_variable(p))
    return Neg(node) if negative else node


def total(p: Rules) -> Node:
    r"""Read `\sum_{i=1}^{n}` and the rest of the term."""
    start = p.index
    p.take()
    usage = "Write \\sum_{i=1}^{n}."
    p.expect("op", "_", usage)
    p.expect("group", "{", usage)
    var = _bound_variable(p)
    p.expect("op", "=", usage)
    first = p.expression()
    p.expect("endgroup", "}", usage)
    p.expect("op", "^", usage)
    if any(token.text == "infty" for token in p.tokens[p.index : p.index + 2]):
        p.refuse("an infinite sum", USE_FUNCTION, start=start)
    last = p.script()
    return Sum(p.term(), var, first, last)


def integral(p: Rules) -> Node:
    r"""Read `\int_a^b … \dd x`."""
    start = p.index
    p.take()
    if not p.accept("op", "_"):
        p.refuse("an integral without bounds", "Write \\int_a^b.", start=start)
    low = _integral_bound(p)
    p.expect("op", "^", "Write \\int_a^b.")
    high = _integral_bound(p)
    body = p.expression()
    if not p.accept("command", "dd"):
        p.refuse("the differential is missing here", "Close the integral with \\dd x.", start=start)
    var = _bound_variable(p)
    p.loose = "the integral ends at its differential"
    return Integral(body, var, low, high)


def _integral_bound(p: Rules) -> Node:
    """Read one bound of an integral."""
    if p.accept("command", "infty"):
        return Const("oo")
    ahead = [p.peek(k).text for k in range(3)]
    if ahead[:2] == ["{", "infty"] or ahead == ["{", "-", "infty"]:
        p.take()
        node = _bound(p)
        p.expect("endgroup", "}", "Infinity stands alone.")
        return node
    return p.script()
