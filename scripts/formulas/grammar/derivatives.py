r"""A fraction is a quotient or a derivative: `\frac{\dd}{\dd x}`, `\frac{\partial^2 u}{\partial x \, \partial y}`."""

from scripts.formulas.grammar.nodes import Call, Deriv, Div, Item, Name, Node, Num
from scripts.formulas.grammar.rules import Rules

_BRACKETS = "Put brackets around what is differentiated."
_UPRIGHT = "Write \\frac{\\dd f}{\\dd x} for a derivative."


def fraction(p: Rules) -> Node:
    """Read a fraction; one with differentials above and below is a derivative."""
    start = p.index
    p.take()
    if p.at("group") and p.peek(1).kind == "command" and p.peek(1).text in {"dd", "partial"}:
        return _derivative(p, start)
    slanted = _starts_with_d(p)
    top = p.argument()
    if slanted and _starts_with_d(p):
        p.refuse("a derivative or a quotient of products with d", _UPRIGHT, start=start)
    return Div(top, p.argument())


def _starts_with_d(p: Rules) -> bool:
    """Tell whether the next argument begins with the letter d."""
    return p.peek(1 if p.at("group") else 0).text == "d"


def _derivative(p: Rules, start: int) -> Node:
    """Read a derivative whose numerator comes next, and what it is applied to."""
    p.take()
    sign = p.take().text
    order = _small_number(p)
    bare_name = p.at("name") and p.peek().text in p.scope.functions and p.peek(1).kind == "endgroup"
    body = None if p.at("endgroup") else _numerator(p, start, bare_name)
    if not p.accept("endgroup"):
        p.refuse("more than one factor after the differential", _BRACKETS, start=start)
    p.loose = ""
    by = _denominator(p, sign, start)
    if len(by) != order:
        p.index -= 1
        p.refuse(f"the order is {order} above and {len(by)} below the line", "Make them agree.", start=start)
    if body is None:
        return _operator(p, by, partial=sign == "partial")
    if bare_name:
        _check_parameters(p, body, by, sign, start)
        if p.at_bracket():
            p.refuse("a factor, or the place where the derivative is taken", "Write f'(x), or \\cdot.", start=start)
    return Deriv(body, by, sign == "partial")


def _numerator(p: Rules, start: int, bare_name: bool) -> Node:
    """Read what is differentiated when it stands above the line, after the differential."""
    if bare_name:
        name = p.take().text
        return Call(name, tuple(Name(parameter) for parameter in p.scope.functions[name]))
    body = p.factor()
    if isinstance(body, Num) or (isinstance(body, Name | Item) and body.text not in p.scope.abbreviations):
        remedy = "Define it with `where`, or name it in `functions`."
        p.refuse("the derivative of a symbol that depends on nothing", remedy, start=start)
    return body


def _denominator(p: Rules, sign: str, start: int) -> tuple[Node, ...]:
    r"""Read `{\dd x^2}` or `{\partial x \, \partial y}`: one entry for each differentiation."""
    if not p.accept("group"):
        p.refuse("no differential under the line", _UPRIGHT, start=start)
    by: list[Node] = []
    while not p.at("endgroup"):
        if not p.accept("command", sign):
            p.refuse(f"\\{sign} is missing here", f"Write \\{sign} before each variable.", start=start)
        if not p.at("name") or p.peek().text in p.scope.functions:
            p.refuse("this is not a variable", "Differentiate by a letter.", start=start)
        variable = p.symbol(p.take())
        by += [variable] * _small_number(p)
    p.take()
    if sign == "dd" and len(set(by)) > 1:
        p.refuse("an upright d by several variables", "Write \\partial.", start=start)
    return tuple(by)


def _small_number(p: Rules) -> int:
    """Read the exponent of a differential, 1 if it has none."""
    if not p.accept("op", "^"):
        return 1
    power = p.script()
    if not isinstance(power, Num) or power.value not in range(2, 7):
        p.index -= 1
        p.refuse("the order of a derivative is a number from 2 to 6", "Write the order as a number.")
    return int(power.value)


def _check_parameters(p: Rules, body: Node, by: tuple[Node, ...], sign: str, start: int) -> None:
    r"""Let `\frac{\dd f}{\dd x}` stand for f'(x) only if x is a parameter of f."""
    assert isinstance(body, Call)
    parameters = p.scope.functions[body.name]
    p.index -= 1
    if any(not isinstance(variable, Name) or variable.text not in parameters for variable in by):
        p.refuse(f"{body.name} was given with the parameters {', '.join(parameters)}", "Use these.", start=start)
    if sign == "dd" and len(parameters) > 1:
        p.refuse("an upright d for a function of several variables", "Write \\partial.", start=start)
    p.index += 1


def _operator(p: Rules, by: tuple[Node, ...], *, partial: bool) -> Deriv:
    r"""Read what `\frac{\dd}{\dd x}` is applied to: the rest of the term."""
    start = p.index
    if p.at("op", "+", "-", "*", "/"):
        p.refuse("nothing to differentiate", _BRACKETS)
    body = p.term()
    return Deriv(body, by, partial, p.since(start) if p.factors_read > 1 else "")
