"""Mistakes that authors make in blocks, each on a topic's page of its own.

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
    card: false
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
    "unknown-kind": ("/// unheard-of | A «\n\nText.\n///", "there is no block 'unheard-of'"),
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
    "frameworks-not-recorded": ("/// frameworks | slope_of_the_cube «\n///", "is not recorded as it is now"),
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
        "/// formula | F «\n    id: @-f\n    card: false\n    check: identity\n\nIt is 6.\n///",
        r"not begin with \$\$",
    ),
    "where-beside-a-function": (
        "/// formula | F\n    id: @-f\n    card: false\n    check: slope_of_a_parabola\n    where: x = 3 «\n\n"
        "$$\nf'(x) = 2x\n$$\n///",
        "'where' belongs to 'check: identity'",
    ),
    "formula-that-nobody-asks-for": (
        FORMULA.replace("    card: false\n", "").replace("| Square", "| Square «"),
        "asked for by its 'prompt', or has 'card: false'",
    ),
    "formula-asked-for-and-off-the-deck": (
        FORMULA.replace("card: false", "card: false\n    prompt: What is it?").replace("| Square", "| Square «"),
        "and not both",
    ),
    "flipped-sign": (FORMULA.replace("+ 2x", "- 2x").replace("identity", "identity «"), "fails its check"),
    "another-formula-than-the-check's": (
        "/// formula | F\n    id: @-f\n    card: false\n    check: slope_of_a_parabola «\n\n$$\nf'(x) = -2x\n$$\n///",
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
    "figure-of-a-card-that-no-page-shows": (
        "/// question | What?\n    id: @-q\n    level: warm-up\n    figure: nowhere «\n\nThis.\n///",
        "no page of the topic shows a figure 'nowhere'",
    ),
    "figure-for-no-card": (
        "/// definition | D\n    id: @-d\n    prompt: What?\n    card: false\n    figure: slope «\n\nThis.\n///",
        "a figure for a card, and the block makes none",
    ),
    "diagram-on-a-card": (
        "/// question | What? «\n    id: @-q\n    level: warm-up\n\n```mermaid\nflowchart LR\n  accTitle: A\n"
        "  accDescr: B\n  A --> B\n```\n///",
        "a card cannot hold this: 'flowchart LR'",
    ),
}
