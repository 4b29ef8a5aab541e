"""One-step changes of a function: every kind of slip is made, each once, and nothing else is touched."""

import ast
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.mutants import MATHEMATICS, PROGRAMS, Mutant, function_tree, mutants

ROOT = Path(__file__).parents[2]


def changes(body: str, arguments: str = "x, y, A, b", operators=PROGRAMS) -> list[str]:  # type: ignore[no-untyped-def]
    """Return the changes of a function with this body, as texts."""
    source = f"def f({arguments}):\n" + textwrap.indent(textwrap.dedent(body), "    ")
    return [str(mutant) for mutant in mutants(function_tree(source, "f"), operators)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return x + y", ["x + y -> x - y", "x + y -> x", "x + y -> y", "x + y -> -(x + y)", "x + y -> y + y"]),
        ("return x - y", ["x - y -> x + y", "x - y -> y - x", "x - y -> -y"]),
        ("return x * y", ["x * y -> x / y", "x * y -> x", "x * y -> y"]),
        ("return x / y", ["x / y -> x * y", "x / y -> y / x", "x / y -> 1 / y"]),
        ("return -x", ["-x -> x"]),
        ("return x ** 3", ["x ** 3 -> x ** 4", "x ** 3 -> x ** 2", "x ** 3 -> x ** 6", "x ** 3 -> x"]),
        ("return x ** y", ["x ** y -> x ** (y + 1)", "x ** y -> x ** (y - 1)"]),
        ("return A @ b", ["A @ b -> b @ A", "A @ b -> A", "A @ b -> b"]),
        ("return A.T @ b", ["A.T -> A"]),
        ("return A.real", ["A.real -> A.imag"]),
        ("return 5 * x", ["5 * x -> 6 * x", "5 * x -> 4 * x", "5 * x -> 10 * x"]),
        ("return 0.5", ["0.5 -> 1.5", "0.5 -> -0.5", "0.5 -> 1.0"]),
        ("return np.sin(x)", ["np.sin(x) -> np.cos(x)", "np.sin(x) -> np.sin(-x)"]),
        ("return np.exp(x)", ["np.exp(x) -> np.log(x)", "np.exp(x) -> x"]),
        ("return np.tanh(x)", ["np.tanh(x) -> np.tan(x)"]),
        ("return math.sqrt(x)", ["math.sqrt(x) -> x"]),
        ("return abs(x)", ["abs(x) -> x"]),
        ("return np.linalg.norm(x)", ["np.linalg.norm(x) -> np.linalg.norm(x) ** 2"]),
        ("return np.linalg.inv(A) @ b", ["np.linalg.inv(A) -> A"]),
        ("return np.linalg.solve(A, b)", ["np.linalg.solve(A, b) -> A @ b"]),
        ("return np.outer(x, y)", ["np.outer(x, y) -> np.outer(y, x)"]),
        ("return x.sum()", ["x.sum() -> x.mean()", "x.sum() -> x.prod()"]),
        ("return max(x, y)", ["max(x, y) -> min(x, y)"]),
        ("return np.argmax(x)", ["np.argmax(x) -> np.argmin(x)"]),
        ("return np.log1p(x)", ["np.log1p(x) -> np.expm1(x)"]),
        ("return x[0]", ["x[0] -> x[1]", "x[0] -> x[-1]"]),
        ("return x[-1]", ["x[-1] -> x[0]", "x[-1] -> x[-2]"]),
        ("return A[x, 2]", ["A[x, 2] -> A[2, x]", "A[x, 2] -> A[x + 1, 2]", "A[x, 2] -> A[x, 3]"]),
        ("return x[1:]", ["x[1:] -> x[2:]", "x[1:] -> x[0:]"]),
        ("return [x, y]", ["[x, y] -> [y, x]", "[x, y] -> [-x, y]"]),
        ("return x if x > 0 else y", ["x if x > 0 else y -> x", "x if x > 0 else y -> y", "x > 0 -> x <= 0"]),
        ("return sum(k for k in range(1, x))", ["range(1, x) -> range(1, x + 1)", "range(1, x) -> range(2, x)"]),
        ("x += y\nreturn x", ["x += y -> x -= y", "x += y -> x = y", "x += y -> nothing"]),
        ("return np.sum(A, axis=0)", ["axis=0 -> axis=1"]),
    ],
)
def test_a_slip_in_a_formula_is_made(body: str, expected: list[str]) -> None:
    made = changes(body, operators=MATHEMATICS)
    assert set(expected) <= set(made), made


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return x < y", ["x < y -> x <= y", "x < y -> x >= y"]),
        ("return x and y", ["x and y -> x or y", "x and y -> x", "x and y -> y"]),
        ("if x:\n    return y", ["if x: … -> if not x: …", "if x: … -> nothing", "return y -> nothing"]),
        ("return not x", ["not x -> x"]),
        ("for k in x:\n    break", ["break -> nothing", "break -> continue"]),
        ("for k in x:\n    continue", ["continue -> nothing", "continue -> break"]),
        ("return sorted(x)", ["sorted(x) -> x", "sorted(x) -> sorted(x[1:])"]),
        ("return [k for k in x if k]", ["[k for k in x if k] -> [k for k in x]"]),
        ("return x, y", ["(x, y) -> (y, x)"]),
        ("return x == 0", ["x == 0 -> x != 0"]),
        ("return True", ["True -> False"]),
        ("return 'up' if x else 'down'", ["'up' if x else 'down' -> 'down' if x else 'down'"]),
        ("return 'up'", ["'up' -> 'up?'"]),
        ("return sorted(x, reverse=True)", ["sorted(x, reverse=True) -> sorted(x)"]),
    ],
)
def test_a_slip_in_a_program_is_made(body: str, expected: list[str]) -> None:
    made = changes(body)
    assert set(expected) <= set(made), made


