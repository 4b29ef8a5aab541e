"""Mistakes that authors make in the text of a page and in its front matter, in the form of `author.py`."""

from tests.build.author import QUESTION

TEXT = {
    "broken-tex": (r"A slope $\frac{1}{x$ here. «", "TeX: "),
    "unknown-tex-command": (r"A slope $\foo{x}$ here. «", r"Undefined control sequence: \\foo"),
    "broken-displayed-tex": ("$$\n\\frac{\\dd}{\\dd x x^2 = 2x «\n$$", "TeX: "),
    "dollar-not-closed": ("It costs $x and more. «", r"'\$' begins or ends no formula"),
    "dollar-and-a-blank": ("At $ x$ it is flat. «", r"'\$' begins or ends no formula"),
    "dollars-not-closed": ("$$ «\nx^2\n\nText.", r"'\$\$' begins or ends no formula"),
    "empty-line-in-a-formula": ("$$ «\nx^2\n\n+ 1\n$$", r"'\$\$' begins or ends no formula"),
    "dollar-closed-in-another-block": (
        "/// note | A\n\nAt $x «\n///\n\nand y$ it is.",
        r"'\$' begins or ends no formula",
    ),
    "displayed-within-a-sentence": ("It is $$x^2$$ here. «", r"'\$' would stand on the page as text"),
    "mathematics-in-a-heading": ("## Slopes of $x^2$ «", "mathematics in a heading"),
    "second-title": ("# Another «", "a second title"),
    "broken-mermaid": ("```mermaid\nflowchart LR «\n  accTitle: A\n  accDescr: B\n  A --> \n```", "Mermaid: "),
    "mermaid-without-title": ("```mermaid\nflowchart LR «\n  accDescr: B\n  A --> B\n```", "no 'accTitle:' line"),
    "mermaid-without-description": ("```mermaid\nflowchart LR «\n  accTitle: A\n  A --> B\n```", "no 'accDescr:' line"),
    "mermaid-with-empty-description": (
        "```mermaid\nflowchart LR «\n  accTitle: A\n  accDescr:\n  A --> B\n```",
        "no 'accDescr:' line",
    ),
    "fence-not-closed": ("```python «\nx = 1", "this code fence is not closed"),
    "fence-not-closed-in-a-block": (
        "/// note | A\n\n```python\nx = 1\n/// «\n\nText.\n\n```\nCode.\n```",
        "within the code",
    ),
    "fence-closed-by-another": ("```python\nx = 1\n\nText.\n\n```python «\ny = 2\n```", "within the code"),
    "unknown-section": ('```python\n--8<-- "@@/slopes.py:slopes" «\n```', "has no section 'slopes'"),
    "unknown-file": ('```python\n--8<-- "@@/slope.py:slope" «\n```', "there is no file snippets/"),
    "include-without-quotes": ("```python\n--8<-- @@/slopes.py:slope «\n```", "an include that is none"),
    "include-with-lines": ('```python\n--8<-- "@@/slopes.py:1:3" «\n```', "an include that is none"),
    "image-without-alt": ("![](../../assets/nabla.svg) «", "an image without a description"),
    "html-image-without-alt": ('<img src="../../assets/nabla.svg"> «', "an image without a description"),
    "missing-image": ("![A triangle](nowhere.svg) «", "leads nowhere"),
    "broken-link": ("See [there](../../nowhere.md). «", "leads nowhere"),
    "broken-anchor": ("See [there](#nowhere). «", "without the anchor 'nowhere'"),
    "anchor-of-another-page": (
        "See [there](../01-derivatives-and-gradients/index.md#nowhere). «",
        "without the anchor",
    ),
    "link-of-no-name": ("See [there][nowhere]. «", "nothing on the page defines"),
    "footnote-of-no-name": ("A word.[^1] «", "nothing on the page defines"),
    "footnote-that-nobody-cites": ("A word.\n\n[^1]: A note. «", "nothing leads to the footnote"),
}

# Whole pages: front matter and all.
FRONT = "---\ntitle: TITLE\ndescription: D.\ndifficulty: foundational\nprerequisites: []\n---\n\n# TITLE\n"
PAGES = {
    "no-front-matter": ("# TITLE «\n", "the front matter lacks 'title'"),
    "front-matter-not-closed": ("---\ntitle: TITLE\n\n# TITLE\n", "the front matter is not closed"),
    "front-matter-is-a-list": ("---\n- title «\n---\n\n# TITLE\n", "front matter: options are written"),
    "front-matter-is-no-yaml": ("---\ntitle: a: b «\n---\n\n# TITLE\n", "front matter: mapping values"),
    "front-matter-by-dots": (FRONT.replace("---\n\n", "...\n\n"), "the front matter is not closed"),
    "another-title-in-front": (FRONT.replace("TITLE", "Another", 1), "the title is not the plan's"),
    "another-title": (FRONT.replace("# TITLE", "# Another «"), "does not begin with '# "),
    "no-title": (FRONT.replace("# TITLE", "Text."), "does not begin with '# "),
    "title-is-a-number": (FRONT.replace("title: TITLE", "title: 3 «"), "'title' of the front matter is 3"),
    "description-is-a-number": (FRONT.replace("D.", "3 «"), "'description' of the front matter is 3"),
    "unknown-difficulty": (FRONT.replace("foundational", "hard «"), "'difficulty' of the front matter is 'hard'"),
    "difficulty-missing": (FRONT.replace("difficulty: foundational\n", ""), "lacks 'difficulty'"),
    "unknown-in-front": (FRONT.replace("difficulty:", "tags: x «\ndifficulty:"), "the front matter knows no 'tags'"),
    "twice-in-front": (
        FRONT.replace("difficulty:", "title: TITLE «\ndifficulty:"),
        "front matter: 'title' stands twice",
    ),
    "comment-in-front": (FRONT.replace("D.", "The #1 idea. «"), "front matter: '#' begins a comment"),
    "prerequisites-are-a-text": (FRONT.replace("[]", "slopes «"), "'prerequisites' of the front matter is 'slopes'"),
    "unknown-prerequisite": (FRONT.replace("[]", "[slopes] «"), "no topic 'slopes'"),
    "own-prerequisite": (FRONT.replace("[]", "[@] «"), "its own prerequisite"),
    "later-prerequisite": (FRONT.replace("[]", "[misspelt] «"), "which comes after it"),
}

# Pages that are no topic's: where, what they hold, and the words.
STRAY = {
    "docs/stray.md": ("# Stray\n\n" + QUESTION.replace("?", "? «", 1), "'question' stands outside of a topic"),
    "docs/twice.md": (
        "# Twice\n\n/// glossary\n///\n\n/// glossary «\n///\n",
        "'glossary' is taken by docs/twice.md:3",
    ),
    "docs/empty.md": ("", "the page is empty"),
    "docs/meta.md": ("Note: this «\n\nText.\n", "for front matter"),
    "docs/topics/999-unplanned/index.md": ("# Unplanned «\n", "belongs to no topic of the plan"),
    "docs/topics/01-derivatives-and-gradients/more.md": (
        "# More\n\n/// mistake | A «\n    id: @-m\n\nB.\n///\n",
        "outside",
    ),
}
