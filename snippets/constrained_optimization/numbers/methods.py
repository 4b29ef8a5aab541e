"""The numbers on the page about penalties, barriers and projections, by SymPy, mpmath's roots and SciPy's searches."""

import math
from inspect import signature

import mpmath
import numpy as np
import sympy as sp
from scipy import optimize

from snippets.constrained_optimization.barrier import BOUNDS, PROFIT, WALLS
from snippets.constrained_optimization.budget import error
from snippets.constrained_optimization.penalty import descent_steps
from snippets.constrained_optimization.projections import slanted

X, Y, G, TAU, RHO = sp.symbols("x y g tau rho", real=True)
ERROR, SLANTED = error((X, Y)), slanted((X, Y))


def _spent(weight, price=0):
    """Days x + y at the minimum of the error with price·h + ½·weight·h², where 9/s² = price + weight·(s - 6)."""
    return mpmath.findroot(lambda s: 9 / s**2 - price - weight * (s - 6), 6.1)


def _hessian(spent):
    """Hessian of the error at the split of so many days, x twice y."""
    at = {X: sp.Float(float(2 * spent / 3)), Y: sp.Float(float(spent / 3))}
    return np.array(sp.hessian(ERROR, (X, Y)).subs(at), dtype=float)


def _condition(spent, weight):
    sizes = np.linalg.eigvalsh(_hessian(spent) + weight * np.ones((2, 2)))
    return sizes[1] / sizes[0]


def _rounds(weight, rounds):
    """Days x + y after each round of the method of multipliers."""
    price, spent = mpmath.mpf(0), []
    for _ in range(rounds):
        spent.append(_spent(weight, price))
        price += weight * (spent[-1] - 6)
    return spent


def penalties():
    """Penalties: violate the constraint and pay."""
    price = sp.Rational(9, 36)
    hessian = sp.hessian(ERROR, (X, Y)).subs({X: 4, Y: 2})
    along, across = sp.Matrix([1, -1]) / sp.sqrt(2), sp.Matrix([1, 1])
    c, square = (along.T * hessian * along)[0], across.dot(across)
    falls = math.log10((_spent(1000) - 6) / (_spent(100) - 6))
    rises = math.log10(_condition(_spent(1000), 1000) / _condition(_spent(100), 100))
    yield r"for $i = 1, \ldots, m$? check: penalty_function", ...
    yield r"for $i = 1, \ldots, m$? check: barrier_function", ...
    yield r"term is $\frac{\rho}{2} h(\vect{x})^2$", ..., ...
    yield r"minimizes $f + \frac{\rho}{2} \sum_i \max(0, g_i)^2$", ..., ..., ...
    yield "weight 0.1 and weight 10, with the budget line. For 0.1", ..., ..., ...
    yield (
        "(5.05, 2.52), well beyond the line, in a round bowl. For 10",
        2 * _spent(0.1) / 3,
        _spent(0.1) / 3,
        ...,
    )
    yield "leads to (4, 2)", 2 * _spent(1e9) / 3, _spent(1e9) / 3
    yield "from $(3, 3)$, with the learning rate 1", ..., ..., ...
    yield "is shorter than 0.0001", signature(descent_steps).parameters["tolerance"].default
    yield "finds the price**, 0.25", price
    yield "and $c > 0$", ...
    yield (
        r"budget $\norm{\nabla g}^2 = 2$ and $c = \frac{3}{16}$, so $\kappa \approx \frac{32}{3} \rho$",
        2,
        square,
        c,
        square / c,
    )
    yield "slope −1 and agrees with multiplier divided by weight from weight 1", falls, ...
    yield "slope +1 and agrees with 32/3", rises, square / c
    yield "slope −1, the other rises with slope +1", falls, rises
    yield "number of about 2,700", round(float(square / c * price / 0.001), -2)
    yield "a day costs about 2,700", round(float(square / c * price / 0.001), -2)
    yield "a weight of $10^6$", ...


