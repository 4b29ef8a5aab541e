"""Less HTML for the same page: what neither a reader, nor a screen reader, nor the stylesheet would miss.

A topic's page holds hundreds of formulas and programs. What they repeat costs more than all of its words.
"""

import re

_SOURCE = re.compile(r"<annotation .*?</annotation>", re.DOTALL)
_WRAPPERS = re.compile(r'</?semantics>| xmlns="http://www.w3.org/1998/Math/MathML"| stretchy="false"')
_ZERO = re.compile(r"(?<=[:-])0(?=\.\d+em)")
# One letter or number: as text it reads the same as its MathML.
_SYMBOL = re.compile(
    r'<span class="katex"><span class="katex-mathml">.*?</math></span><span class="katex-html" aria-hidden="true">'
    r'<span class="katex-base"><span class="katex-strut" style="[^"]*"></span>'
    r'(?P<symbol><span class="mord(?: mathnormal)?"(?: style="[^"]*")?>\w+</span>)</span></span></span>\Z'
)
# Names, operators, punctuation and blanks have the color of the text around them.
_PLAIN_TOKEN = re.compile(r'<span class="(?:n|nn|o|p|w|si)">([^<]*)</span>')
# Kinds of tokens that have one color are one kind, so that neighbors become one.
_KINDS = {
    kind: one for one, kinds in {"s": "s1 s2 sa se", "c": "c1 sd", "m": "mi mf"}.items() for kind in kinds.split()
}
_TOKEN = re.compile(r'<span class="(\w\w?)">(?=[^<]*</span>)')
_NEIGHBORS = re.compile(r'(<span class="(\w\w?)">[^<]*)</span>(\s*)<span class="\2">(?=[^<]*</span>)')


def slim_formula(html: str) -> str:
    """Return what KaTeX made of a formula, without its TeX, and a single symbol as nothing but text.

    >>> slim_formula('<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mi>x</mi>'
    ...              '<annotation encoding="application/x-tex">x</annotation></semantics></math>')
    '<math><mi>x</mi></math>'
    """
    html = _ZERO.sub("", _WRAPPERS.sub("", _SOURCE.sub("", html))).replace(';"', '"')
    symbol = _SYMBOL.match(html)
    return f'<span class="katex">{symbol["symbol"]}</span>' if symbol else html


def slim_code(html: str) -> str:
    """Return highlighted programs without the marks of what is not highlighted.

    >>> slim_code('<pre><span></span><code><span class="n">x</span> <span class="o">+</span> <span class="mi">1</span>')
    '<pre><code>x + <span class="m">1</span>'
    """
    html = _PLAIN_TOKEN.sub(r"\1", html).replace("<pre><span></span><code>", "<pre><code>")
    html = _TOKEN.sub(lambda token: f'<span class="{_KINDS.get(token[1], token[1])}">', html)
    while (fewer := _NEIGHBORS.sub(r"\1\3", html)) != html:
        html = fewer
    return html
