"""What makes a bad card is found, at its line, all of it in one run."""

from pathlib import Path

import pytest

from scripts.decks.wording import asking_two
from tests.decks.written import definition, findings, formula, notes_from, question


def test_a_good_card_has_no_findings(tmp_path: Path) -> None:
    assert findings(tmp_path, question("Because it grows, `a < b` and $a < b$.\n\nHint: think")) == []


LINT = [
    (question(""), 1, "has no answer"),
    (question("word " * 61), 1, "61 words"),
    (question("word " * 91, "Derive it."), 1, "91 words"),
    (formula("$$x = 1$$\n\n" + "word " * 60), 1, "61 words"),
    (definition("==1:word== " * 61), 1, "61 words"),
    (question("Yes, always.", "Is it so?"), 1, "is its first word"),
    (question("Not always: it may stay.", "Does it end?"), 1, "is its first word"),
    (question("It is.", "And then?"), 1, "goes on from another"),
    (question("As in the example."), 1, "'the example' on the card of 'it' needs the page"),
    (question("It is.\n\nHint: see topic 06", "What is it?"), 1, "'topic 06' on the card of 'it' needs the page"),
    (formula("$$x = 1$$\n\nAs shown above."), 1, "'above' on the card of 'law' needs the page"),
    (formula("$$x = 1$$") + formula("$$x=1$$", "Which other law is it?", "other"), 8, "asks the same as 'law'"),
    (question("steepest ascent", "Is it steepest ascent or not?"), 1, "gives its answer away"),
    (formula("$$x = 1$$", "When does $x = 1$ hold?"), 1, "gives its answer away"),
    (question("Costs 5$ here"), 5, "stray '$'"),
    (question("Write {{x}} here"), 5, "stray '{{'"),
    (question("Play [sound:x.mp3]"), 5, "meaning of its own in Anki"),
    (question('See <a href="../x">this</a>.'), 1, "is relative"),
    (question("See [this](../x.md)."), 1, "leads nowhere"),
    (question("![Alt](https://other.test/x.png)"), 1, "on another host"),
    (question("![Alt](missing.png)"), 1, "does not exist"),
    (question("<script>1</script>"), 1, "does not work on every device"),
    (question('A <b onclick="x">b</b>'), 1, "is a script"),
    (question("A <b>open tag"), 1, "<b> is not closed"),
    (question("First.\n\nThen $\\frac{1}$."), 7, "MathJax"),
    (question("Then $\\unknowncommand$."), 5, "MathJax"),
    (formula("$$\\frac{==1:a}{b==}$$"), 1, "MathJax"),
    (question(f"So:\n\n$$x = {' + '.join('abcdefghijk')}$$"), 7, "ex wide"),
    (formula("$$a$$\n\nAn ==1:open gap."), 8, "is not closed"),
    (formula("$$a$$\n\nThe ==1:slope== is a slope."), 8, "can be read beside it"),
    (question('```python\n--8<-- "nowhere.py"\n```'), 1, "nowhere.py"),
]


@pytest.mark.parametrize(("text", "line", "words"), LINT)
def test_a_bad_card_is_found_at_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    found = findings(tmp_path, text)
    assert any(at == line and words in what for at, what in found), found


def test_two_cards_with_the_same_prompt_are_found(tmp_path: Path) -> None:
    text = question("One.", "What is  it?", "a") + question("Two.", "what is it", "b")
    assert [what for _, what in findings(tmp_path, text)] == ["'b' asks the same as 'a'"]


def test_a_prompt_that_seems_to_ask_two_things_is_noted_and_no_mistake(tmp_path: Path) -> None:
    asked = {
        "a": "What is a slope, and what is it not?",
        "b": "Is it? And why?",
        "c": "What is a slope, and why is it a limit?",
        "d": "When is it, and when not?",
        "e": "What else falls, and why?",
    }
    text = "".join(question("It rises.", prompt, name) for name, prompt in asked.items())
    noted = list(asking_two(notes_from(tmp_path, text)))
    assert [note.split("'")[1] for note in noted] == [*asked] and "index.md:1: " in noted[0]
    assert findings(tmp_path, text) == []


def test_all_findings_come_in_one_run(tmp_path: Path) -> None:
    text = question("5$", "One?", "a") + question("{{x}}", "Two?", "b") + question("$\\frac{1}$", "Three?", "c")
    assert len(findings(tmp_path, text)) == 3
