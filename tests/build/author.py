"""Mistakes that authors make, each on a topic's page of its own.

A case is what the page holds below its title, and the words by which the build says what is wrong. `«` marks the line
that must be named, `@` stands for the topic's slug, which makes ids unique.
"""

QUESTION = """/// question | What is a slope?
    id: @-q
    level: warm-up

Rise over run.
///
"""
FORMULA = """/// formula | Square
    id: @-f
    check: identity

$$
(x + 1)^2 = x^2 + 2x + 1
$$

For every real $x$.
///
"""

HEADS = {
    "misspelt": ("/// qestion | What? «\n    id: @-q\n    level: warm-up\n\nThis.\n///", "there is no block 'qestion'"),
    "no-bar": ("/// question What? «\n    id: @-q\n    level: warm-up\n\nThis.\n///", "looks like a block and is none"),
    "colon-for-bar": ("/// question: What? «\n    id: @-q\n\nThis.\n///", "looks like a block and is none"),
    "two-slashes": ("// question | What? «\n    id: @-q\n\nThis.\n//", "looks like a block and is none"),
    "colons": ("::: question | What? «\n    id: @-q\n\nThis.\n:::", "looks like a block and is none"),
    "backslashes": ("\\\\\\ question | What? «\n    id: @-q\n\nThis.\n\\\\\\", "looks like a block and is none"),
    "exclamation-marks": ("!!! note «\n    Text.", "looks like a block and is none"),
    "question-marks": ('??? note "Title" «\n    Text.', "looks like a block and is none"),
    "fullwidth-slashes": ("／／／ question | What? «\n    id: @-q\n\nThis.\n／／／", "looks like a block and is none"),
    "fraction-slashes": ("⁄⁄⁄ question | What? «\n\nThis.", "looks like a block and is none"),
    "fullwidth-bar": ("/// question ｜ What? «\n    id: @-q\n\nThis.\n///", "looks like a block and is none"),
    "no-break-space": ("///\u00a0question | What? «\n    id: @-q\n\nThis.\n///", "looks like a block and is none"),
    "in-a-list": ("- item\n\n    /// note | A «\n\n    Text.\n    ///", "looks like a block and is none"),
    "on-a-list-item": ("- /// note | A «\n\n  Text.", "looks like a block and is none"),
    "in-a-numbered-list": ("1. /// note | A «\n\n   Text.", "looks like a block and is none"),
    "in-a-quotation": ("> /// note | A «\n>\n> Text.\n> ///", "looks like a block and is none"),
    "in-a-footnote": ("A word.[^1]\n\n[^1]: /// note | A «", "looks like a block and is none"),
    "indented": ("Text.\n\n    /// note | A «\n\n    Text.\n    ///", "looks like a block and is none"),
    "tab-before-the-head": ("\t/// note | A «\n\nText.", "a tab at the beginning"),
    "tabs-for-options": ("/// question | What?\n\tid: @-q «\n\tlevel: warm-up\n\nThis.\n///", "a tab at the beginning"),
    "not-closed": ("/// note | A «\n\nText.", "is not closed"),
    "closed-twice": ("/// note | A\n\nText.\n///\n\n/// «", "closes no block"),
    "other-number-of-slashes": ("//// note | A\n\nText.\n/// «\n////", "closes no block"),
    "end-with-words": (
        "/// note | A\n\nText.\n/// end of note «\n///",
        "looks like a block and is none|there is no block 'end'",
    ),
    "unknown-kind": ("/// theorem | A «\n\nText.\n///", "there is no block 'theorem'"),
    "capitals": ("/// Question | What?\n    id: @-Q «\n    level: warm-up\n\nThis.\n///", "option 'id'"),
    "in-a-comment": ("<!--\n/// note | A «\n\nText.\n///\n-->", "a block within a comment"),
    "in-html": ("<div>\n\n/// note | A «\n\nText.\n///\n\n</div>", "is not on the page|rendered"),
    "no-argument": ("/// problem «\n    id: @-p\n\nText.\n\nSolution: 3.\n///", "'problem' lacks its argument"),
    "argument-for-none": ("/// notes | Mine «\n///", "'notes' takes no argument"),
    "body-for-none": ("/// notes «\n\nText.\n///", "'notes' takes no text"),
    "no-body": ("/// question | What? «\n    id: @-q\n    level: warm-up\n///", "'question' has no text"),
    "invisible-character": ("A soft\u00ad hyphen. «", "an invisible character, SOFT HYPHEN"),
    "zero-width-space-in-a-head": ("///\u200b note | A «\n\nText.\n///", "an invisible character, ZERO WIDTH SPACE"),
    "question-in-a-question": (
        "//// question | What?\n    id: @-q\n    level: warm-up\n\n/// question | And? «\n    id: @-r\n"
        "    level: warm-up\n\nThis.\n///\n\nThat.\n////",
        "'question' stands inside of 'question'",
    ),
}

