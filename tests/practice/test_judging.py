"""What authors write for an exercise is judged itself: cases, wrong answers, teeth. Their mistakes have their place."""

import textwrap
from collections.abc import Callable

import pytest

import snippets
from scripts.practice import judge

EXERCISES = '''
def mean(numbers):
    """Return the mean of the numbers. For an empty list raise ValueError.

    >>> mean([1.0, 3.0])
    2.0
    """
    if not numbers:
        raise ValueError("no numbers")
    return sum(numbers) / len(numbers)
'''
CASES = '''
def mean(random):
    """Lists of one to ten numbers, and none."""
    for n in range(1, 11):
        yield f"mean({[random.randrange(-9, 10) / 4 for _ in range(n)]})"
    yield "mean([])"
'''
WRONG = '''
def mean__sum(numbers):
    """Divide by how many there are."""
    if not numbers:
        raise ValueError
    return sum(numbers)


def mean__of_nothing(numbers):
    """No numbers have no mean."""
    return sum(numbers) / len(numbers) if numbers else 0.0
'''
Judged = Callable[..., judge.Judgment]


@pytest.fixture
def judged(tmp_path, monkeypatch, request) -> Judged:
    """Judge the exercise of a topic made for the test."""
    package = f"topic_{abs(hash(request.node.nodeid))}"
    folder = tmp_path / "snippets" / package
    folder.mkdir(parents=True)
    monkeypatch.setattr(snippets, "__path__", [*snippets.__path__, str(folder.parent)])

    def run(exercises: str = EXERCISES, cases: str = CASES, wrong: str = WRONG, name: str = "mean") -> judge.Judgment:
        for module, text in (("__init__", ""), ("exercises", exercises), ("cases", cases), ("wrong_answers", wrong)):
            (folder / f"{module}.py").write_text(textwrap.dedent(text), encoding="utf-8")
        return judge._judge((folder, name))

    return run


def told(judgment: judge.Judgment) -> str:
    return "\n".join(f"{path}:{line}: {what} → {remedy}" for path, line, what, remedy in judgment["mistakes"])


def test_good_cases_are_evaluated_with_the_solution(judged: Judged) -> None:
    judgment = judged()
    assert told(judgment) == ""
    assert len(judgment["cases"]) == 11
    assert judgment["cases"][-1] == {"source": "mean([])", "want": "raises ValueError"}
    first = judgment["cases"][0]
    assert float(first["want"]) == float(first["source"].removeprefix("mean([").removesuffix("])"))
    assert judgment["mutants"] > 5
    assert judgment["slips"]["mean__of_nothing"] == [None] * 11 + ["0.0"]


def test_a_change_that_the_cases_accept_is_a_mistake_at_its_line(judged: Judged) -> None:
    judgment = judged(cases=CASES.replace('"mean([])"', '"mean([0.5])"'), wrong="")
    lines = EXERCISES.split("\n")
    assert "exercises.py:8: the examples and cases of 'mean' accept a change" in told(judgment)
    assert lines[8 - 1] == "    if not numbers:"
    assert "# no difference: " in told(judgment)


def test_a_change_that_makes_no_difference_is_listed_with_its_reason_and_only_such_a_one(judged: Judged) -> None:
    exercises = EXERCISES.replace("sum(numbers) /", "sum(sorted(numbers)) /")
    (mistake,) = judged(exercises=exercises)["mistakes"]
    change = mistake[2].partition("worked solution: ")[2]
    remark = f'numbers, and none."""\n    # no difference: {change}: a sum minds no\n    # order.\n'
    listed = CASES.replace('numbers, and none."""\n', remark)
    assert told(judged(exercises=exercises, cases=listed)) == ""
    assert f"cases.py:4: no accepted change of 'mean' is this one: {change}" in told(judged(cases=listed))
    without_reason = listed.replace(": a sum minds no\n    # order.", ":")
    assert len(judged(exercises=exercises, cases=without_reason)["mistakes"]) == 2


def test_an_endless_change_counts_as_refused(judged: Judged) -> None:
    exercises = '''
    def halvings(x):
        """Return how often x can be halved until it is at most 1.

        >>> halvings(8.0)
        3
        """
        count = 0
        while x > 1:
            x = x / 2
            count += 1
        return count
    '''
    cases = '''
    def halvings(random):
        """Powers of two, what is close to them, and what is small."""
        for power in range(-2, 8):
            yield f"halvings({2.0 ** power})"
            yield f"halvings({2.0 ** power + 0.25})"
    '''
    judgment = judged(exercises, cases, "", name="halvings")
    assert told(judgment) == ""
    assert judgment["mutants"] > 10


@pytest.mark.parametrize(
    ("cases", "words"),
    [
        ("def mean(random):\n    yield 'mean([1.0])'\n", "cases.py:1: there are 1 different cases → yield 10 to 40"),
        ("def mean(random):\n    yield from ['mean([1.0])'] * 20\n", "there are 1 different cases"),
        ("def mean(random):\n    yield 'x = mean([1])'\n", "'x = mean([1])' is not an expression"),
        ("def mean(random):\n    yield 7\n", "7 is not an expression"),
        ("def mean(random):\n    yield 'sum([1])'\n", "does not call mean"),
        ("def mean(random):\n    yield 1 / 0\n", "the function fails: ZeroDivisionError"),
        ("def mean(random):\n    yield from (f'mean([{i}], 1)' for i in range(10))\n", "raises TypeError"),
        ("def mean(random):\n    yield from (f'(mean([{i}]), print)' for i in range(10))\n", "no value to compare"),
    ],
)
def test_mistakes_in_cases_are_told_at_their_function(cases: str, words: str, judged: Judged) -> None:
    assert words in told(judged(cases=cases))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (
            "def mean__right(numbers):\n    return sum(numbers) / len(numbers) if numbers else int('')\n",
            "passes",
        ),
        (WRONG + "\n\ndef mean__total(numbers):\n    return mean__sum(numbers)\n", "gives what"),
        ("1 / 0\n\ndef mean__sum(numbers):\n    return sum(numbers)\n", "does not run: ZeroDivisionError"),
    ],
)
def test_mistakes_in_wrong_answers_are_told_at_their_function(wrong: str, words: str, judged: Judged) -> None:
    if "mean__total" in wrong:
        wrong = wrong.replace(
            "return mean__sum(numbers)", "if not numbers:\n        raise ValueError\n    return 1.0 * sum(numbers)"
        )
    assert words in told(judged(wrong=wrong))


def test_a_solution_that_fails_its_own_examples_is_told(judged: Judged) -> None:
    judgment = judged(exercises=EXERCISES.replace("    2.0\n", "    2.5\n"))
    assert ">>> mean([1.0, 3.0]) gives 2.0" in told(judgment)


def test_cases_are_the_same_every_time(judged: Judged) -> None:
    assert judged()["cases"] == judged()["cases"]
