"""The sides of a formula: one chain with `=` between them, on one line or aligned on several."""

from scripts.formulas.grammar.cursor import Scope
from scripts.formulas.grammar.errors import USE_FUNCTION, NotUnderstood
from scripts.formulas.grammar.nodes import Node
from scripts.formulas.grammar.parse import Parser
from scripts.formulas.grammar.tokens import Token, tokenize


def read_sides(tex: str, scope: Scope) -> tuple[Node, ...]:
    """Read a chain of sides with `=` between them."""
    parser = Parser(tex, _one_chain(tex, tokenize(tex)), scope)
    sides = [parser.expression()]
    while parser.accept("op", "="):
        sides.append(parser.expression())
    if parser.index < len(parser.tokens):
        parser.refuse("this does not continue the formula", USE_FUNCTION)
    if len(sides) < 2:
        parser.refuse("there is no equals sign", f"Write an identity. {USE_FUNCTION}")
    return tuple(sides)


def _one_chain(tex: str, tokens: list[Token]) -> list[Token]:
    """Take away the frame of an aligned chain and a period or comma at the end."""
    if tokens and tokens[0].kind == "begin" and tokens[-1].kind == "end":
        tokens = _unaligned(tex, tokens[1:-1])
    if tokens and tokens[-1].text in {".", ","}:
        tokens = tokens[:-1]
    for token in tokens:
        if token.kind in {"begin", "end", "newline"} or token.text == "&":
            remedy = "Put the whole formula into one \\begin{aligned} … \\end{aligned}."
            raise NotUnderstood.at(tex, token.span, "a line break or a column outside of `aligned`", remedy)
        if token.text in {"<", ">", "<=", ">=", "!=", "to", "in"} and not _under_limit(tokens, token):
            raise NotUnderstood.at(
                tex, token.span, "only `=` can be verified", f"Conditions belong in `assume`. {USE_FUNCTION}"
            )
    return tokens


def _under_limit(tokens: list[Token], token: Token) -> bool:
    r"""Tell whether `token` is the arrow of a limit."""
    return token.text == "to" and any(other.text == "lim" for other in tokens)


def _unaligned(tex: str, tokens: list[Token]) -> list[Token]:
    """Join the lines of an aligned chain; a line that begins another statement is refused."""
    if tokens and tokens[-1].kind == "newline":
        tokens = tokens[:-1]
    kept: list[Token] = []
    columns = 0
    for index, token in enumerate(tokens):
        if token.kind == "newline":
            columns = 0
            ahead = [other.text for other in tokens[index + 1 : index + 3]]
            continued = ahead[:1] == ["="] or (ahead[:1] == ["&"] and ahead[1:] in (["="], ["+"], ["-"]))
            if not continued and kept[-1].text != "=":
                remedy = "Begin each line with `&=`, or make two formulas of it."
                raise NotUnderstood.at(tex, token.span, "the next line does not continue the chain", remedy)
        elif token.text == "&":
            columns += 1
            if columns > 1:
                raise NotUnderstood.at(tex, token.span, "a second column", "Put any condition into `assume`.")
        else:
            kept.append(token)
    return kept
