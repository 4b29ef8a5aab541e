"""KaTeX's MathML in fewer bytes: KaTeX's boxes show the formula, so only what a screen reader reads out must stay."""

import xml.etree.ElementTree as etree

# How things look, and what MathML takes for granted of an operator. Lines are no look: a fraction without its bar is a
# binomial coefficient, and a line between columns is an augmented matrix.
_LOOKS = frozenset(
    {"rowspacing", "columnspacing", "columnalign", "scriptlevel", "displaystyle", "display", "largeop"}
    | {"stretchy", "minsize", "maxsize", "lspace", "rspace", "width", "height", "depth", "voffset"}
    | {"fence", "separator"}
)
_WRAPPERS = ("mrow", "mstyle", "mpadded", "semantics")
_TOKENS = ("mi", "mn", "mo", "mtext")
_ROWS = ("math", "mrow", "mtd", "mstyle", "mpadded", "semantics", "msqrt")
# Elements whose children have each a part by their place: base, index, exponent, numerator.
_PLACED = ("msub", "msup", "msubsup", "mfrac", "mroot", "munder", "mover", "munderover")
_APPLIED = "\u2061"


def shrink_mathml(math: etree.Element) -> None:
    """Remove from `math` attributes that only say how it looks, blanks, and rows of one element.

    >>> math = etree.fromstring('<math display="block"><semantics><mrow><mi>x</mi><mspace width="1em"/>'
    ...                         '<mstyle displaystyle="true"><mo>=</mo></mstyle></mrow></semantics></math>')
    >>> shrink_mathml(math)
    >>> etree.tostring(math).decode()
    '<math><mi>x</mi><mo>=</mo></math>'
    """
    _shrink(math)
    if len(math) == 1 and math[0].tag == "mrow":
        math[:] = list(math[0])


def _shrink(element: etree.Element) -> None:
    for name in _LOOKS & element.attrib.keys():
        del element.attrib[name]
    if element.get("mathvariant") == "normal" and not (element.text or "").isalpha():
        del element.attrib["mathvariant"]
    for child in element:
        _shrink(child)
    if element.tag in _ROWS:
        element[:] = [child for child in element if not _is_blank(child)]
    if element.tag in _PLACED:
        # KaTeX applies the function in `x_{\max}` to nothing, and by that gives `msub` a child too many.
        element[:] = [child for child in element if child.tag != "mo" or child.text != _APPLIED]
    element[:] = [child[0] if _is_bracket(child) and len(child) == 1 else child for child in element]
    for child in element:
        if _is_bracket(child):
            child.tag = "mrow"


def _is_bracket(element: etree.Element) -> bool:
    """Return whether an element does nothing but group; KaTeX also groups in `mo`, which may hold text only."""
    return element.tag in _WRAPPERS or (element.tag in _TOKENS and len(element) > 0)


def _is_blank(element: etree.Element) -> bool:
    return element.tag == "mspace" or (element.tag == "mtext" and not (element.text or "").strip())
