import pytest

from scripts.course.model import load_course
from scripts.foundation.cache import Cache
from scripts.foundation.mistakes import Mistakes
from scripts.numbers import command, held, step
from scripts.numbers.held import Pages
from scripts.numbers.quotes import Quoted
from tests.numbers.writing import quote, written

COURSE = load_course()


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Make a course of one page, whose package quotes it as given."""
    text = written(tmp_path, "The loss falls\nto 3.742.\n")
    pages = Pages("A topic", tmp_path / "a_topic", (text.path,))

    def quoted(*quotes):
        monkeypatch.setattr(held, "quoted_by", lambda packages: [Quoted(list(quotes), [])])

    monkeypatch.setattr(step, "all_pages", lambda course: [pages])
    monkeypatch.setattr(step, "_state", lambda course, pages: "state")
    monkeypatch.setattr(step, "Cache", lambda *names, folder: Cache("test_of_the_step", str(tmp_path)))
    monkeypatch.setattr(Cache, "save", lambda self: None)
    return quoted


def test_the_build_refuses_a_wrong_number_at_its_line(page):
    page(quote("The loss falls to 3.742", 3))
    with pytest.raises(Mistakes, match=r"index\.md:2: it says 3\.742, but 3 is computed in numbers\.py:7"):
        step.hold_numbers(COURSE)


def test_the_build_refuses_a_number_that_nothing_holds(page):
    page(quote("The loss falls"))
    with pytest.raises(Mistakes, match=r"index\.md:2: nothing holds the number 3\.742"):
        step.hold_numbers(COURSE)


def test_the_build_says_how_many_numbers_it_has_held(page):
    page(quote("The loss falls to 3.742", None))
    assert step.hold_numbers(COURSE) == "1 numbers"


def test_the_command_tells_by_its_exit_code_whether_all_is_held(page, monkeypatch, capsys):
    monkeypatch.setattr(command, "choose", lambda course, words: (step.all_pages(course), ""))
    page(quote("The loss falls to 3.742", None))
    assert command.main([]) == 0
    page(quote("The loss falls"))
    assert command.main([]) == 1
    assert "index.md:2: …The loss falls to [3.742]." in capsys.readouterr().out
    assert command.main(["--draft"]) == 0
    assert 'yield "loss falls to 3.742", _' in capsys.readouterr().out


@pytest.mark.parametrize("words", ["01", "derivatives-and-gradients", "docs/topics/01-derivatives-and-gradients/"])
def test_a_topic_is_named_by_number_slug_or_folder(words):
    [pages], only = command.choose(COURSE, words)
    assert (pages.package.name, only) == ("derivatives_and_gradients", "")


def test_a_page_is_named_by_its_path():
    [pages], only = command.choose(COURSE, "docs/study/notation.md")
    assert (pages.package.name, only) == (held.OTHER_PAGES, "docs/study/notation.md")


def test_what_names_no_page_is_refused(capsys):
    assert command.main(["11-nothing"]) == 2
    assert "No page is meant by '11-nothing'" in capsys.readouterr().err
