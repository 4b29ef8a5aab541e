"""A formula in numbers: mpmath at 50 digits, derivatives from differences, limits from very near.

Nothing here knows a rule of calculus, so agreement with it is evidence that does not rest on SymPy's rules.
"""

from collections.abc import Callable, Mapping
from typing import Any

from mpmath.ctx_mp import MPContext  # type: ignore[import-untyped]

from scripts.formulas.grammar.nodes import (
    Add,
    Call,
    Const,
    Deriv,
    Div,
    Integral,
    Lim,
    Mul,
    Name,
    Neg,
    Node,
    Num,
    Pow,
    used_names,
)
from scripts.formulas.meaning.problem import Definition

Number = Any
Function = Callable[..., Number]

DIGITS = 50
_NEAR = 80
"""A limit is taken 10^-_NEAR away from its goal (or at 10^_NEAR), with digits enough to lose."""
_HUGE = 10**200
ctx = MPContext()
ctx.dps = DIGITS


class Undefined(Exception):
    """The formula has no real value at this point."""


class Unknown(Exception):
    """The value cannot be computed here: too large a number, or a limit that does not settle."""


_FUNCTIONS: dict[str, Function] = {
    **{name: getattr(ctx, name) for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh")},
    **{"exp": ctx.exp, "ln": ctx.ln, "log": ctx.ln, "arctan": ctx.atan, "arcsin": ctx.asin, "arccos": ctx.acos},
    **{"abs": abs, "max": max, "min": min},
}


class Evaluator:
    """Gives a node its value, for definitions and functions that stay the same."""

    def __init__(self, definitions: Mapping[str, Definition], functions: Mapping[str, Function]) -> None:
        self.definitions, self.functions = definitions, functions

    def value(self, node: Node, env: Mapping[str, Number]) -> Number:
        """Return the real value of `node` where the symbols are as in `env`, or raise `Undefined` or `Unknown`."""
        try:
            return self.real(node, env)
        except ZeroDivisionError as error:
            raise Undefined("division by zero") from error
        except (OverflowError, ctx.NoConvergence) as error:
            raise Unknown(str(error)) from error

    def real(self, node: Node, env: Mapping[str, Number]) -> Number:
        """Evaluate one node; the cases follow the nodes."""
        match node:
            case Num(value):
                return ctx.mpf(value.numerator) / value.denominator
            case Const(name):
                return {"e": +ctx.e, "pi": +ctx.pi, "oo": ctx.inf}[name]
            case Name(text):
                return env[text] if text in env else self.real(self.definitions[text].body, env)
            case Add(terms):
                return sum((self.real(term, env) for term in terms), ctx.zero)
            case Neg(of):
                return -self.real(of, env)
            case Mul(factors):
                return ctx.fprod(self.real(factor, env) for factor in factors)
            case Div(top, bottom):
                return self.real(top, env) / self.real(bottom, env)
            case Pow(base, exponent):
                return self.power(base, exponent, env)
            case Call():
                return self.call(node, env)
            case Deriv(body, by):
                return self.derivative(body, by, env)
            case Lim():
                return self.limit(node, env)
            case Integral(low=low, high=high):
                return self.between(node, [self.real(low, env), self.real(high, env)], env)
        raise TypeError(f"{type(node).__name__} has no value until it is written out")

    def power(self, base: Node, exponent: Node, env: Mapping[str, Number]) -> Number:
        """Return a power: a whole exponent, or a base that is not negative."""
        raised = self.real(exponent, env)
        if base == Const("e"):
            return builtin("exp", raised)
        low = self.real(base, env)
        if low < 0 and not ctx.isint(raised):
            raise Undefined("a power of a negative number")
        if low and abs(raised * ctx.ln(abs(low))) > _HUGE:
            raise Unknown("too large")
        return low**raised

    def call(self, node: Call, env: Mapping[str, Number]) -> Number:
        """Return a function, or its derivative, at its arguments."""
        args = [self.real(arg, env) for arg in node.args]

        def function(*values: Number) -> Number:
            if node.name in self.functions:
                return self.functions[node.name](*values)
            if node.name in self.definitions:
                one = self.definitions[node.name]
                return self.real(one.body, {**env, **dict(zip(one.params, values, strict=True))})
            return builtin(node.name, *values)

        return ctx.diff(function, args[0], node.primes) if node.primes else function(*args)

    def stretch(self, node: Integral, name: str, env: Mapping[str, Number]) -> Function:
        """Return what the integral gains as `name` moves away from its place: integrals over two short stretches."""

        def edge(side: Node, value: Number) -> Number:
            return self.real(side, {**env, name: value})

        def gain(value: Number) -> Number:
            start = env[name]
            low, high = ([edge(side, start), edge(side, value)] for side in (node.low, node.high))
            return self.between(node, high, env) - self.between(node, low, env)

        return gain

    def between(self, node: Integral, edges: list[Number], env: Mapping[str, Number]) -> Number:
        """Return the integral between `edges` by quadrature, if its error is small enough."""
        if edges[0] == edges[1]:
            return ctx.zero
        method = "tanh-sinh" if any(ctx.isinf(edge) for edge in edges) else "gauss-legendre"
        value, error = ctx.quad(lambda t: self.real(node.body, {**env, node.var: t}), edges, error=True, method=method)
        if error > ctx.mpf(10) ** -32 * max(1, abs(value)):
            raise Unknown("the integral does not settle")
        return value

    def derivative(self, body: Node, by: tuple[Node, ...], env: Mapping[str, Number]) -> Number:
        """Return a derivative, by one variable after the other."""
        variable = by[0]
        assert isinstance(variable, Name)
        order = by.count(variable)
        rest = tuple(other for other in by if other != variable)

        def along(value: Number) -> Number:
            moved = {**env, variable.text: value}
            return self.derivative(body, rest, moved) if rest else self.real(body, moved)

        if isinstance(body, Integral) and variable.text in env and not self.inside(body.body, variable.text):
            along = along if rest else self.stretch(body, variable.text, env)
        return ctx.diff(along, self.real(variable, env), order)

    def inside(self, node: Node, name: str) -> bool:
        """Tell whether `node` may depend on `name`: it does if it uses a definition."""
        used = used_names(node)
        return name in used or bool(used & self.definitions.keys())

    def limit(self, node: Lim, env: Mapping[str, Number]) -> Number:
        """Return a limit: the value next to the goal, if it settles there and both sides agree."""
        goal = self.real(node.to, env)
        with ctx.workdps(ctx.dps + 3 * _NEAR):
            values = [self.real(node.body, {**env, node.var: place}) for place in _approach(goal, node.side)]
            settled = max(values) - min(values)
            if settled > ctx.mpf(10) ** -32 * max(1, abs(values[0])):
                raise Unknown("the limit does not settle")
        return +values[0]


def builtin(name: str, *values: Number) -> Number:
    """Return a named function where it is real."""
    if name not in {"max", "min", "abs"} and abs(values[0]) > _HUGE:
        raise Unknown("too large")
    value = _FUNCTIONS[name](*values)
    if isinstance(value, ctx.mpc):
        raise Undefined("not real")
    if not ctx.isfinite(value):
        raise Undefined("not finite")
    return value


def _approach(goal: Number, side: int) -> list[Number]:
    """Return places that go to `goal`."""
    near = [ctx.mpf(10) ** -_NEAR, ctx.mpf(10) ** -(_NEAR + 4)]
    if ctx.isinf(goal):
        return [ctx.sign(goal) / step for step in near]
    return [goal + sign * step for step in near for sign in ([side] if side else [1, -1])]
