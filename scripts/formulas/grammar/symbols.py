"""What a name can be: a letter, an index, a factor before a bracket."""

from scripts.formulas.grammar import vocabulary
from scripts.formulas.grammar.cursor import Cursor
from scripts.formulas.grammar.errors import USE_NAMES
from scripts.formulas.grammar.nodes import Add, Name, Neg, Node, Num
from scripts.formulas.grammar.tokens import Token


def is_letter(text: str) -> bool:
    """Tell whether `text` is the name of one printed letter."""
    return len(text) == 1 or text in vocabulary.GREEK


def is_index(node: Node) -> bool:
    """Tell whether `node` can be an index."""
    if isinstance(node, Add):
        return all(is_index(term) for term in node.terms)
    if isinstance(node, Neg):
        return is_index(node.of)
    return isinstance(node, Name) or (isinstance(node, Num) and node.value.denominator == 1)


def index_text(node: Node) -> str:
    """Return an index as it is written in the name of a symbol."""
    if isinstance(node, Add):
        return "".join(("" if isinstance(t, Neg) or k == 0 else "+") + index_text(t) for k, t in enumerate(node.terms))
    if isinstance(node, Neg):
        return "-" + index_text(node.of)
    return str(node.value) if isinstance(node, Num) else getattr(node, "text", getattr(node, "name", "?"))


def check_product(p: Cursor, token: Token, start: int) -> None:
    """Let `x(y - 1)` be a product only if nobody can take it for a function at `y - 1`."""
    depth, is_sum = 0, False
    for ahead, other in enumerate(p.tokens[p.index :]):
        depth += (other.kind in {"open", "group"}) - (other.kind in {"close", "endgroup"})
        if depth == 0:
            break
        is_sum = is_sum or (depth == 1 and other.text in {"+", "-"} and ahead > 1)
    elsewhere = any(
        one.kind == "name" and one.text == token.text and (k + 1 == len(p.tokens) or p.tokens[k + 1].kind != "open")
        for k, one in enumerate(p.tokens)
    )
    if token.text in vocabulary.FUNCTION_LIKE or not is_letter(token.text):
        p.refuse("a function or a factor", f"{USE_NAMES} For a product, write \\cdot.", start=start)
    if not is_sum or not elsewhere:
        p.refuse(
            "a function of what is in the brackets, or a factor",
            f"For a product, write \\cdot. {USE_NAMES}",
            start=start,
        )
