import pytest

from scripts.numbers.arithmetic import value
from tests.numbers.writing import accounted, quote, unheld, written


def held(folder, text):
    """Account for a page without quotes; return what nothing holds, and how many mistakes there are."""
    made = accounted([written(folder, text)])
    return unheld(made), len(made.wrong)


RIGHT = [
    "So 3 · 4 + 2 = 14.",
    r"So $\sqrt{20} = 4.4721$ and $2 \cdot 7 = 14$.",
    r"$$\frac{2 \cdot 1 + 4 \cdot 1}{\sqrt{2}} = 3\sqrt{2} = 4.2426 .$$",
    r"$\arcsin\frac{1}{3} = 19.47°$",
    r"$\e^{10} = 22{,}026$",
    "0.2⁴ = 0.0016, and √2 ≈ 1.414",
    r"$2{,}000 / 2 = 1{,}000$, or 2,000 / 2 = 1,000.",
    "The gate hands 3 times 1 minus 1 times 4 plus 1 times 2 = 1 on.",
    r"$$\begin{aligned} 1 + 1 &= 2 \\ &= 4 - 2 \end{aligned}$$",
    r"$10^{-16} \cdot 10^{16} = 1$ and 1e-3 · 1e3 = 1.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_arithmetic_that_is_right_is_held(tmp_path, text):
    assert held(tmp_path, text) == ([], 0)


@pytest.mark.parametrize("text", RIGHT)
def test_a_changed_digit_in_arithmetic_is_refused(tmp_path, text):
    digits = [index for index, char in enumerate(text) if char.isdecimal()]
    missed = []
    for index in digits:
        changed = text[:index] + str((int(text[index]) + 3) % 10) + text[index + 1 :]
        if held(tmp_path, changed) == ([], 0):
            missed.append(changed)
    assert not missed


@pytest.mark.parametrize(
    "text",
    [
        "cos 0 = 1 at once",
        "f(3) = 9 and x² + 1 = 2 here",
        "784 · 128 = 0.1 million",
        "The price 2 = 3x.",
        "1/2 + x = 3",
        r"$w = 3$ and $L(2) = 4 x$",
        "It is 3 times root 5 = 2.236 long",
        "from $x$ + 1 = 2",
    ],
)
def test_what_is_not_arithmetic_alone_is_no_wrong_sum(tmp_path, text):
    numbers, mistakes = held(tmp_path, text)
    assert numbers
    assert not mistakes


def test_arithmetic_holds_only_the_digits_that_decide(tmp_path):
    assert held(tmp_path, r"$4.4721 \cdot \cos 18.4° = 4.24$")[0] == ["4.4721", "18.4"]
    assert held(tmp_path, "7 · 0 + 1 = 1")[0] == ["7"]


def test_a_whole_number_may_round_what_it_only_approximates(tmp_path):
    assert held(tmp_path, r"It is $\frac{7}{3} \approx 2$.")[1] == 0
    assert held(tmp_path, r"It is $\frac{7}{3} = 2$.")[1] == 1


def test_two_sums_that_differ_by_little_are_not_equal(tmp_path):
    assert held(tmp_path, r"$\frac{1}{3} + \frac{1}{3} = \frac{2}{3} + \frac{1}{200}$")[1] == 1


def test_a_wrong_sum_is_a_mistake_unless_a_quote_computes_its_result(tmp_path):
    text = written(tmp_path, "With rounded numbers, $13.403 / 0.597 = 22.46$.\n")
    [mistake] = accounted([text]).wrong
    assert "13.403 / 0.597 = 22.46" in mistake.what
    assert not accounted([text], quote("13.403 / 0.597 = 22.46", None, None, 22.4555)).wrong
    assert accounted([text], quote("13.403 / 0.597 = 22.46", None, None, None)).wrong == [mistake]


def test_the_value_of_letters_is_unknown():
    assert value("2 x") is None
    assert value(r"\eta \cdot 3") is None
    assert value("50%") is None


def test_an_identity_in_the_text_is_held_and_a_changed_one_is_not(tmp_path):
    text = r"Then $$\frac{(x + h)^2 - x^2}{h} = \frac{2xh + h^2}{h} = 2x + h .$$"
    assert held(tmp_path, text) == ([], 0)
    assert held(tmp_path, text.replace("= 2x + h", "= 3x + h"))[0]


def test_an_expression_that_claims_nothing_must_stand_twice(tmp_path):
    assert held(tmp_path, "Look at $x^2 + 3y^2$.\n\nOnce more: $x^2 + 3 y^2$, and $7 (x^2 + 3y^2)$ too.\n")[0] == [
        "7",
        "2",
        "3",
        "2",
    ]
    assert held(tmp_path, "Look at $x^2 + 3y^2$.\n\nOnce more: $x^2 + 4y^2$.\n")[0] == ["2", "3", "2", "2", "4", "2"]
    assert held(tmp_path, "It is $x = 3$.\n\nOnce more $x = 3$.\n")[0] == ["3", "3"]
    assert held(tmp_path, "At $(1, 2)$.\n\nOnce more $(1, 2)$.\n")[0] == ["1", "2", "1", "2"]


def test_not_where_another_expression_is_one_digit_away(tmp_path):
    assert held(tmp_path, "Here is $x^2$, and once more $x^2$.\n")[0] == []
    assert held(tmp_path, "Here is $x^2$, and once more $x^2$; and $x^3$.\n")[0] == ["2", "2", "3"]


def test_topics_are_numbered_as_in_the_plan(tmp_path):
    right = (
        "See [topic 04](../04-hessian-and-critical-points/index.md), and topic 08, Checking and debugging gradients."
    )
    assert held(tmp_path, right) == ([], 0)
    assert held(tmp_path, right.replace("topic 04", "topic 05"))[0] == ["05"]
    assert held(tmp_path, right.replace("topic 08", "topic 07"))[0] == ["07"]
    assert held(tmp_path, "See topic 77.")[0] == ["77"]


def test_a_title_may_go_on_in_the_next_line_or_be_bold(tmp_path):
    right = (
        "Topic 02, [The chain rule and\nbackpropagation mathematics]"
        "(../02-chain-rule-and-backpropagation/index.md).\n\n"
        "Topic 08, Checking and\ndebugging gradients; topic 07, **The backpropagation algorithm**: on layers."
    )
    assert held(tmp_path, right) == ([], 0)
    for number in ("02", "08", "07"):
        assert held(tmp_path, right.replace(f"opic {number}", "opic 03"))[0] == ["03"]


def test_shapes_are_square_and_references_free(tmp_path):
    text = "A 3 × 3 matrix, a 2 × 3 matrix.\n\n## Further reading\n\n- Springer, 2006. Chapter 8.\n"
    assert held(tmp_path, text)[0] == ["2", "3"]


def test_a_number_is_held_by_the_output_of_its_own_section(tmp_path, monkeypatch):
    from scripts.numbers import rules

    monkeypatch.setattr(rules, "examples", lambda block: {"shows": None})
    monkeypatch.setattr(rules, "output_of", lambda block: "slope  -1.2345\nloss 12,345 and 42")
    text = "## One\n\n/// output | shows\n///\n\n"
    text += "It is −1.2345, not 1.2345, nor −1.2346; 12,345 or 12345; 42.\n\n## Two\n\n−1.2345\n"
    assert held(tmp_path, text)[0] == ["1.2345", "−1.2346", "42", "−1.2345"]
