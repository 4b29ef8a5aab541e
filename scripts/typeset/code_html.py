"""Highlighted programs in fewer bytes: without the marks that have no color of their own in the stylesheet.

The classes are the short names of Pygments' tokens (`pygments.token.STANDARD_TYPES`).
"""

import re

# Names, operators, punctuation and blanks have the color of the text around them.
_PLAIN_TOKEN = re.compile(r'<span class="(?:n|nn|o|p|w|si)">([^<]*)</span>')
# Kinds of tokens that have one color are one kind, so that neighbors become one.
_KINDS = {
    kind: one for one, kinds in {"s": "s1 s2 sa se", "c": "c1 sd", "m": "mi mf"}.items() for kind in kinds.split()
}
_TOKEN = re.compile(r'<span class="(\w\w?)">(?=[^<]*</span>)')
_NEIGHBORS = re.compile(r'(<span class="(\w\w?)">[^<]*)</span>(\s*)<span class="\2">(?=[^<]*</span>)')


def shrink_code(html: str) -> str:
    """Return highlighted programs without the marks of what is not highlighted.

    >>> shrink_code('<pre><span></span><code><span class="n">x</span><span class="o">+</span><span class="mi">1</span>')
    '<pre><code>x+<span class="m">1</span>'
    """
    html = _PLAIN_TOKEN.sub(r"\1", html).replace("<pre><span></span><code>", "<pre><code>")
    html = _TOKEN.sub(lambda token: f'<span class="{_KINDS.get(token[1], token[1])}">', html)
    while (fewer := _NEIGHBORS.sub(r"\1\3", html)) != html:
        html = fewer
    return html
