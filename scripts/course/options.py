"""The options of a block, YAML below its head, and the front matter of a page: read so that nothing is lost in silence.

YAML takes what follows ` #` for a comment and, of two options of one name, the last; both are mistakes here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

_QUOTE = "write 'name: value', and put a value that holds ': ' or '#', or begins with a sign, in quotes"
# A character of nobody's, in the place of '#' to see what a comment would have been.
_SIGN = "\ue000"


@dataclass
class Options:
    """What a text in YAML says: values, the line of each (from 0), and what is wrong: (line, words, remedy)."""

    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    wrong: list[tuple[int, str, str]] = field(default_factory=list)


def read_options(text: str) -> Options:
    r"""Read a text in YAML: `name: value` in each line.

    >>> read_options("id: a-b\nalt: curve #2").wrong[0][1]
    "'#' begins a comment in YAML: what follows it is lost"
    """
    found = Options()
    try:
        node, values = _parsed(text)
    except (yaml.YAMLError, ValueError) as error:  # a ValueError is a date that does not exist
        mark = getattr(error, "problem_mark", None)
        words = str(getattr(error, "problem", None) or error)
        found.wrong.append((mark.line if mark else 0, words, _QUOTE))
        return found
    if node is None:
        if text.strip():
            found.wrong.append((0, "'#' begins a comment in YAML: it is lost", "leave it out"))
        return found
    if not isinstance(values, dict) or not isinstance(node, yaml.MappingNode):
        found.wrong.append((0, "options are written 'name: value'", _QUOTE))
        return found
    found.values = {str(name): value for name, value in values.items()}
    for key, _ in node.value:
        name, line = str(key.value), key.start_mark.line
        if name in found.lines:
            found.wrong.append((line, f"'{name}' stands twice", "keep one"))
        found.lines[name] = line
    found.wrong += _comments(text, found)
    return found


def _parsed(text: str) -> tuple[yaml.Node | None, Any]:
    """Return the nodes and the values of a text in YAML, by the fast parser, or by the one that says why."""
    for kind in (getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader):
        loader = kind(text)
        try:
            node = loader.get_single_node()
            return node, loader.construct_document(node) if node else None
        except yaml.YAMLError:
            if kind is yaml.SafeLoader:
                raise
        finally:
            loader.dispose()
    raise AssertionError("the last parser has said what is wrong")


def _comments(text: str, found: Options) -> Iterator[tuple[int, str, str]]:
    """Yield where YAML has taken a part of the text for a comment."""
    if "#" not in text:
        return
    try:
        values = _parsed(text.replace("#", _SIGN))[1]
        lost = [name for name, value in values.items() if _restored(value) != found.values.get(str(name))]
    except (yaml.YAMLError, ValueError):
        lost = [""]
    for name in lost:
        line = found.lines.get(name, text[: text.index("#")].count("\n"))
        yield line, "'#' begins a comment in YAML: what follows it is lost", "put the value in quotes"


def _restored(value: Any) -> Any:
    return value.replace(_SIGN, "#") if isinstance(value, str) else value
