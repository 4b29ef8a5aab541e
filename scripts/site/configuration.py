"""MkDocs' configuration, `mkdocs.yml`: what is wrong with it is a mistake with its place."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scripts.foundation.mistakes import Mistake, Mistakes
from scripts.foundation.paths import HERE, Places

_REMEDY = "correct it there; MkDocs' documentation has what may stand in it"


class _Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def warnings_of_mkdocs() -> Iterator[list[str]]:
    """Yield a list in which what MkDocs warns of is collected, instead of being printed."""
    kept, logger = _Kept(), logging.getLogger("mkdocs")
    logger.addHandler(kept)
    before, logger.propagate = logger.propagate, False
    try:
        yield kept.messages
    finally:
        logger.removeHandler(kept)
        logger.propagate = before


def read_configuration(places: Places = HERE, **settings: str) -> Any:
    """Return the configuration of a course, with some settings in place of its own. Raises `Mistakes`."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    with warnings_of_mkdocs() as warnings:
        try:
            return load_config(str(places.config), **settings)
        except MkDocsException as error:
            # Where MkDocs stops with "Aborted", what is wrong is in its warnings.
            said = warnings or [" ".join(str(error).split())]
            raise Mistakes([_mistake(places.config, words) for words in said]) from None


def _mistake(config: Path, words: str) -> Mistake:
    """Return the mistake that MkDocs words so, at the last of the lines it names, where reading stopped."""
    lines = re.findall(r"mkdocs\.yml\", line (\d+)", words)
    key = re.search(r"Config value '(\w+)'", words)
    line = int(lines[-1]) if lines else _line_of(config, key[1]) if key else 1
    return Mistake(config, line, f"MkDocs stops: {words}", _REMEDY)


def _line_of(config: Path, key: str) -> int:
    lines = config.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if line.startswith(f"{key}:")), 1)


def configured(places: Places, out: Path) -> Any:
    """Return MkDocs' configuration for a course whose site goes to `out`."""
    config = read_configuration(places, site_dir=str(out))
    config.mdx_configs["scripts.pages.extension"] = {"root": str(places.root)}
    # Missing sections were reported with their lines; here they would stop at the first.
    snippets = config.mdx_configs["pymdownx.snippets"]
    snippets["check_paths"] = False
    snippets["base_path"] = [str(places.root / folder) for folder in snippets["base_path"]]
    return config