OPTIONS = {
    "unknown-option": (QUESTION.replace("warm-up", "warm-up\n    color: red «"), "no option 'color'"),
    "misspelt-option": (
        QUESTION.replace("    level:", "    levle:").replace("?", "? «", 1),
        "lacks the option 'level'",
    ),
    "option-of-another": (QUESTION.replace("warm-up", "warm-up\n    alt: A line. «"), "no option 'alt'"),
    "option-of-a-note": ("/// note | A\n    type: tip «\n\nText.\n///", "'note' has no option 'type'"),
    "option-of-a-fold": ("/// details | A\n    open: true «\n\nText.\n///", "'details' has no option 'open'"),
    "place-by-hand": ("/// note | A\n    at: here «\n\nText.\n///", "'note' has no option 'at'"),
    "unknown-level": (QUESTION.replace("warm-up", "easy «"), "option 'level' of 'question' is 'easy'"),
    "number-for-a-level": (QUESTION.replace("warm-up", "1 «"), "option 'level' of 'question' is 1"),
    "missing-id": (QUESTION.replace("    id: @-q\n", "").replace("?", "? «", 1), "lacks the option 'id'"),
    "id-with-capitals": (QUESTION.replace("@-q", "Slope «"), "option 'id' of 'question' is 'Slope'"),
    "id-with-blanks": (QUESTION.replace("@-q", "the slope «"), "option 'id' of 'question' is 'the slope'"),
    "id-is-a-number": (QUESTION.replace("@-q", "12 «"), "option 'id' of 'question' is 12"),
    "id-is-a-date": (QUESTION.replace("@-q", "2026-01-01 «"), "option 'id' of 'question' is datetime"),
    "id-twice-on-a-page": (
        QUESTION + "\n" + QUESTION.replace("@-q", "@-q «"),
        "the id 'id-twice-on-a-page-q' is taken",
    ),
    "id-of-another-page": (QUESTION.replace("@-q", "derivative «"), "the id 'derivative' is taken by docs/topics/01"),
    "option-twice": (QUESTION.replace("warm-up", "warm-up\n    level: screen «"), "'level' stands twice"),
    "comment-in-an-option": (
        "/// definition | D\n    id: @-d\n    prompt: What is curve #2? «\n\nThis.\n///",
        "begins a comment in YAML",
    ),
    "comment-for-an-option": (
        "/// definition | D\n    id: @-d\n    prompt: # what? «\n\nThis.\n///",
        "begins a comment",
    ),
    "comment-among-options": (QUESTION.replace("    level", "    # how hard «\n    level"), "begins a comment in YAML"),
    "colon-in-an-option": ("/// definition | D\n    id: @-d\n    prompt: This: what? «\n\nT.\n///", "mapping values"),
    "brace-in-an-option": ("/// definition | D\n    id: @-d\n    prompt: {x «\n\nT.\n///", "options of 'definition'"),
    "quote-not-closed": (
        "/// definition | D\n    id: @-d\n    prompt: 'What is «\n\nT.\n///",
        "options of 'definition'",
    ),
    "options-are-a-list": (
        "/// definition | D\n    - id «\n    - prompt\n\nT.\n///",
        "options are written 'name: value'",
    ),
    "options-are-words": ("/// definition | D\n    id @-d «\n\nT.\n///", "options are written 'name: value'"),
    "options-after-an-empty-line": (
        "/// question | What? «\n\n    id: @-q\n    level: warm-up\n\nT.\n///",
        "lacks the option",
    ),
    "empty-option": (
        "/// definition | D\n    id: @-d\n    prompt: «\n\nT.\n///",
        "option 'prompt' of 'definition' is None",
    ),
    "blank-option": (
        "/// definition | D\n    id: @-d\n    prompt: ' ' «\n\nT.\n///",
        "option 'prompt' of 'definition' is ' '",
    ),
    "yes-for-true": (
        FORMULA.replace("identity", "identity\n    reverse: 'yes' «"),
        "option 'reverse' of 'formula' is 'yes'",
    ),
    "no-body-line": ("/// definition | D «\n    id: @-d\n    prompt: What?\n///", "'definition' has no text"),
}

