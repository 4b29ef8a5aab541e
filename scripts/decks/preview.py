"""A local page with every card as Anki shows it on a phone: front and back, light and night.

It renders templates itself, as far as ours use them, and draws mathematics as SVG, so that it needs neither Anki nor
network.
"""

import base64
import html
import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.decks.cards import Note
from scripts.decks.export import Source
from scripts.decks.fields import SET_MATH, Formula
from scripts.decks.mathjax import drawn
from scripts.decks.notetypes import NoteType, Template
from scripts.decks.settings import located, site_url
from scripts.foundation.files import write

_SECTION = re.compile(r"\{\{#(.+?)\}\}(.*?)\{\{/\1\}\}", re.DOTALL)
_FIELD = re.compile(r"\{\{(cloze:)?([\w ]+)\}\}")
_CLOZE = re.compile(r"\{\{c(\d+)::(.*?)\}\}", re.DOTALL)

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
.nb-sides .card {{ width: 360px; min-height: 20rem; margin: 0; }}
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


def write_preview(source: Source, out: Path) -> Path:
    """Write the preview into the folder `out`; return the path of the page."""
    content = source.content
    url = site_url(source.settings)
    pictures = drawn(formula for note in content.notes for formula in _formulas(note))
    images = {media.name: _data_url(media.name, media.data) for note in content.notes for media in note.media}
    parts = []
    for note in content.notes:
        note_type = content.note_types[note.note_type]
        for number in note.numbers:
            sides = list(_sides(note, note_type, number))
            shown = [_picture(located(side, url), pictures, images) for side in sides]
            parts.append(_card(note, number, shown))
    page = _PAGE.format(css=next(iter(content.note_types.values())).css, count=len(parts), cards="\n".join(parts))
    path = out / "index.html"
    write(path, page)
    return path


def _card(note: Note, number: int, sides: list[str]) -> str:
    name = html.escape(f"{note.id} #{number}")
    cards = "\n".join(f'<div class="card{theme}">{side}</div>' for theme in ("", " nightMode") for side in sides)
    where = html.escape(f"{note.block.path.parent.name}:{note.block.line}")
    return f'<section><h2>{name} <small>{where}</small></h2>\n<div class="nb-sides">{cards}</div></section>'


def _sides(note: Note, note_type: NoteType, number: int) -> Iterator[str]:
    """Yield front and back of one card."""
    template: Template = note_type.templates[0 if note_type.cloze else number - 1]
    yield filled(template.front, note.fields, number, hidden=True)
    yield filled(template.back, note.fields, number, hidden=False)


def filled(template: str, fields: dict[str, str], number: int, *, hidden: bool) -> str:
    """Return a side of a card: sections of empty fields left out, fields filled in, gaps hidden or shown."""
    # A section may stand in another one.
    while (text := _SECTION.sub(lambda match: match[2] if fields.get(match[1]) else "", template)) != template:
        template = text

    def value(match: re.Match[str]) -> str:
        text = fields.get(match[2], "")
        return _clozed(text, number, hidden=hidden) if match[1] else text

    return _FIELD.sub(value, text)


def _clozed(text: str, number: int, *, hidden: bool) -> str:
    def inside(match: re.Match[str]) -> str:
        return _CLOZE.sub(lambda gap: "[...]" if hidden and int(gap[1]) == number else gap[2], match[0])

    def outside(gap: re.Match[str]) -> str:
        if int(gap[1]) != number:
            return gap[2]
        return f'<span class="cloze">{"[...]" if hidden else gap[2]}</span>'

    return _CLOZE.sub(outside, SET_MATH.sub(inside, text))


def _formulas(note: Note) -> Iterator[Formula]:
    """Yield every formula as it may stand on a side of one of the note's cards."""
    for number in note.numbers:
        for value in note.fields.values():
            for hidden in (True, False):
                yield from (_formula(match) for match in SET_MATH.finditer(_clozed(value, number, hidden=hidden)))


def _formula(match: re.Match[str]) -> Formula:
    return Formula(html.unescape(match[1] or match[2]), display=match[2] is not None)


def _picture(side: str, pictures: dict[Formula, str], images: dict[str, str]) -> str:
    side = SET_MATH.sub(lambda match: pictures.get(_formula(match), match[0]), side)
    for name, data in images.items():
        side = side.replace(f'src="{name}"', f'src="{data}"')
    return side


def _data_url(name: str, data: bytes) -> str:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
