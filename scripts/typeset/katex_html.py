"""KaTeX's HTML and MathML in fewer elements: the same look, and the same formula for a screen reader.

KaTeX builds a formula from nested boxes, `span` elements. As it writes them, the longest lessons have 4,800
elements, and a page may have 4,000 (`docs/contributing/performance.md`). So boxes without a look of their own go, the
spaces around a sign become its margin, an index or exponent that stands alone is raised text and no table, and a single
symbol is nothing but text. KaTeX's stylesheet stays as it is.

The classes below are those of KaTeX 0.19. `tests/typeset/test_looks.py` compares the pictures of a formula of each
family with KaTeX's own, so it notices a version that names or builds its boxes otherwise.
"""

import re
import xml.etree.ElementTree as etree

from scripts.typeset.mathml_html import shrink_mathml
from scripts.typeset.mathml_words import in_words

_SOURCE = re.compile(r"<annotation .*?</annotation>", re.DOTALL)
_NAMESPACE = re.compile(r' xmlns="[^"]*"')

# Classes that no rule of KaTeX's stylesheet mentions. A test compares them with the stylesheet.
UNSTYLED = frozenset({"mord", "mopen", "mclose", "mrel", "mbin", "mpunct", "minner", "mop", "mtight", "text"})
# Boxes whose children a rule selects by their place (`.katex-inner>span`), so that none of them may go.
_STRICT = frozenset({"katex-inner", "delim-size1", "delim-size4"})
# KaTeX's sizes 1 to 11, and how it names a change from one to another, a length and what of a style is one.
_SIZES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2, 1.44, 1.728, 2.074, 2.488)
_SIZED = re.compile(r"reset-size(\d+) size(\d+)")
_LENGTH = re.compile(r"(height|top|margin-left|margin-right):(-?[\d.]+)em")
# TeX's spaces: thick on both sides of a relation, medium of a binary operator, thin behind a comma.
_SPACES = {"mrel": ("0.2778em", "0.2778em"), "mbin": ("0.2222em", "0.2222em"), "mpunct": ("", "0.1667em")}


def shrink_formula(html: str, *, named: bool = False) -> str:
    """Return KaTeX's HTML of a formula in fewer elements, without its TeX, and a single symbol as nothing but text.

    With `named`, its MathML becomes a name in words, which a screen reader reads out, too.

    >>> shrink_formula('<span class="katex-html"><span class="mord mathnormal">x</span>'
    ...                '<span class="mord">2</span></span>')
    '<span class="katex-html"><span class="mathnormal">x</span>2</span>'
    """
    # KaTeX's own output, which is well-formed and safe.
    root = etree.fromstring(_NAMESPACE.sub("", _SOURCE.sub("", html)))  # noqa: S314
    for math in root.iter("math"):
        shrink_mathml(math)
    for boxes in root.iter("span"):
        if boxes.get("class") == "katex-html":
            _shrink(boxes)
    for katex in root.iter("span"):
        if katex.get("class") == "katex":
            _plain_symbol(katex)
            if named:
                _name(katex)
    return etree.tostring(root, encoding="unicode", method="html")


def _name(katex: etree.Element) -> None:
    """Replace a formula's MathML by its words."""
    if (mathml := katex.find("span[@class='katex-mathml']")) is not None:
        [boxes] = katex.findall("span[@class='katex-html']")
        katex.remove(mathml)
        del boxes.attrib["aria-hidden"]
        boxes.attrib |= {"role": "img", "aria-label": in_words(mathml[0])}


def _shrink(box: etree.Element, *, strict: bool = False) -> None:
    """Shrink all boxes in `box`; `strict` if a rule selects its children by their place, so that all must stay."""
    kinds = set(box.get("class", "").split())
    _join_spaces(box)
    _raise_scripts(box)
    for child in box:
        _shrink(child, strict="vlist" in kinds)
    for child in box:
        styled = " ".join(kind for kind in child.get("class", "").split() if kind not in UNSTYLED)
        if styled:
            child.set("class", styled)
        else:
            child.attrib.pop("class", None)
    if not strict and not kinds & _STRICT:
        _unwrap(box)


def _join_spaces(box: etree.Element) -> None:
    """Replace the boxes of space around relations and operators by a margin of the sign."""
    children: list[etree.Element | None] = [None, *box, None]
    for at, child in enumerate(children):
        kinds = set(child.get("class", "").split()) & _SPACES.keys() if child is not None else set()
        if child is None or not kinds or "style" in child.attrib:
            continue
        before, behind = _SPACES[kinds.pop()]
        spaces = [(place, width) for place, width in ((at - 1, before), (at + 1, behind)) if width]
        if all(_is_space(children[place], width) for place, width in spaces):
            child.set("style", f"margin:0 {behind}" if before else f"margin-right:{behind}")
            for place, _ in spaces:
                children[place] = None
    box[:] = [child for child in children if child is not None]


def _raise_scripts(box: etree.Element) -> None:
    """Replace the tables in which KaTeX places an index or an exponent that stands alone by raised or lowered text."""
    for at, child in enumerate(box):
        script = _script(child) if child.get("class") == "msupsub" else None
        if script is not None:
            script.tail = child.tail
            box[at] = script


def _script(table: etree.Element) -> etree.Element | None:
    """Return the one script in a table, with its place as its own style; nothing if there are two, or it is no text."""
    rows = table.findall("span/span")
    placed = rows[0].findall("span[@class='vlist']/span")
    if len(placed) != 1 or len(placed[0]) != 2 or not (sized := _SIZED.search(placed[0][1].get("class", ""))):
        return None
    strut, script = placed[0]
    ratio = _SIZES[int(sized[2]) - 1] / _SIZES[int(sized[1]) - 1]
    lengths = {name: float(value) for name, value in _LENGTH.findall(placed[0].get("style", ""))}
    below = dict(_LENGTH.findall(strut.get("style", "")))
    styles = {"vertical-align": -lengths.pop("top") - float(below["height"]), **lengths}
    # A line of no height, so that the script makes the formula no taller than its strut says.
    said = [f"{name}:{value / ratio:.4g}em" for name, value in styles.items() if value]
    script.set("style", ";".join(["line-height:0", *said]))
    return script


def _is_space(box: etree.Element | None, width: str) -> bool:
    return box is not None and box.get("class") == "mspace" and box.get("style") == f"margin-right:{width};"


def _unwrap(box: etree.Element) -> None:
    """Replace children that are nothing but a bracket around their content by that content."""
    children = list(box)
    box[:] = []
    for child in children:
        if child.tag == "span" and not child.attrib and (child.text or len(child)):
            _append_text(box, child.text)
            box.extend(child)
            _append_text(box, child.tail)
        else:
            box.append(child)


def _append_text(box: etree.Element, text: str | None) -> None:
    if len(box):
        box[-1].tail = (box[-1].tail or "") + (text or "")
    else:
        box.text = (box.text or "") + (text or "")


def _plain_symbol(katex: etree.Element) -> None:
    """Leave of a formula that is one letter or number only that: as text it reads the same as its MathML."""
    boxes = katex.findall("span[@class='katex-html']/span")
    bases = [box for box in boxes if box.get("class") == "katex-base" and len(box)]
    if len(boxes) != 1 or not bases:  # a number at the formula's end is a box, too
        return
    strut, *symbols = bases[0]
    alone = not symbols and re.fullmatch(r"\w+", strut.tail or "")
    letter = len(symbols) == 1 and symbols[0].get("class") == "mathnormal" and not strut.tail and not len(symbols[0])
    if alone or letter:
        katex.text, katex[:] = strut.tail, symbols
