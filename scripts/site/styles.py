"""The stylesheets of the theme and of KaTeX without the rules that no page of this site can use: half of them.

A rule stays if each class it names stands on a page or in a script, unless it belongs to a part of the theme that this
site does not have. Variables that nothing reads go too, which are mostly icons. It works on the built site, so a
builder without this step makes the same pages, only heavier.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

_ABSENT = re.compile(
    r"\[dir=rtl\]|tabbed|mermaid|md-(?:annotation|author|banner|blog|consent|feedback|meta|path|post|progress|select|social"
    r"|source|status|suggest|tabs|tag|tooltip|version)"
)
_FACE = re.compile(r'@font-face\{[^}]*?font-family:"?([^";]+)[^}]*\}')
_PIECE = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[{}]|[^{}\"']+", re.DOTALL)
_NEGATED = re.compile(r":not\([^()]*(?:\([^()]*\)[^()]*)*\)")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_VARIABLE = re.compile(r"(?<![\w-])(--md-[\w-]+):(?:url\((?:\"[^\"]*\"|'[^']*'|[^)]*)\)|[^;{}\"'])*(?:;|(?=\}))")


def trim_styles(site: Path) -> None:
    """Trim the stylesheets in a built site."""
    names = set(_names_in(site))
    own = ""
    for path in (site / "assets" / "generated").glob("*.css"):
        css = trimmed(path.read_text(encoding="utf-8"), lambda selector: _is_of_use_in_formulas(selector, names))
        own += (css := without_unused_faces(css))
        path.write_text(css, encoding="utf-8", newline="\n")
    for path in (site / "assets" / "stylesheets").glob("*.css"):
        css = trimmed(path.read_text(encoding="utf-8"), lambda selector: _is_of_use(selector, names))
        path.write_text(without_unread_variables(css, own), encoding="utf-8", newline="\n")


def trimmed(css: str, keep: Callable[[str], bool]) -> str:
    """Return the rules of `css` with the selectors for which `keep` holds.

    >>> trimmed("a,.b{c:d}@media print{.b{e:f}}.b{g:h}", lambda selector: selector != ".b")
    'a{c:d}'
    """
    kept = []
    for head, body in _rules(css):
        if body is None:
            kept.append(head)
        elif head.startswith(("@media", "@supports")):
            if inner := trimmed(body, keep):
                kept.append(f"{head}{{{inner}}}")
        elif head.startswith("@"):
            kept.append(f"{head}{{{body}}}")
        elif selectors := [selector for selector in _selectors(head) if keep(selector)]:
            kept.append(f"{','.join(selectors)}{{{body}}}")
    return "".join(kept)


def without_unread_variables(css: str, others: str) -> str:
    """Return `css` without the theme's variables that neither it nor the stylesheets `others` read.

    >>> without_unread_variables(":root{--md-a:1;--md-b:2;--md-c:var(--md-b)}p{width:var(--md-a)}", "")
    ':root{--md-a:1;}p{width:var(--md-a)}'
    """
    while True:
        read = set(re.findall(r"var\((--[\w-]+)", css + others))
        unread = {variable[0] for variable in _VARIABLE.finditer(css) if variable[1] not in read}
        if not unread:
            return css
        css = _VARIABLE.sub(lambda variable: "" if variable[0] in unread else variable[0], css)  # noqa: B023


def without_unused_faces(css: str) -> str:
    """Return `css` without the faces of families that no rule of it names.

    >>> without_unused_faces("@font-face{font-family:A;src:a}@font-face{font-family:B;src:b}p{font:1em B}")
    '@font-face{font-family:B;src:b}p{font:1em B}'
    """
    rules = _FACE.sub("", css)
    return _FACE.sub(lambda face: face[0] if face[1] in rules else "", css)


def _names_in(site: Path) -> Iterator[str]:
    for page in site.rglob("*.html"):
        for names in re.findall(r'class=("[^"]*"|[\w-]+)', page.read_text(encoding="utf-8")):
            yield from names.strip('"').split()
    for script in (site / "assets").rglob("*.js"):
        yield from re.findall(r"[\w-]+", script.read_text(encoding="utf-8"))


def _is_of_use(selector: str, names: set[str]) -> bool:
    positive = _NEGATED.sub("", selector)
    # Of the alternatives in :is(…) one is enough.
    certain = re.sub(r"\([^()]*\)", "", positive)
    return not _ABSENT.search(positive) and names.issuperset(_CLASS.findall(certain))


def _is_of_use_in_formulas(selector: str, names: set[str]) -> bool:
    return not selector.startswith(".katex") or _is_of_use(selector, names)


def _rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Yield the rules at the top of `css`, each as what stands before its braces and in them."""
    depth, head, body = 0, "", ""
    for piece in _PIECE.findall(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)):
        if piece == "{" and (depth := depth + 1) == 1:
            continue
        if piece == "}" and (depth := depth - 1) == 0:
            yield head, body
            head = body = ""
        elif depth:
            body += piece
        elif ";" in piece:  # a statement, such as @charset
            yield (head + piece[: piece.index(";") + 1]).lstrip(), None
            head = piece[piece.index(";") + 1 :]
        else:
            head += piece


def _selectors(head: str) -> list[str]:
    """Return the selectors of a list, which may hold commas in brackets."""
    return re.split(r",(?![^(\[]*[)\]])", head)