def test_a_default_value_is_changed() -> None:
    assert "10 -> 11" in changes("return x", "x, steps=10")


def test_docstrings_messages_annotations_and_names_of_functions_stay() -> None:
    source = '''
def f(x: "list[int]" = 2) -> "int":
    """One plus 1."""
    if x < 0:
        raise ValueError("below 0, at " + str(x - 1))
    return g(x)
'''
    for mutant in mutants(function_tree(source, "f"), PROGRAMS):
        assert '"""One plus 1."""' in mutant.source
        assert "x: 'list[int]'" in mutant.source
        assert mutant.source.endswith("-> 'int'") is False
        assert "-> 'int'" in mutant.source
        assert "'below 0, at ' + str(x - 1)" in mutant.source or "raise" in mutant.old or mutant.old.startswith("if")


def test_what_is_assigned_to_stays() -> None:
    source = "def f(x, z):\n    y, w = x, z\n    return y"
    assert all(
        re.search(r"y, w\)? =", m.source) or m.new == "nothing" for m in mutants(function_tree(source, "f"), PROGRAMS)
    )


def test_a_name_is_taken_for_another_that_has_a_value_there() -> None:
    made = changes("z = x\nw = [k for k in y]\nreturn z", "x, y")
    assert "x -> y" in made
    assert not any("-> k" in text or "-> w" in text for text in made if text.startswith("z"))
    assert not any(text in ("x -> z", "x -> w", "x -> k") for text in made)


def test_only_the_chosen_part_is_changed() -> None:
    tree = function_tree("def f(x):\n    a = x + 1\n    b = x + 2\n    return a, b", "f")
    chosen = set(ast.walk(tree.body[1]))
    made = list(mutants(tree, MATHEMATICS, where=lambda node: node in chosen))
    assert {mutant.line for mutant in made} == {3}
    assert all(ast.unparse(mutant.tree.body[0]) == "a = x + 1" for mutant in made)


def all_mutants(path: Path) -> list[Mutant]:
    """Return the mutants of all functions of a file."""
    trees = [node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)]
    return [mutant for tree in trees for mutant in mutants(tree, PROGRAMS)]


# Thousands of changes, of which those of every second topic hold each kind many times.
FILES = sorted(ROOT.glob("snippets/*/exercises.py"))[::2]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_mutants_compile_differ_and_come_in_the_same_order(path: Path) -> None:
    made = all_mutants(path)
    for mutant in made:
        compile(ast.Module([mutant.tree], []), "mutant", "exec")
        assert mutant.old != mutant.new
    assert len({mutant.source for mutant in made}) == len(made)
    assert [str(mutant) for mutant in made] == [str(mutant) for mutant in all_mutants(path)]


EXPRESSIONS = st.recursive(
    st.sampled_from(["x", "y", "2", "0.5"]),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
    max_leaves=6,
)


@given(EXPRESSIONS)
def test_the_function_itself_is_left_as_it_was(expression: str) -> None:
    tree = function_tree(f"def f(x, y):\n    return {expression}", "f")
    before = ast.dump(tree, include_attributes=True)
    for mutant in mutants(tree, PROGRAMS):
        assert ast.dump(mutant.tree) != ast.dump(tree)
    assert ast.dump(tree, include_attributes=True) == before
