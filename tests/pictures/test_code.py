"""Shrunk programs have the letters of those that Pygments makes, in the same colors or in that of the text."""

from playwright.sync_api import Browser
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonConsoleLexer, PythonLexer

from scripts.foundation.paths import HERE
from scripts.typeset.code_html import shrink_code
from tests.pictures.looking import LAPTOP, open_page

# The color and the slant of each letter that is seen.
LETTERS = """html => {
  const box = document.createElement("div");
  box.className = "highlight";
  box.innerHTML = html;
  document.querySelector("article").append(box);
  const found = [], walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { color, fontStyle, fontWeight } = getComputedStyle(walker.currentNode.parentElement);
    for (const letter of walker.currentNode.data) {
      if (letter.trim()) found.push([letter, color, fontStyle, fontWeight].join(" "));
    }
  }
  box.remove();
  return found;
}"""
COLORS = HERE.docs / "assets" / "css" / "code.css"
CONSOLE = ">>> f\"{x!r:>4}\" + 'a\\n' * 2  # twice\n'1'\n>>> 1 / 0\nZeroDivisionError: division by zero\n"


def test_shrunk_programs_have_the_same_letters_and_colors(browser: Browser, samples_server: str) -> None:
    programs = [path.read_text(encoding="utf-8") for path in sorted(HERE.snippets.glob("*/exercises.py"))[:3]]
    formatter = HtmlFormatter(nowrap=False, cssclass="highlight")
    made = [highlight(program, PythonLexer(), formatter) for program in programs]
    made.append(highlight(CONSOLE, PythonConsoleLexer(), formatter))
    for theme in ("light", "dark"):
        page = open_page(browser, f"{samples_server}text.html", LAPTOP, theme)
        # With the colors of all kinds of tokens: the site has those alone that its pages use.
        page.add_style_tag(content=COLORS.read_text(encoding="utf-8"))
        for html in made:
            shrunk = shrink_code(html)
            assert len(shrunk) < 0.8 * len(html)
            own, theirs = page.evaluate(LETTERS, shrunk), page.evaluate(LETTERS, html)
            assert [letter[0] for letter in own] == [letter[0] for letter in theirs]
            ink = page.evaluate(LETTERS, "<pre><code>x</code></pre>")[0][2:]
            colors = [letter[2:] for letter in own]
            assert all(one in (ink, other[2:]) for one, other in zip(colors, theirs, strict=True))
            assert len(set(colors)) >= 4, "the program has lost its colors"
            assert colors.count(ink) < 0.9 * len(colors)
        page.context.close()
