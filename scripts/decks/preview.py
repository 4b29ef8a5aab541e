"""A local page with every card as Anki renders it, as wide as a phone: front and back, light and night.

Mathematics is drawn as SVG, and pictures are in the page, so that it needs no network.
"""

import base64
import html
import mimetypes
import re
import tempfile
import time
from itertools import chain
from pathlib import Path

from scripts.decks.cards import AnkiNote
from scripts.decks.content import Content
from scripts.decks.fields import SET_MATH, Formula
from scripts.decks.files import Packer
from scripts.decks.lock import Lock
from scripts.decks.mathjax import drawn
from scripts.decks.settings import site_url
from scripts.decks.update import updated
from scripts.foundation.files import write
from scripts.foundation.installed import NotInstalledError

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Preview of {count} cards</title>
<style>
{css}
body.nb-preview {{ margin: 0; padding: 2rem; background: #8a9090; color: #fff; font: 1rem/1.5 system-ui, sans-serif; }}
.nb-preview h2 {{ margin: 3rem 0 0.5rem; font-size: 1rem; }}
.nb-preview h2 small {{ font-weight: normal; }}
.nb-sides {{ display: grid; grid-template-columns: repeat(auto-fill, 360px); gap: 1rem; align-items: start; }}
.nb-sides .card {{ --formula: 0.82em; width: 360px; min-height: 20rem; margin: 0; }}
.nb-sides svg {{ overflow: visible; }}
.nb-display > svg {{ display: block; margin: 0 auto; }}
</style>
</head>
<body class="nb-preview">
<h1>{count} cards</h1>
<p>Front and back, light and night, as wide as a phone. Made by <code>python -m scripts decks --preview</code>.</p>
{cards}
</body>
</html>
"""


def write_preview(content: Content, out: Path) -> Path:
    """Write the preview into the folder `out`; return the path of the page. Raises `NotInstalledError`."""
    lock = updated(Lock(), content, int(time.time()))
    package = Packer(content, lock, site_url(content.settings)).package(content.notes)
    rendered = _sides_of(package.to_bytes())
    sides = chain(*rendered.values())
    pictures = drawn(_formula(match) for side in sides for match in SET_MATH.finditer(side))
    images = {media.name: _data_url(media.name, media.data) for media in package.media}
    cards = [
        _card(note, number, [_pictured(side, pictures, images) for side in rendered[note.guid, number]])
        for note in content.notes
        for number in note.numbers
    ]
    page = _PAGE.format(css=next(iter(content.note_types.values())).css, count=len(cards), cards="\n".join(cards))
    path = out / "index.html"
    write(path, page)
    return path


def _sides_of(package: bytes) -> dict[tuple[str, int], tuple[str, str]]:
    """Return front and back of each card of a package as Anki renders them, by its note's guid and its number."""
    try:
        from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
    except ImportError:
        raise NotInstalledError("The preview is rendered by Anki's own library, 'anki', which is missing") from None
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "package.apkg"
        path.write_bytes(package)
        collection = Collection(str(Path(name) / "collection.anki2"))
        try:
            options = ImportAnkiPackageOptions()
            collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options))
            cards = [collection.get_card(key) for key in collection.find_cards("")]
            rendered = {(card.note().guid, card.ord + 1): card.render_output() for card in cards}
        finally:
            collection.close()
    return {key: (side.question_text, side.answer_text) for key, side in rendered.items()}


def _card(note: AnkiNote, number: int, sides: list[str]) -> str:
    name = html.escape(f"{note.id} #{number}")
    cards = "\n".join(f'<div class="card{theme}">{side}</div>' for theme in ("", " nightMode") for side in sides)
    where = html.escape(f"{note.block.path.parent.name}:{note.block.line}")
    head = f"<h2>{name} <small>{where}</small></h2>"
    return f'<section data-card="{name}">{head}\n<div class="nb-sides">{cards}</div></section>'


def _formula(match: re.Match[str]) -> Formula:
    return Formula(html.unescape(match[1] or match[2]), display=match[2] is not None)


def _pictured(side: str, pictures: dict[Formula, str], images: dict[str, str]) -> str:
    """Return a side with its formulas drawn and its images inside."""
    side = SET_MATH.sub(lambda match: pictures[_formula(match)], side)
    for name, data in images.items():
        side = side.replace(f'src="{name}"', f'src="{data}"')
    return side


def _data_url(name: str, data: bytes) -> str:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