BLOCKS = {
    "problem-without-solution": ("/// problem | A line «\n    id: @-p\n\nWhat is its slope?\n///", "no solution"),
    "solution-misspelt": ("/// problem | A line «\n    id: @-p\n\nWhat?\n\nSolution It is 3.\n///", "no solution"),
    "block-in-a-definition": (
        "//// definition | D\n    id: @-d\n    prompt: What?\n\nThis.\n\n/// note | N «\n\nT.\n///\n////",
        "stands inside of 'definition'",
    ),
    "program-in-a-formula": (FORMULA.replace("///\n", "\n```text «\n1\n```\n///\n"), "stands inside of 'formula'"),
    "exercise-without-hint": (
        "/// exercise | slope_at «\n    id: @-e\n    level: easy\n\nLook around.\n///",
        "no hint",
    ),
    "exercise-twice": (
        "/// exercise | slope_at\n    id: @-e\n    level: easy\n\nHint: look.\n///\n\n"
        "/// exercise | slope_at «\n    id: @-f\n    level: easy\n\nHint: look.\n///",
        "'exercise | slope_at' is taken by",
    ),
    "figure-twice": (
        "/// figure | parabola\n    alt: A parabola.\n\nIt.\n///\n\n"
        "/// figure | parabola «\n    alt: A parabola.\n\nIt.\n///",
        "'figure | parabola' is taken by",
    ),
    "collection-on-a-topic": ("/// glossary «\n///", "'glossary' stands on a topic's page"),
    "unknown-figure": ("/// figure | parabole «\n    alt: A.\n\nIt.\n///", "no function 'parabole'"),
    "private-figure": ("/// figure | _parabola «\n    alt: A.\n\nIt.\n///", "no function '_parabola'"),
    "figure-without-alt": ("/// figure | parabola «\n\nIt.\n///", "lacks the option 'alt'"),
    "figure-with-empty-alt": ("/// figure | parabola\n    alt: '' «\n\nIt.\n///", "option 'alt' of 'figure' is ''"),
    "exercise-of-no-level": ("/// exercise | slope_at «\n    id: @-e\n\nHint: look.\n///", "lacks the option 'level'"),
    "unknown-exercise": (
        "/// exercise | slope «\n    id: @-e\n    level: easy\n\nHint: look.\n///",
        "no function 'slope'",
    ),
    "unknown-output": ("/// output | four_slopes «\n///", "no function 'four_slopes'"),
    "unknown-check": (FORMULA.replace("identity", "slope_of «"), "no function 'slope_of'"),
    "unknown-explorable": (
        "/// explorable | parabola «\n    alt: A.\n    id: @-x\n\nIt.\n///",
        "there is no explorable 'parabola'",
    ),
    "explorable-with-figure": (
        "/// explorable | secant-to-tangent\n    figure: parabola «\n    alt: A.\n    id: @-x\n\nIt.\n///",
        "has no option 'figure'",
    ),
    "explorable-without-alt": (
        "/// explorable | secant-to-tangent «\n    id: @-x\n\nIt.\n///",
        "lacks the option 'alt'",
    ),
    "formula-without-formula": (
        "/// formula | F «\n    id: @-f\n    check: identity\n\nIt is 6.\n///",
        r"not begin with \$\$",
    ),
    "where-beside-a-function": (
        "/// formula | F\n    id: @-f\n    check: slope_of_a_parabola\n    where: x = 3 «\n\n$$\nf'(x) = 2x\n$$\n///",
        "'where' belongs to 'check: identity'",
    ),
    "flipped-sign": (FORMULA.replace("+ 2x", "- 2x").replace("identity", "identity «"), "fails its check"),
    "another-formula-than-the-check's": (
        "/// formula | F\n    id: @-f\n    check: slope_of_a_parabola «\n\n$$\nf'(x) = -2x\n$$\n///",
        "begins with another formula than the page",
    ),
    "second-formula": (FORMULA.replace("$$\n\nFor", "$$\n\n$$x^2 = x$$ «\n\nFor"), "a second displayed formula"),
    "condition-off-the-sheet": (
        FORMULA.replace("real $x$.", "real $x$.\n\nIt holds for others, too. «"),
        "'holds' in a paragraph that formula sheets leave out",
    ),
    "gap-not-closed": (
        "/// definition | D\n    id: @-d\n    prompt: What?\n\nIt is the ==1:slope. «\n///",
        "the gap '==1:' is not closed",
    ),
    "diagram-on-a-card": (
        "/// question | What? «\n    id: @-q\n    level: warm-up\n\n```mermaid\nflowchart LR\n  accTitle: A\n"
        "  accDescr: B\n  A --> B\n```\n///",
        "a card cannot hold this: 'flowchart LR'",
    ),
}

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
