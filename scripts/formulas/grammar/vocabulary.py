"""The words of the language: what each TeX command may mean in a formula that is checked as an identity."""

import string

from scripts.formulas.grammar.errors import USE_FUNCTION
from scripts.foundation.texts import words

GREEK = words(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho sigma "
    "tau upsilon phi varphi chi psi omega Gamma Theta Lambda Xi Phi Psi Omega ell"
)
ACCENTS = words("hat bar tilde")
"""An accented letter is a symbol of its own, named as SymPy prints it: `yhat`."""

UNARY = words("sin cos tan exp ln log sinh cosh tanh arctan arcsin arccos")
"""Functions of one argument. `log` is the natural logarithm, as in every formula of the course."""
POWERED = words("sin cos tan sinh cosh tanh")
"""Functions for which `\\sin^2 x` has one reading only: the square of the value."""
MANY = frozenset({"max", "min"})
FRACTIONS = frozenset({"frac", "tfrac", "dfrac"})

SIGNS = {
    **dict.fromkeys(string.ascii_letters, "name"),
    **dict.fromkeys(string.digits, "digit"),
    **{"(": "open", "[": "open", ")": "close", "]": "close", "{": "group", "}": "endgroup"},
    **{"'": "prime", ".": "dot", "|": "bar", "~": "space"},
}
"""What kind of token a character is by itself."""

FUNCTION_LIKE = words("f g F G H J L phi varphi psi sigma Phi Psi Gamma")
"""Letters that readers take for functions: before a bracket they are never read as a factor."""

SIZING = {
    **dict.fromkeys(("left", "bigl", "Bigl", "biggl", "Biggl"), "open"),
    **dict.fromkeys(("right", "bigr", "Bigr", "biggr", "Biggr"), "close"),
    **dict.fromkeys(("big", "Big", "bigg", "Bigg"), ""),
}
_OPERATORS = {
    **{"cdot": "*", "times": "*", "le": "<=", "leq": "<=", "ge": ">=", "geq": ">=", "lt": "<", "gt": ">"},
    **{"ne": "!=", "neq": "!=", "to": "to", "rightarrow": "to", "in": "in"},
}
COMMANDS: dict[str, tuple[str, str]] = {
    **{name: ("name", name) for name in GREEK},
    **{name: ("const", name) for name in ("e", "pi")},
    **{name: ("op", sign) for name, sign in _OPERATORS.items()},
    **dict.fromkeys(("!", "displaystyle", "textstyle", "limits", "nolimits"), ("space", "nothing")),
    **dict.fromkeys((",", ";", ":", " ", ">"), ("space", "some")),
    **{"\\": ("newline", "\\\\"), "{": ("open", "\\{"), "}": ("close", "\\}")},
    **{"lvert": ("open", "\\lvert"), "rvert": ("close", "\\rvert")},
}
"""What kind of token a command is by itself, and its text."""
CLOSING = {"(": ")", "[": "]", "\\{": "\\}", "\\lvert": "\\rvert"}

UNICODE = {
    **{"\u2212": "-", "\u2013": "-", "\u2014": "-", "\u00b7": "\\cdot", "\u22c5": "\\cdot", "\u00d7": "\\cdot"},
    **{"\u00b2": "^2", "\u00b3": "^3", "\u03c0": "\\pi", "\u2202": "\\partial", "\u221a": "\\sqrt", "\u2032": "'"},
    **{"\u2264": "\\le", "\u2265": "\\ge", "\u2260": "\\ne", "\u221e": "\\infty", "\u2192": "\\to", "\u2211": "\\sum"},
}
"""What to write in TeX for a character that is often pasted."""

_IN_ASSUME = "A condition belongs in the text under the formula, and in `assume`."
REFUSED: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        words("vect mat norm T R nabla argmin argmax mathbf boldsymbol bm vec top mathbb"),
        ("vectors, matrices and sets are not part of the language of identities", USE_FUNCTION),
    ),
    **dict.fromkeys(
        words("quad qquad text textrm mbox hspace tag label"),
        ("text and wide space are not part of an identity", _IN_ASSUME),
    ),
    **dict.fromkeys(
        words("approx equiv sim propto implies iff Rightarrow Leftrightarrow coloneqq pm mp ll gg"),
        ("only `=` can be verified", USE_FUNCTION),
    ),
    "Delta": ("an increment or a factor", "Write one letter, such as h."),
}
"""Commands that can be told at once, each with what is wrong and what to do instead."""
