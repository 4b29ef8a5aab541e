"""MathML for ears alone: KaTeX's boxes show the formula, so only what is read out must stay."""

import xml.etree.ElementTree as etree

# How things look, and what MathML takes for granted of an operator.
_LOOKS = frozenset(
    {"rowspacing", "columnspacing", "columnalign", "columnlines", "rowlines", "scriptlevel", "displaystyle", "display"}
    | {"stretchy", "minsize", "maxsize", "lspace", "rspace", "width", "height", "depth", "voffset", "linethickness"}
    | {"fence", "separator"}
)
_WRAPPERS = ("mrow", "mstyle", "mpadded", "semantics")
_ROWS = ("math", "mrow", "mtd", "mstyle", "mpadded", "semantics", "msqrt")


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
    element[:] = [child[0] if child.tag in _WRAPPERS and len(child) == 1 else child for child in element]
    for child in element:
        if child.tag in _WRAPPERS:
            child.tag = "mrow"


def _is_blank(element: etree.Element) -> bool:
    return element.tag == "mspace" or (element.tag == "mtext" and not (element.text or "").strip())