def method_of_multipliers():
    """The method of multipliers."""
    conditions = [_condition(spent, 1) for spent in _rounds(1, 5)]
    yield r"At $\vect{x}$, $\nabla f + (\lambda + \rho h) \nabla h = \vect{0}$", ...
    yield r"is $\mu \leftarrow \max(0, \mu + \rho\, g(\vect{x}))$", ...
    yield r"of $f + \frac{1}{2\rho} \max(0, \mu + \rho g)^2$", ..., ..., ..., ...
    yield "rounds with weight 1", ...
    yield "than one with weight 1,000", ...
    yield "of 12 to 13", min(conditions), max(conditions)
    yield "Michael Powell (both 1969)", ...
    yield "is ρ · max(0", ...
    yield r"any $\rho > 0.25$", sp.Rational(9, 36)


def _walls():
    """Best corner of the polygon and the prices of its walls, by SciPy's linear programming."""
    program = optimize.linprog(-PROFIT, A_ub=WALLS, b_ub=BOUNDS, bounds=(None, None))
    return program.x, -program.ineqlin.marginals


def _gap(corner, tau):
    """How far the lowest point with a barrier is below the best value, by a search for a zero of its slopes."""
    near = optimize.fsolve(lambda x: tau * WALLS.T @ (1 / (BOUNDS - WALLS @ x)) - PROFIT, [3 - 2 * tau, 1], xtol=1e-12)
    return PROFIT @ (corner - near)


def a_wall_that_is_never_touched():
    """A wall that is never touched."""
    corner, prices = _walls()
    curvature = sp.diff(-TAU * sp.log(-G), G, 2)
    yield r"weight $\tau > 0$", ...
    yield "method, from $(1, 1)$", ..., ...
    yield "weight 100, over weight 1 to the best corner (3, 1)", ..., ..., *corner
    yield "weights 0.1 and 0.03", ..., ...
    yield r"price $\frac{1}{2}$, the other two with 0", prices[0], prices[3]
    yield (
        r"1.2890, 0.1932, 0.0199 and 0.0020, stay below $4\tau$",
        *(_gap(corner, tau) for tau in (1, 0.1, 0.01, 0.001)),
        len(prices),
    )
    yield r"= 10⁻⁹? Near the walls the barrier's curvature $\tau / g^2$", ..., -curvature.as_coeff_exponent(G)[1]
    yield "dividing it by 10", ...


def step_then_project():
    """Step, then project."""
    free = sp.solve([sp.diff(SLANTED, v) for v in (X, Y)], [X, Y])
    disk = _in_disk()
    side = sp.solve(sp.diff(SLANTED, Y).subs(X, sp.Rational(6, 5)), Y)[0]
    yield r"\vect{x}$$ $r > 0$", ...
    yield "the factor is 1", ...
    yield r"Minimize $\frac{1}{2} \norm{\vect{p} - \vect{x}}^2$ under $\sum_i p_i = 1$", ..., ..., ...
    yield (
        r"is $p_i - x_i + \theta - \mu_i = 0$, with the multiplier $\theta$ of the sum. Where $p_i > 0$",
        ...,
        ...,
    )
    yield r"says $\mu_i = 0$ and $p_i = x_i - \theta$. Where $p_i = 0$", ..., ...
    yield r"says $x_i - \theta = -\mu_i \le 0$", ...
    yield r"and $\eta > 0$", ...
    yield (
        r"is $x^2 + xy + y^2 - 5x - 3y$, with its free minimum at $(\frac{7}{3}, \frac{1}{3})$",
        *4 * [...],
        free[X],
        free[Y],
    )
    yield "(0.91, 0.41), in the box along the right side to (1.2, 0.9)", *disk, ..., side
    yield "box from 0 to 1", ..., ...
    slopes = [sp.diff(SLANTED, v).subs({X: disk[0], Y: disk[1]}) for v in (X, Y)]
    yield "ends at $(0.9099, 0.4148)$, with the multiplier 3.0391", *disk, math.hypot(*slopes)
    yield r"With $g = \frac{1}{2}(\norm{\vect{x}}^2 - 1)$", ..., ..., ...


def _in_disk():
    """Lowest point of the slanted bowl on the unit circle, by a search over the angle."""
    value = sp.lambdify((X, Y), SLANTED)
    found = optimize.minimize_scalar(lambda a: value(math.cos(a), math.sin(a)), bounds=(0, 1), method="bounded")
    return math.cos(found.x), math.sin(found.x)
