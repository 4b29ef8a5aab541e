"""MathML for ears alone: KaTeX's boxes show the formula, so only what is read out must stay."""

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


def slim_mathml(math: etree.Element) -> None:
    """Leave out of `math` its looks, its blanks, and rows of one.

    >>> math = etree.fromstring('<math display="block"><semantics><mrow><mi>x</mi><mspace width="1em"/>'
    ...                         '<mstyle displaystyle="true"><mo>=</mo></mstyle></mrow></semantics></math>')
    >>> slim_mathml(math)
    >>> etree.tostring(math).decode()
    '<math><mi>x</mi><mo>=</mo></math>'
    """
    _slim(math)
    if len(math) == 1 and math[0].tag == "mrow":
        math[:] = list(math[0])


def _slim(element: etree.Element) -> None:
    for name in _LOOKS & element.attrib.keys():
        del element.attrib[name]
    if element.get("mathvariant") == "normal" and not (element.text or "").isalpha():
        del element.attrib["mathvariant"]
    for child in element:
        _slim(child)
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
