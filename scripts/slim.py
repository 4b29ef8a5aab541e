"""Less HTML for the same page: what neither a reader, nor a screen reader, nor the stylesheet would miss.

A topic's page holds hundreds of formulas and programs. What they repeat costs more than all of its words.
"""

import re

_SOURCE = re.compile(r"<annotation .*?</annotation>", re.DOTALL)
_WRAPPERS = re.compile(r'</?semantics>| xmlns="http://www.w3.org/1998/Math/MathML"')
# One letter or number: as text it reads the same as its MathML.
_SYMBOL = re.compile(
    r'<span class="katex"><span class="katex-mathml">.*?</math></span><span class="katex-html" aria-hidden="true">'
    r'<span class="katex-base"><span class="katex-strut" style="[^"]*"></span>'
    r'(?P<symbol><span class="mord(?: mathnormal)?"(?: style="[^"]*")?>\w+</span>)</span></span></span>\Z'
)
# Names, operators, punctuation and blanks have the color of the text around them.
_PLAIN_TOKEN = re.compile(r'<span class="(?:n|nn|o|p|w)">([^<]*)</span>')


def slim_formula(html: str) -> str:
    """Return what KaTeX made of a formula, without its TeX, and a single symbol as nothing but text.

    >>> slim_formula('<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mi>x</mi>'
    ...              '<annotation encoding="application/x-tex">x</annotation></semantics></math>')
    '<math><mi>x</mi></math>'
    """
    html = _WRAPPERS.sub("", _SOURCE.sub("", html))
    symbol = _SYMBOL.match(html)
    return f'<span class="katex">{symbol["symbol"]}</span>' if symbol else html


def slim_code(html: str) -> str:
    """Return highlighted programs without the marks of what is not highlighted.

    >>> slim_code('<pre><span></span><code><span class="n">x</span> <span class="o">+</span> <span class="mi">1</span>')
    '<pre><code>x + <span class="mi">1</span>'
    """
    return _PLAIN_TOKEN.sub(r"\1", html).replace("<pre><span></span><code>", "<pre><code>")
