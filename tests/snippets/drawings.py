"""What may be wrong with the picture that was made of a figure, or with the code that draws it."""

import ast
import re

from matplotlib import colors

ROLES = {f"C{i}" for i in range(6)}
MARKER, LINE = r"[.,ov^<>sx*+D|]", r"(--?|-\.|:)"  # as in Matplotlib's "r--o"


def literal_colors(source):
    """Colors in a source text that are not roles: names, hex values, format strings, tuples of numbers."""
    tree = ast.parse(source)
    specs = [node.format_spec for node in ast.walk(tree) if isinstance(node, ast.FormattedValue) and node.format_spec]
    formats = {id(part) for spec in specs for part in ast.walk(spec)}  # the g of f"{x:g}" is not green
    for node in ast.walk(tree):
        if id(node) in formats:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in ROLES:
            number = re.fullmatch(r"[\d.]+", node.value)
            shorthand = re.fullmatch(rf"[bgrcmykw](?=.)({MARKER}?{LINE}?|{LINE}{MARKER})", node.value)
            if shorthand or (colors.is_color_like(node.value) and not number and node.value != "none"):
                yield node.value
        if isinstance(node, ast.keyword) and node.arg and "color" in node.arg:
            value = node.value
            gray = isinstance(value, ast.Constant) and re.fullmatch(r"[\d.]+", str(value.value))
            if gray or (isinstance(value, ast.Tuple) and all(isinstance(part, ast.Constant) for part in value.elts)):
                yield ast.unparse(value)


def plate(svg, paper):
    """Whether a picture brings paper of its own: it lies on the page's."""
    return paper.lower() in svg.split("<path", 2)[1].lower()


def geometry(svg):
    """A picture without its colors."""
    return re.sub(r"#[0-9a-fA-F]{3,8}\b|\b(fill|stroke)(-opacity)?:(?!none)[^;\"]+", "", svg)


def unsteady(source):
    """Calls in a source text whose outcome changes from run to run: random numbers without a seed, the clock."""
    nodes = list(ast.walk(ast.parse(source)))
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    for node in (node for node in nodes if isinstance(node, ast.Call)):
        name = ast.unparse(node.func)
        seedless = re.fullmatch(r"(.*\.)?(default_rng|Random|RandomState)", name) and not node.args + node.keywords
        shared = re.fullmatch(r"np\.random\.(?!default_rng)[a-z]\w*", name)
        module = re.fullmatch(r"(random|time)\.(?!Random)\w+", name) and name.partition(".")[0] in imported
        if seedless or shared or module:
            yield ast.unparse(node)
