"""Names and functions: a symbol, or a function at its arguments; roots and absolute values are written as functions."""

from fractions import Fraction

from scripts.formulas.grammar import vocabulary
from scripts.formulas.grammar.errors import USE_NAMES
from scripts.formulas.grammar.nodes import ONE, Call, Const, Deriv, Div, Mul, Node, Num, Pow
from scripts.formulas.grammar.rules import Rules
from scripts.formulas.grammar.symbols import check_product


def named(p: Rules) -> Node:
    """Read a name: a function with its arguments, or a symbol."""
    start = p.index
    token = p.take()
    node = p.symbol(token)
    text = node.text
    if text in p.scope.functions:
        return _apply(p, text, start)
    if p.at("prime"):
        p.refuse(f"the prime of {text}, which is not a function here", USE_NAMES, start=start)
    if p.at_bracket():
        check_product(p, token, start)
    return node


def _apply(p: Rules, name: str, start: int) -> Call:
    """Read the primes and the arguments of the function `name`."""
    primes = 0
    while p.accept("prime"):
        primes += 1
    if p.at("op", "^"):
        p.refuse(
            "a power of a function, its iteration or its derivative", f"Write {name}(x)^2 or {name}''(x).", start=start
        )
    if not p.at_bracket():
        p.refuse(f"the function {name} without its arguments", f"Write {name}(…).", start=start)
    args = _arguments(p)
    expected = len(p.scope.functions[name])
    if len(args) != expected:
        p.index -= 1
        p.refuse(f"{name} takes {expected} argument(s), not {len(args)}", "Give it as many.", start=start)
    if primes and expected > 1:
        p.index -= 1
        p.refuse("a prime on a function of several arguments", "Write \\frac{\\partial …}{\\partial …}.", start=start)
    return Call(name, args, primes)


def _arguments(p: Rules) -> tuple[Node, ...]:
    """Read arguments in brackets, separated by commas."""
    outside, p.inside_bar = p.inside_bar, False
    opening = p.take()
    found = [p.expression()]
    while p.accept("op", ","):
        found.append(p.expression())
    p.close(opening)
    p.inside_bar, p.loose = outside, ""
    return tuple(found)


def builtin(p: Rules) -> Node:
    r"""Read `\sin(x)`, `\sin x`, `\sin^2 x`, `\max(a, b)`."""
    start = p.index
    name = p.take().text
    if name in vocabulary.MANY:
        if not p.at_bracket():
            p.refuse(f"the arguments of \\{name} have no brackets", f"Write \\{name}(a, b).")
        found = _arguments(p)
        if len(found) < 2:
            p.refuse(f"\\{name} needs two arguments or more", f"Write \\{name}(a, b).", start=start)
        return Call(name, found)
    primes = 0
    while p.accept("prime"):
        primes += 1
    power = _function_power(p, name, start)
    if p.at("op", "_"):
        p.refuse("a logarithm to a base, or an index", "Write \\frac{\\ln x}{\\ln 2}.", start=start)
    if p.at_bracket():
        args = _arguments(p)
        if len(args) != 1:
            p.refuse(f"\\{name} takes one argument", "Give it one.", start=start)
        call: Node = Call(name, args, primes)
    elif primes:
        p.refuse("a derivative without an argument in brackets", f"Write \\{name}'(x).", start=start)
    else:
        call = Call(name, (_bare_argument(p, start),))
        p.loose = "where the argument of a function without brackets ends is not certain"
    return Pow(call, power) if power else call


def _function_power(p: Rules, name: str, start: int) -> Num | None:
    r"""Read the exponent between a function and its argument, as in `\sin^2 x`."""
    if not p.accept("op", "^"):
        return None
    power = p.script()
    if name not in vocabulary.POWERED or not isinstance(power, Num) or power.value < 2 or power.value.denominator > 1:
        p.index -= 1
        p.refuse("a power, an inverse or an iteration", "Put the power after brackets, or write \\arcsin.", start=start)
    return power


def _bare_argument(p: Rules, start: int) -> Node:
    r"""Read an argument without brackets: `x`, `2`, `2x`, `\frac{x}{2}`, `\sqrt{x}`, `\abs{x}`, `f(x)`."""
    remedy = "Put brackets around the argument."
    number = p.number() if p.at("digit") else None
    token = p.peek()
    if number is not None and (token.spaced or token.kind not in {"name", "const"}):
        found: Node = number
    elif token.kind == "name":
        found = named(p)
    elif token.kind == "const":
        p.take()
        found = Const(token.text)
    elif token.kind == "command" and token.text in vocabulary.FRACTIONS | {"sqrt", "abs"}:
        found = p.primary()
    elif token.kind == "open":
        found = p.bracket()
    else:
        p.refuse("the argument of a function is missing or has no brackets", remedy, start=start)
    if p.at("op", "^", "_") or isinstance(found, Deriv):
        p.refuse("where the argument ends is not certain", remedy, start=start)
    if number is None or found is number:
        return found
    return Mul((number, found))


def root(p: Rules) -> Node:
    r"""Read `\sqrt{x}` or `\sqrt[n]{x}`: a power, defined where its base is not negative."""
    p.take()
    degree: Node = Num(Fraction(2))
    if p.at("open", "["):
        opening = p.take()
        degree = p.expression()
        p.close(opening)
    if isinstance(degree, Num):
        if degree.value < 2 or degree.value.denominator > 1:
            p.refuse("the degree of a root is 2 or more", "Write a power instead.")
        return Pow(p.argument(), Num(1 / degree.value))
    return Pow(p.argument(), Div(ONE, degree))


def absolute(p: Rules) -> Node:
    r"""Read `\abs{x}`."""
    p.take()
    return Call("abs", (p.argument(),))
