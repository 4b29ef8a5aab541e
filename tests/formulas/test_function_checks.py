"""A check by a function has teeth: a claim that may as well be another one is refused, with the change that passes."""

import importlib.util
import textwrap
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scripts.formulas.functions.function_check import INPUTS, FunctionCheck, FunctionResult, Weak
from scripts.mutants import MATHEMATICS, mutants


class Checks:
    """Checks written by a test."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "checks_of_a_test.py"

    def run(self, body: str, head: str = "") -> FunctionResult:
        """Check the function with this body."""
        code = "import math\nimport numpy as np\n" + textwrap.dedent(head) + "\ndef check(random):\n"
        return self.written(code, body).result()

    def changes(self, body: str) -> list[str]:
        """Return the changes that are made of the claim of a function with this body."""
        check = self.written("import math\nimport numpy as np\ndef check(random):\n", body)
        claim = check.claim
        return [str(mutant) for mutant in mutants(claim.tree, MATHEMATICS, where=lambda node: node in claim.own)]

    def written(self, code: str, body: str) -> FunctionCheck:
        """Write the file, and return its check."""
        self.file.write_text(code + textwrap.indent(textwrap.dedent(body).strip("\n"), "    ") + "\n", encoding="utf-8")
        spec = importlib.util.spec_from_file_location("checks_of_a_test", self.file)
        assert spec is not None and spec.loader is not None
        module: Any = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return FunctionCheck(module.check, self.file)

    def refusal(self, body: str, head: str = "") -> str:
        """Return why the function with this body is refused."""
        with pytest.raises(Weak) as refused:
            self.run(body, head)
        return str(refused.value)


@pytest.fixture
def checks(tmp_path: Path) -> Checks:
    return Checks(tmp_path)


def test_a_check_at_random_inputs_refuses_every_change(checks: Checks) -> None:
    result = checks.run("x = random.normal()\nreturn 2 * x, ((x + 1e-30j) ** 2).imag / 1e-30")
    assert result.inputs == INPUTS >= 10
    assert result.refused == 7
    assert result.harmless == []
    assert result.error < result.tolerance == 1e-6


def test_a_wrong_claim_fails_and_the_input_is_told(checks: Checks) -> None:
    assert "at input 1 of 12: The claim is" in checks.refusal("x = random.normal()\nreturn 3 * x, x + x")


WEAK = {
    "one place (W1)": ("return 2 * math.sqrt(1 / 1), 2.0", "1 / 1 -> 1 * 1"),
    "derivatives that coincide (W2)": (
        "e = random.uniform(1, 2)\nthird = second = random.normal()\nreturn third / second * e, e",
        "third / second -> second / third",
    ),
    "a symmetric matrix (W3)": (
        "A = random.normal(size=(3, 3))\nJ, u = A + A.T, random.normal(size=3)\nreturn J.T @ u, (A + A.T) @ u",
        "J.T -> J",
    ),
    "a sign that is not seen (W4)": (
        "x, m = random.normal(size=2)\nreturn abs(-x * m), abs(x * m)",
        "-x -> x",
    ),
    "a condition that always holds (W5)": (
        "x = random.uniform(1, 2)\nreturn x if x > 0 else -x, x + 0",
        "x if x > 0 else -x -> x",
    ),
    "a term that vanishes (W6)": ("r, H = random.normal(), 0.0\nreturn r * r + H * r, r**2", "r * r + H * r -> r * r"),
    "a loose tolerance": ("x = random.uniform(1, 2)\nreturn x + x / 100, x, 0.05", "x + x / 100 -> x"),
}


@pytest.mark.parametrize("case", WEAK)
def test_a_weak_check_is_refused_with_the_change_that_passes(case: str, checks: Checks) -> None:
    body, change = WEAK[case]
    message = checks.refusal(body)
    assert change in message
    assert f"{checks.file.name}:" in message
    assert "# no difference: <old> -> <new>: <reason>" in message


def test_both_sides_from_one_function_are_refused(checks: Checks) -> None:
    head = "def f(x):\n    return 2 * x"
    assert "nothing in the claim" in checks.refusal("x = random.normal()\nreturn f(x), f(x)", head)


def test_only_the_claims_own_code_is_changed(checks: Checks) -> None:
    alone = checks.run("x = random.normal()\nreturn 3 * x, x + x + x")
    body = """
    x = random.normal() + 0 * 1
    def claim(t):
        return 3 * t
    rest = x + x
    both = [claim(x), rest + x]
    return 3 * x, both[1] + 0 * 7
    """
    assert checks.run(body).refused == alone.refused


def test_a_claim_is_followed_through_names_loops_and_functions(checks: Checks) -> None:
    body = """
    n, x = int(random.integers(3, 6)), random.uniform(1, 2)
    def term(k):
        return x**k
    total = 0.0
    for k in range(1, n):
        total += term(k)
    return total, x * (x ** (n - 1) - 1) / (x - 1)
    """
    assert checks.run(body).refused >= 12
    made = checks.changes(body)
    assert {"x ** k -> x ** (k + 1)", "range(1, n) -> range(1, n + 1)", "total += term(k) -> total -= term(k)"} <= set(
        made
    )
    assert not any("random" in change for change in made)


def test_the_conditions_and_the_counts_of_a_claim_are_changed(checks: Checks) -> None:
    body = """
    x, n = random.normal(), int(random.integers(2, 9))
    if x > 0:
        factor = 2
    else:
        factor = 3
    power = x
    for _ in range(n):
        power = factor * power
    return power, x * (2.5 - np.sign(x) / 2) ** n
    """
    assert {"x > 0 -> x <= 0", "range(n) -> range(n - 1)"} <= set(checks.changes(body))
    assert checks.run(body).refused > 8


def test_what_both_sides_use_is_not_changed(checks: Checks) -> None:
    made = checks.changes("x = random.normal()\nc, d = 3 * 1, 5 * 1\nreturn c * d * x, x * c + 4 * x * c")
    assert "5 * 1 -> 6 * 1" in made
    assert not any(change.startswith("3 * 1") for change in made)


def test_a_bound_name_is_not_the_name_outside_of_it(checks: Checks) -> None:
    made = checks.changes("x = random.normal()\nt = 3 * x\nreturn t + 1, 1 + (lambda t: t + t + t)(x)")
    assert "3 * x -> 4 * x" in made


def test_what_is_drawn_is_not_changed(checks: Checks) -> None:
    body = "x, h = random.normal(), 10.0 ** random.integers(-30, -20)\nreturn ((x + 1j * h) ** 2).imag / h, 2 * x"
    assert checks.run(body).refused > 8
    assert not any("10.0" in change for change in checks.changes(body))


def test_a_change_that_uses_what_does_not_exist_is_not_counted(checks: Checks) -> None:
    body = "v = random.uniform(1, 2, 3)\nreturn 2 * math.prod(v), v[0] * v[1] * v[2] * 2"
    made = checks.changes(body)
    assert "math.prod(v) -> math.sum(v)" in made
    assert checks.run(body).refused == len(made) - 1


def test_a_change_that_makes_no_difference_needs_a_reason(checks: Checks) -> None:
    body = "A = random.normal(size=(3, 3))\nS = A + A.T\nx = random.normal(size=3)\n{}return S.T @ x, A @ x + A.T @ x"
    assert "S.T -> S" in checks.refusal(body.format(""))
    assert "S.T -> S" in checks.refusal(body.format("# no difference: S.T -> S:\n"))
    reasons = "# no difference: S.T -> S: the sum of a matrix and its transpose\n#   is symmetric: S = Sᵀ\n"
    reasons += "# no difference: S.T @ x -> x @ S.T: the same symmetry\n"
    result = checks.run(body.format(reasons))
    assert result.harmless == [
        ("S.T @ x → x @ S.T", "the same symmetry"),
        ("S.T → S", "the sum of a matrix and its transpose is symmetric: S = Sᵀ"),
    ]


@pytest.mark.parametrize("comment", ["2 * x -> 3 * x: it is refused", "2 * y -> 3 * y: there is none", "nonsense"])
def test_a_stale_declaration_is_refused(comment: str, checks: Checks) -> None:
    message = checks.refusal(f"x = random.normal()\n# no difference: {comment}\nreturn 2 * x, x + x")
    assert f"{checks.file.name}:6" in message


def test_the_order_of_a_dot_product_is_not_counted(checks: Checks) -> None:
    checks.run("x, y = random.normal(size=(2, 4))\nreturn x @ y, sum(a * b for a, b in zip(x, y))")


def test_an_endless_change_counts_as_refused(checks: Checks) -> None:
    body = """
    n = int(random.integers(3, 9))
    left, steps = n, 0
    while left > 0:
        left -= 1
        steps += 2
    return steps, n + n
    """
    from scripts.formulas.functions import function_check

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(function_check, "PATIENCE", 0.1)
        assert checks.run(body).refused > 3


def test_zeros_at_some_inputs_are_allowed_and_at_most_of_them_not(checks: Checks) -> None:
    half = "z = random.normal()\nreturn 3 * max(z, 0), (z + abs(z)) * 1.5"
    assert checks.run(half).refused > 5
    assert "zero at most inputs" in checks.refusal("z = -abs(random.normal())\nreturn 3 * max(z, 0), 0.0")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("return 2.0", "must return"),
        ("x = random.normal()\nif x > 0:\n    return x, x\nreturn 2 * x, x + x", "must end with one"),
        ("pair = [random.normal()] * 2\nreturn tuple(pair)", "must end with one"),
    ],
)
def test_what_is_no_check_is_refused(body: str, words: str, checks: Checks) -> None:
    assert words in checks.refusal(body)


def test_a_check_without_inputs_is_refused(checks: Checks) -> None:
    checks.file.write_text("def check():\n    return 2.0 + 1, 3.0\n", encoding="utf-8")
    namespace: dict[str, Any] = {}
    exec(compile(checks.file.read_text("utf-8"), str(checks.file), "exec"), namespace)
    with pytest.raises(Weak, match="must take one argument, `random`"):
        FunctionCheck(namespace["check"], checks.file).result()


def test_the_inputs_are_the_same_every_time(checks: Checks) -> None:
    body = "x = random.normal(size=4)\nreturn 2 * x, x + x"
    assert checks.run(body) == checks.run(body)
    assert isinstance(np.random.default_rng(), np.random.Generator)
