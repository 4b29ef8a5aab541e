"""KaTeX's HTML and MathML in half the bytes: the same look, and the same formula for a screen reader.

KaTeX builds a formula from nested boxes, `span` elements with classes and measures, and a page holds hundreds of
formulas: its boxes weigh more than its words. `shrink_formula` drops classes that no rule of KaTeX's stylesheet reads
and boxes that say nothing, and gives the most frequent measures short classes; `restyled` adds the rules for those.

The classes and measures below are those of KaTeX 0.19. `tests/typeset/test_looks.py` compares the pictures of a formula
of each family with KaTeX's own, so it notices a version that names or builds its boxes otherwise.
"""

import re
import xml.etree.ElementTree as etree
from html import escape

from scripts.typeset.mathml_html import shrink_mathml
from scripts.typeset.mathml_words import in_words
from scripts.typeset.stylesheets import Rule

_SOURCE = re.compile(r"<annotation .*?</annotation>", re.DOTALL)
_NAMESPACE = re.compile(r' xmlns="[^"]*"')
_ZERO = re.compile(r"(?<=[:-])0(?=\.\d+em)")
_BARE = re.compile(r"[\w.:;#%-]+")
_SIZING = re.compile(r"\.katex-sizing\.reset-size(\d+)\.size(\d+)")
_SIZED = re.compile(r"\bkatex-sizing reset-size(\d+) size(\d+)\b")

# Classes that no rule of KaTeX's stylesheet mentions. A test compares them with the stylesheet.
UNSTYLED = frozenset({"mord", "mopen", "mclose", "mrel", "mbin", "mpunct", "minner", "mop", "mtight", "text"})
# Boxes whose children a rule selects by their place (`.katex-inner>span`), so that none of them may go.
_STRICT = frozenset({"katex-inner", "delim-size1", "delim-size4"})
# TeX's three spaces, on both sides of a relation and of a binary operator, and behind a comma. KaTeX sets each as a box
# of its own; here it is a margin of the sign, in the class that comes first.
_THICK, _MEDIUM, _THIN = "margin-right:.2778em", "margin-right:.2222em", "margin-right:.1667em"
_SPACED = {"mrel": ("kr", _THICK, _THICK), "mbin": ("kb", _MEDIUM, _MEDIUM), "mpunct": ("kp", "", _THIN)}
# The most frequent measures of boxes, in order; each gets a class: k0, k1 and so on. To make the table anew, empty it,
# build the site, and take what this prints last:
#     grep -ohE ' style=("[^"]*"|[^ >]+)' site/topics/*/index.html | sort | uniq -c | sort -n
# Nothing breaks if it is out of date; pages are heavier.
_COMMON = (
    "height:2.7em", _THICK, "height:1em;vertical-align:-.25em", "margin-right:.0359em", "height:.6444em",
    "border-bottom-width:.04em", "height:.15em", "margin-right:.1076em", _MEDIUM, "height:.8141em", "height:.345em",
    _THIN, "margin-right:.044em", "height:.3117em", "height:.8451em", "height:.4306em", "margin-right:.0556em",
    "height:.7278em;vertical-align:-.0833em", "height:.8889em;vertical-align:-.1944em", "height:2.5em",
    "height:.625em;vertical-align:-.1944em", "height:.6944em", "margin-right:.037em", "margin-right:.0269em",
    "margin-right:.0572em", "height:.4444em", "height:1.1901em;vertical-align:-.345em", "margin-right:.1007em",
    "top:-3.063em;margin-right:.05em", "top:-2.55em;margin-right:.05em", "top:-2.655em", "top:-3.23em", "top:-3.394em",
    "top:-2.314em", "top:-3.677em",
)  # fmt: skip
_CLASSES = {style: f"k{number}" for number, style in enumerate(_COMMON)}
_RULES = "".join(
    f".katex {selector}{{{rule}}}"
    for selector, rule in [
        (".kr", "margin:0 .2778em"),
        (".kb", "margin:0 .2222em"),
        (".kp", "margin-right:.1667em"),
        (".kf", "margin:0 .12em"),
        (".pstrut", "height:3em"),
        (
            ".vlist-t2>.vlist-r:first-child::after",
            r'content:"\200b";display:table-cell;vertical-align:bottom;font-size:1px;width:2px;min-width:2px',
        ),
        *((f".{name}", style) for style, name in _CLASSES.items()),
    ]
)


def restyled(rules: list[Rule]) -> str:
    """Return KaTeX's stylesheet with the rules of `shrink_formula`'s classes."""
    renamed = (
        f"{','.join(map(_renamed, rule.selectors))}{{{rule.body}}}" if not rule.name else rule.text for rule in rules
    )
    return "".join(renamed) + _RULES


