"""The pages of the site, by MkDocs' own parts: read, converted, put into their template.

What MkDocs knows of the site before a page is converted is kept while this process lives, and a page is put into its
template only if its HTML or the frame around it changed. `mkdocs build` does all of it for every page, and makes the
same site.
"""

import json
import os
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.course.model import Course
from scripts.course.snippets import fingerprint
from scripts.foundation.files import digest_of_text
from scripts.foundation.inputs import addresses
from scripts.foundation.paths import Places
from scripts.site.configuration import configured, warnings_of_mkdocs
from scripts.site.conversion import as_data, convert_all, makers


@dataclass
class _Prepared:
    """What MkDocs knows of a site before a page is converted: the same as long as no file comes or goes."""

    state: str
    config: Any
    env: Any  # the theme's templates, which Jinja reads and translates once
    files: Any
    nav: Any
    pages: list[Any]
    warnings: list[str]
    read: dict[str, tuple[int, int]] = field(default_factory=dict)


_prepared: dict[Places, _Prepared] = {}


def make_pages(course: Course, out: Path) -> tuple[int, list[str]]:
    """Write all pages to `out`, with what they load; return how many were converted, and MkDocs' warnings."""
    from mkdocs.commands import build

    site = _prepare(course.places, out)
    converted, more = convert_all(site.pages, course, site.config, site.files)
    with warnings_of_mkdocs() as warnings:
        site.files.copy_static_files()
        for template in site.config.theme.static_templates:
            build._build_theme_template(template, site.env, site.files, site.config, site.nav)
        _fill_templates(site.pages, course.places, site)
    return converted, [*site.warnings, *more, *warnings]


def make_some_pages(course: Course, names: Collection[str], out: Path) -> None:
    """Write the pages of some names, such as `study/glossary.html`, to `out`: as they are on the whole site."""
    site = _prepare(course.places, out)
    pages = [page for page in site.pages if page.file.dest_uri in names]
    convert_all(pages, course, site.config, site.files)
    _fill_templates(pages, course.places, site)


def _prepare(places: Places, out: Path) -> _Prepared:
    """Return what MkDocs knows of the site that is to be written to `out`, its pages as they are now."""
    state = _state(places)
    if places not in _prepared or _prepared[places].state != state:
        _prepared[places] = _prepare_anew(places, state)
    site = _prepared[places]
    site.config.site_dir = str(out)
    for file in site.files:
        file.dest_dir = str(out)
        vars(file).pop("abs_dest_path", None)
    _read(site)
    return site


def _state(places: Places) -> str:
    """Return a digest of the configuration, the theme, and which files there are."""
    names = [str(Path(folder, name)) for folder, _, found in os.walk(places.docs) for name in found]
    return digest_of_text(places.config.read_text(encoding="utf-8"), _theme(places), *addresses(), *sorted(names))


def _theme(places: Places) -> str:
    return fingerprint({path for path in (places.docs / "theme").rglob("*") if path.is_file()})


def _prepare_anew(places: Places, state: str) -> _Prepared:
    from mkdocs.structure.files import get_files, set_exclusions
    from mkdocs.structure.nav import get_navigation
    from mkdocs.structure.pages import Page

    config = configured(places, places.site)
    with warnings_of_mkdocs() as warnings:
        files, env = get_files(config), config.theme.get_env()
        files.add_files_from_theme(env, config)
        set_exclusions(files, config)
        nav = get_navigation(files, config)
        pages = [file.page or Page(None, file, config) for file in files.documentation_pages()]
    return _Prepared(state, config, env, files, nav, pages, warnings)


def _read(site: _Prepared) -> None:
    """Read the pages that have changed since they were last read."""
    for page in site.pages:
        status = Path(page.file.abs_src_path).stat()
        state = status.st_mtime_ns, status.st_size
        if site.read.get(page.url) != state:
            page.read_source(site.config)
            site.read[page.url] = state


def _fill_templates(pages: list[Any], places: Places, site: _Prepared) -> None:
    from mkdocs.commands.build import get_context
    from mkdocs.utils import write_file

    frame = _frame(places, site)
    documents = site.files.documentation_pages()
    template = site.env.get_template("main.html")
    for page in pages:
        key = digest_of_text(frame, page.url, page.content, json.dumps(as_data(page.toc)))
        known, html = _filled.get((places, page.url), ("", ""))
        if known != key:
            page.active = True
            html = template.render(get_context(site.nav, documents, site.config, page))
            page.active = False
            _filled[places, page.url] = key, html
        write_file(html.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)


# Pages in their templates, as this process has last written them: a preview builds again and again.
_filled: dict[tuple[Places, str], tuple[str, str]] = {}


def _frame(places: Places, site: _Prepared) -> str:
    """Return a digest of all that stands around the content of pages, and of what that is made with."""
    named = [[page.url, str(page.title), page.meta] for page in site.pages]
    return digest_of_text(makers(places), site.state, json.dumps(named, default=str), str(site.nav))
