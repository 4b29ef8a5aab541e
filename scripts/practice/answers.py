"""Answers as programs, made from modules of `snippets` and of tests: by their syntax, never by their text."""

import ast
from pathlib import Path


def as_answer(path: Path, function: str, exercise: str) -> str:
    """Return a function of a module of answers as a learner would give it: under the exercise's name.

    The module's imports and helpers come with it; the other answers, functions named `<exercise>__<what>`, do not.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kept = [node for node in tree.body if _answer_in(node) in ("", function)]
    return renamed(ast.unparse(ast.Module(kept, [])), function, exercise)


def renamed(code: str, old: str, new: str) -> str:
    """Return a program with a name exchanged for another wherever it is one: in no text, and as no part of a word."""
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == old:
            node.id = new
        elif isinstance(node, ast.FunctionDef) and node.name == old:
            node.name = new
    return ast.unparse(tree)


def _answer_in(node: ast.stmt) -> str:
    """Return the name of the answer that a statement defines, if it does."""
    return node.name if isinstance(node, ast.FunctionDef) and "__" in node.name.strip("_") else ""
