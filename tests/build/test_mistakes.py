"""Mistakes of authors stop the build, each with its file and line; the last good site stays."""

import pytest

from tests.build.conftest import PACKAGE, PAGE, House

# What an author does wrong: a change to the page (old, new), and the words by which the build says what is wrong.
ON_THE_PAGE = {
    "broken TeX": ("A slope is $f'(x)$", r"A slope is $\frac{1}{x$", "TeX: "),
    "unknown TeX command": ("A slope is $f'(x)$", r"A slope is $\foo{x}$", "TeX: Undefined control sequence: \\foo"),
    "broken displayed TeX": ("\\frac{\\dd}{\\dd x} x^2 = 2x", "\\frac{\\dd}{\\dd x x^2 = 2x", "TeX: "),
    "broken Mermaid": ("  A[function] --> B[derivative]", "  A[function] --> ", "Mermaid: "),
    "Mermaid without a title": ("  accTitle: From a function to its slope\n", "", "no 'accTitle:' line"),
    "unknown block": ("/// mistake | Forgetting", "/// mistak | Forgetting", "there is no block 'mistak'"),
    "unknown option": ("    level: warm-up", "    level: warm-up\n    colour: red", "no option 'colour'"),
    "unknown level": ("    level: warm-up", "    level: easy", "option 'level' of 'question' is 'easy'"),
    "missing id": ("    id: line-slope\n", "", "'question' lacks the option 'id'"),
    "duplicate id": ("    id: line-slope", "    id: derivative", "the id 'derivative' is taken by"),
    "bad id": ("    id: line-slope", "    id: Line Slope", "option 'id' of 'question' is 'Line Slope'"),
    "missing alt": ("    alt: A parabola.\n", "", "'figure' lacks the option 'alt'"),
    "empty alt": ("    alt: A parabola.", "    alt: ''", "option 'alt' of 'figure' is ''"),
    "options that are no YAML": ("    alt: A parabola.", "    alt: A parabola: open", "mapping values are not allowed"),
    "unknown figure": ("/// figure | parabola", "/// figure | parabole", "no function 'parabole'"),
    "unknown explorable": (
        "/// figure | parabola\n",
        "/// explorable | parabola\n    figure: parabola\n    id: moving\n",
        "there is no explorable 'parabola'",
    ),
    "explorable without a figure": (
        "/// figure | parabola\n",
        "/// explorable | secant-to-tangent\n    id: moving\n",
        "'explorable' lacks the option 'figure'",
    ),
    "explorable with an unknown figure": (
        "/// figure | parabola\n",
        "/// explorable | secant-to-tangent\n    figure: parabole\n    id: moving\n",
        "no function 'parabole'",
    ),
    "unknown exercise": ("/// exercise | slope_at", "/// exercise | slope", "no function 'slope'"),
    "unknown output": ("/// output | three_slopes", "/// output | four_slopes", "no function 'four_slopes'"),
    "unknown check": ("    check: slope_of_a_parabola", "    check: slope_of", "no function 'slope_of'"),
    "missing argument": ("/// problem | A line", "/// problem", "'problem' lacks its argument"),
    "missing solution": ("Solution: It is 3.", "It is 3.", "the problem has no solution"),
    "flipped sign in an identity": ("x^2 = 2x", "x^2 = -2x", "fails its check"),
    "flipped sign beside a function": ("f'(x) = 2x", "f'(x) = -2x", "begins with another formula than the page"),
    "formula without a formula": ("$$\nf'(x) = 2x\n$$", "It is 6.", "does not begin with $$"),
    "second formula in a block": (
        "$$\nf'(x) = 2x\n$$",
        "$$\nf'(x) = 2x\n$$\n\n$$f'(x) = 3x$$",
        "a second displayed formula",
    ),
    "unknown section": ("slopes.py:slope", "slopes.py:slopes", "has no section 'slopes'"),
    "unknown file": ("slopes.py:slope", "slope.py:slope", "there is no file snippets/"),
    "broken link": ("(../../index.md)", "(../../home.md)", "leads nowhere"),
    "broken anchor": ("(#square-rule)", "(#cube-rule)", "without the anchor 'cube-rule'"),
    "mathematics in a heading": ("## Slopes", "## Slopes of $x^2$", "mathematics in a heading"),
    "another title": ("# Derivatives and gradients\n", "# Derivatives\n", "does not begin with '# Derivatives and"),
    "block not closed": ("The limit of the slopes.\n///", "The limit of the slopes.\n", "is not closed"),
}

