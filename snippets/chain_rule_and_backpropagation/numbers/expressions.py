"""Expressions that the pages of topic 02 name in words, where another one is a single digit away."""

import sympy as sp

X = sp.Symbol("x")


def forward_mode():
    """Forward mode."""
    yield "takes them $2n$", ...


def common_mistakes():
    """Common mistakes."""
    yield "at it is $x^2$", ...


def interview_questions():
    """Interview questions."""
    yield "is the slope $2x$", sp.diff(X**2, X) / X