def _renamed(selector: str) -> str:
    """Return one of KaTeX's selectors for the names that boxes have here.

    >>> _renamed(".katex .mathnormal"), _renamed(".katex .katex-sizing.reset-size6.size3")
    ('.katex .mathnormal,.katex i', '.katex .z6-3')
    """
    letter = {".katex .mathnormal": ",.katex i", ".katex .boldsymbol": ",.katex b"}.get(selector, "")
    return _SIZING.sub(r".z\1-\2", selector) + letter


def shrink_formula(html: str, *, named: bool = False) -> str:
    """Return KaTeX's HTML of a formula in fewer bytes: without its TeX, and a single symbol as nothing but text.

    With `named`, its MathML becomes a name in words, which a screen reader reads out, too.

    >>> shrink_formula('<span class="katex-html"><span class="katex-base"><span class="katex-strut"></span>'
    ...                '<span class="mord mathnormal">x</span><span class="mord">2</span></span></span>')
    '<span class=katex-html><span class=katex-base><span class=katex-strut></span><i>x</i>2</span></span>'
    """
    # KaTeX's own output, which is well-formed and safe.
    root = etree.fromstring(_NAMESPACE.sub("", _SOURCE.sub("", _ZERO.sub("", html))))  # noqa: S314
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
    return _html(root)


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
    for child in list(box):
        _shrink(child, strict="vlist" in kinds)
        if child.get("class") == "vlist-s":
            box.remove(child)
    for child in box:
        _rename(child)
    if not strict and not kinds & _STRICT:
        _unwrap(box)
    _join_delimiters(box)


def _join_spaces(box: etree.Element) -> None:
    """Replace the boxes of space around relations and operators by a margin of the sign."""
    children: list[etree.Element | None] = [None, *box, None]
    for at, child in enumerate(children):
        kinds = set(child.get("class", "").split()) & _SPACED.keys() if child is not None else set()
        if child is None or not kinds or "style" in child.attrib:
            continue
        name, before, behind = _SPACED[kinds.pop()]
        spaces = [(at - 1, before), (at + 1, behind)] if before else [(at + 1, behind)]
        if all(_is_space(children[place], style) for place, style in spaces):
            child.set("class", name)
            for place, _ in spaces:
                children[place] = None
    box[:] = [child for child in children if child is not None]


def _is_space(box: etree.Element | None, style: str) -> bool:
    return box is not None and box.get("class") == "mspace" and box.get("style", "").rstrip(";") == style


def _rename(box: etree.Element) -> None:
    """Leave of a box's classes and measures what the stylesheet needs, under the shortest name."""
    kinds = [kind for kind in box.get("class", "").split() if kind not in UNSTYLED]
    names = _SIZED.sub(r"z\1-\2", " ".join(kinds))
    style = ";".join(part for part in box.get("style", "").split(";") if part and part != "top:0em")
    if names == "pstrut" and style == "height:3em":
        style = ""
    if style in _CLASSES:
        names, style = f"{names} {_CLASSES[style]}".strip(), ""
    first, _, others = names.partition(" ")
    if first in ("mathnormal", "boldsymbol"):
        box.tag, names = ("i" if first == "mathnormal" else "b"), others
    for attribute, value in (("class", names), ("style", style)):
        box.attrib.pop(attribute, None)
        if value:
            box.set(attribute, value)


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


def _join_delimiters(box: etree.Element) -> None:
    """Make the little space before and behind a fraction its margin."""
    children = list(box)
    for before, fraction, behind in zip(children, children[1:], children[2:], strict=False):
        empty = [child.get("class") == "nulldelimiter" and not child.get("style") for child in (before, behind)]
        if all(empty) and fraction.get("class") == "mfrac" and not before.tail and not fraction.tail:
            fraction.set("class", "mfrac kf")
            fraction.tail = behind.tail
            box.remove(before)
            box.remove(behind)


def _plain_symbol(katex: etree.Element) -> None:
    """Leave of a formula that is one letter or number only that: as text it reads the same as its MathML."""
    boxes = katex.findall("span[@class='katex-html']/span")
    bases = [box for box in boxes if box.get("class") == "katex-base" and len(box)]
    if len(boxes) != 1 or not bases:  # a number at the formula's end is a box, too
        return
    strut, *symbols = bases[0]
    alone = not symbols and re.fullmatch(r"\w+", strut.tail or "")
    letter = len(symbols) == 1 and symbols[0].tag == "i" and not strut.tail and not len(symbols[0])
    if alone or letter:
        katex.text, katex[:] = strut.tail, symbols


def _html(element: etree.Element) -> str:
    attributes = "".join(f" {name}={_quoted(value)}" for name, value in element.attrib.items())
    content = "".join(_html(child) + escape(child.tail or "", quote=False) for child in element)
    return f"<{element.tag}{attributes}>{escape(element.text or '', quote=False)}{content}</{element.tag}>"


def _quoted(value: str) -> str:
    """Return an attribute's value as HTML wants it: in quotes only if it holds more than a word."""
    return value if _BARE.fullmatch(value) else f'"{escape(value)}"'