# The same in the snippets: the file, the change, the words.
IN_THE_SNIPPETS = {
    "snippet that raises on import": ("figures.py", '"""Figures."""', '"""Figures."""\n1 / 0', "ZeroDivisionError"),
    "snippet with a syntax error": ("examples.py", "print(f", "print f", "three_slopes"),
    "figure that is none": ("figures.py", "return figure", "return axes", "returned Axes instead of a Matplotlib"),
    "figure that raises": ("figures.py", "axes.plot", "axes.plott", "has no attribute 'plott'"),
    "example that ends Python": (
        "examples.py",
        "    for x in (1, 2, 3):",
        "    import os; os._exit(3)\n    for x in ():",
        "ended the Python",
    ),
    "output of nothing": ("examples.py", "        print(", "        str(", "it printed nothing"),
    "check that fails": ("checks.py", "return 2 * x", "return -2 * x", "fails its check"),
    "check of nothing": ("checks.py", "return 2 * x, slope", "slope", "must return (claimed, measured)"),
    "check that takes a wrong formula": (
        "checks.py",
        "random.normal()\n    return 2 * x",
        "abs(random.normal())\n    return 2 * abs(x)",
        "checks.py:12: abs(x) -> x",
    ),
    "check without its formula": (
        "checks.py",
        "return 2 * x, slope(lambda x: x**2, x)",
        "f = abs\n    return slope(f, x), slope(f, x)",
        "write the formula out",
    ),
}


@pytest.mark.parametrize("case", ON_THE_PAGE)
def test_a_mistake_on_the_page_is_reported_at_its_line(case: str, shared_house: House) -> None:
    old, new, words = ON_THE_PAGE[case]
    before = shared_house.path(PAGE).read_text(encoding="utf-8")
    line = shared_house.change(PAGE, old, new)
    try:
        result = shared_house.run("build")
    finally:
        shared_house.path(PAGE).write_text(before, encoding="utf-8")
    assert result.returncode == 1, result.stdout
    assert words in result.stderr
    assert "→" in result.stderr, "no remedy is named"
    assert "Traceback" not in result.stderr
    places = {int(place.split(":")[1]) for place in result.stderr.split("\n") if place.startswith(PAGE)}
    # The head of the block or the very line: never further off than a block is long.
    assert any(abs(place - line) <= 5 for place in places), f"line {line} was wrong, reported: {result.stderr}"


@pytest.mark.parametrize("case", IN_THE_SNIPPETS)
def test_a_mistake_in_a_snippet_is_reported_at_the_block_that_needs_it(case: str, shared_house: House) -> None:
    name, old, new, words = IN_THE_SNIPPETS[case]
    file = f"{PACKAGE}/{name}"
    before = shared_house.path(file).read_text(encoding="utf-8")
    shared_house.change(file, old, new)
    try:
        result = shared_house.run("build")
    finally:
        shared_house.path(file).write_text(before, encoding="utf-8")
    assert result.returncode == 1, result.stdout
    assert words in result.stderr
    assert f"{PAGE}:" in result.stderr
    assert "Traceback" not in result.stderr


def test_all_mistakes_are_reported_in_one_run_and_the_last_good_site_stays(shared_house: House) -> None:
    good = shared_house.path("site/index.html").read_bytes()
    before = shared_house.path(PAGE).read_text(encoding="utf-8")
    cases = ["broken TeX", "broken Mermaid", "unknown level", "unknown figure", "unknown section", "broken link"]
    try:
        for case in cases:
            shared_house.change(PAGE, *ON_THE_PAGE[case][:2])
        result = shared_house.run("build")
    finally:
        shared_house.path(PAGE).write_text(before, encoding="utf-8")
    assert result.returncode == 1
    for case in cases:
        assert ON_THE_PAGE[case][2] in result.stderr, f"{case} is missing from:\n{result.stderr}"
    assert shared_house.path("site/index.html").read_bytes() == good


def test_a_lab_that_fails_is_reported_at_its_cell(house: House) -> None:
    lab = house.path(PAGE).with_name("lab.py")
    lab.write_text("# %% [markdown]\n# # A lab\n\n# %%\nx = 1\n\n# %%\ny = x / 0\n", encoding="utf-8")
    house.change("mkdocs.yml", "\nnav:\n", f"\nnav:\n- Lab: {lab.relative_to(house.path('docs')).as_posix()}\n")
    result = house.run("build")
    assert result.returncode == 1
    assert "lab.py:8: this cell of the lab failed: ZeroDivisionError" in result.stderr
    assert "Traceback" not in result.stderr
