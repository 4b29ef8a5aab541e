"""Names in a formula: a symbol, a factor before a bracket, or a function at its arguments."""

from scripts.formulas.grammar import vocabulary
from scripts.formulas.grammar.errors import USE_NAMES
from scripts.formulas.grammar.nodes import Add, Call, Const, Deriv, Item, Mul, Name, Neg, Node, Num, Pow
from scripts.formulas.grammar.rules import Rules
from scripts.formulas.grammar.tokens import Token


def named(p: Rules) -> Node:
    """Read a name: a function with its arguments, or a symbol."""
    start = p.index
    token = p.take()
    node = symbol(p, token)
    text = node.text
    if text in p.scope.functions:
        return apply(p, text, start)
    if p.at("prime"):
        p.refuse(f"the prime of {text}, which is not a function here", USE_NAMES, start=start)
    if p.at_bracket():
        check_product(p, token, start)
    return node


def symbol(p: Rules, token: Token) -> Name | Item:
    """Return the symbol that begins with `token`, with its subscript."""
    if p.at("op", "_"):
        return subscripted(p, token.text)
    if token.text == "e" and "e" not in p.scope.functions:
        p.index -= 1
        p.refuse("Euler's number or a letter", "Write \\e for Euler's number, or take another letter.")
    after = p.peek()
    if token.text == "d" and after.kind == "name" and after.start == token.end:
        p.index -= 1
        p.refuse("a differential or a factor d", "Write \\dd for a differential, `d \\cdot` for a factor.")
    return Name(token.text)


def subscripted(p: Rules, base: str) -> Item | Name:
    """Read a subscript: indices separated by commas, side by side, or with plus and minus."""
    p.take()
    if not p.accept("group"):
        index = p.script()
        return Item(base, (index,), f"{base}_{index_text(index)}")
    indices: list[Node] = []
    while True:
        node = p.expression()
        pair = isinstance(node, Mul) and not any(isinstance(factor, Num) for factor in node.factors)
        indices += node.factors if isinstance(node, Mul) and pair else [node]
        if not p.accept("op", ","):
            break
    if not all(map(is_index, indices)) or not p.accept("endgroup"):
        p.refuse("this subscript is not an index", "Use letters, digits, plus and minus.")
    match indices:
        case [Name(word)] if not known_letter(word):
            return Name(f"{base}_{word}")
    return Item(base, tuple(indices), f"{base}_{','.join(index_text(i) for i in indices)}")


def known_letter(text: str) -> bool:
    """Tell whether `text` is the name of one printed letter."""
    return len(text) == 1 or text in vocabulary.GREEK


def is_index(node: Node) -> bool:
    """Tell whether `node` can be an index."""
    if isinstance(node, Add):
        return all(is_index(term) for term in node.terms)
    if isinstance(node, Neg):
        return is_index(node.of)
    return isinstance(node, Name) or (isinstance(node, Num) and node.value.denominator == 1)


def index_text(node: Node) -> str:
    """Return an index as it is written in the name of a symbol."""
    if isinstance(node, Add):
        return "".join(("" if isinstance(t, Neg) or k == 0 else "+") + index_text(t) for k, t in enumerate(node.terms))
    if isinstance(node, Neg):
        return "-" + index_text(node.of)
    return str(node.value) if isinstance(node, Num) else getattr(node, "text", getattr(node, "name", "?"))


def apply(p: Rules, name: str, start: int) -> Call:
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
    args = arguments(p)
    expected = len(p.scope.functions[name])
    if len(args) != expected:
        p.index -= 1
        p.refuse(f"{name} takes {expected} argument(s), not {len(args)}", "Give it as many.", start=start)
    if primes and expected > 1:
        p.index -= 1
        p.refuse("a prime on a function of several arguments", "Write \\frac{\\partial …}{\\partial …}.", start=start)
    return Call(name, args, primes)


def arguments(p: Rules) -> tuple[Node, ...]:
    """Read arguments in brackets, separated by commas."""
    outside, p.inside_bar = p.inside_bar, False
    opening = p.take()
    found = [p.expression()]
    while p.accept("op", ","):
        found.append(p.expression())
    p.close(opening)
    p.inside_bar, p.loose = outside, ""
    return tuple(found)


def check_product(p: Rules, token: Token, start: int) -> None:
    """Let `x(y - 1)` be a product only if nobody can take it for a function at `y - 1`."""
    depth, is_sum = 0, False
    for ahead, other in enumerate(p.tokens[p.index :]):
        depth += (other.kind in {"open", "group"}) - (other.kind in {"close", "endgroup"})
        if depth == 0:
            break
        is_sum = is_sum or (depth == 1 and other.text in {"+", "-"} and ahead > 1)
    elsewhere = any(
        one.kind == "name" and one.text == token.text and (k + 1 == len(p.tokens) or p.tokens[k + 1].kind != "open")
        for k, one in enumerate(p.tokens)
    )
    if token.text in vocabulary.FUNCTION_LIKE or not known_letter(token.text):
        p.refuse("a function or a factor", f"{USE_NAMES} For a product, write \\cdot.", start=start)
    if not is_sum or not elsewhere:
        p.refuse(
            "a function of what is in the brackets, or a factor",
            f"For a product, write \\cdot. {USE_NAMES}",
            start=start,
        )


def builtin(p: Rules) -> Node:
    r"""Read `\sin(x)`, `\sin x`, `\sin^2 x`, `\max(a, b)`."""
    start = p.index
    name = p.take().text
    if name in vocabulary.MANY:
        if not p.at_bracket():
            p.refuse(f"the arguments of \\{name} have no brackets", f"Write \\{name}(a, b).")
        found = arguments(p)
        if len(found) < 2:
            p.refuse(f"\\{name} needs two arguments or more", f"Write \\{name}(a, b).", start=start)
        return Call(name, found)
    primes = 0
    while p.accept("prime"):
        primes += 1
    power = function_power(p, name, start)
    if p.at("op", "_"):
        p.refuse("a logarithm to a base, or an index", "Write \\frac{\\ln x}{\\ln 2}.", start=start)
    if p.at_bracket():
        args = arguments(p)
        if len(args) != 1:
            p.refuse(f"\\{name} takes one argument", "Give it one.", start=start)
        call: Node = Call(name, args, primes)
    elif primes:
        p.refuse("a derivative without an argument in brackets", f"Write \\{name}'(x).", start=start)
    else:
        call = Call(name, (bare_argument(p, start),))
        p.loose = "where the argument of a function without brackets ends is not certain"
    return Pow(call, power) if power else call


def function_power(p: Rules, name: str, start: int) -> Num | None:
    r"""Read the exponent between a function and its argument, as in `\sin^2 x`."""
    if not p.accept("op", "^"):
        return None
    power = p.script()
    if name not in vocabulary.POWERED or not isinstance(power, Num) or power.value < 2 or power.value.denominator > 1:
        p.index -= 1
        p.refuse("a power, an inverse or an iteration", "Put the power after brackets, or write \\arcsin.", start=start)
    return power


def bare_argument(p: Rules, start: int) -> Node:
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
