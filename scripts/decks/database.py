"""The database in a package, in Anki's schema 11: the one that Anki's own "support older versions" writes, too.

Its table `col` has one row, which holds note types and decks as JSON. `notes` and `cards` hold what their names say,
`revlog` and `graves` (reviews, deletions) must be there and stay empty. Anki's indices are left out: an import reads
each table once.

The bytes are the same with every version of SQLite: rows are only ever added at the end of a table (sorted, none
changed or deleted), and a database in memory does not get SQLite's version number.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.decks.lock import LockedType
from scripts.decks.notetypes import NoteType, Template
from scripts.decks.rows import CardRow, NoteRow
from scripts.decks.settings import located

# SQLite's largest page: a table has leaves and a root above them, and no page between these is ever split, which
# versions of SQLite do differently. `secure_delete` clears what a root held before it had leaves. Empty space costs
# next to nothing in a zip.
_SCHEMA = """\
PRAGMA page_size = 65536;
PRAGMA encoding = 'UTF-8';
PRAGMA auto_vacuum = NONE;
PRAGMA secure_delete = ON;
BEGIN;
CREATE TABLE col (
  id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL,
  dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL,
  decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL
);
CREATE TABLE notes (
  id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
  tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL,
  data text NOT NULL
);
CREATE TABLE cards (
  id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL,
  factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL,
  odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL
);
CREATE TABLE revlog (
  id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL,
  lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL
);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
"""
# `mod` and `scm` are in milliseconds; 11 is the schema.
_ADD_COLLECTION = """\
INSERT INTO col VALUES (1, 1767193200, 1767193200000, 1767193200000, 11, 0, 0, 0, '{}', ?, ?, '{}', '{}')"""
_ADD_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_ADD_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
_UNSENT = -1  # Anki's `usn` of what was not sent to AnkiWeb yet; of notes and cards, too
_IN_EDITOR = {"font": "Liberation Sans", "size": 20, "rtl": False, "sticky": False}

# What Anki puts around the TeX of a field with `[latex]`. Our cards have none, but a reader may write it into one.
_LATEX_HEAD = r"""\documentclass[12pt]{article}
\special{papersize=3in,5in}
\usepackage[utf8]{inputenc}
\usepackage{amssymb,amsmath}
\pagestyle{empty}
\setlength{\parindent}{0in}
\begin{document}
"""
_LATEX_FOOT = r"\end{document}"


@dataclass(frozen=True)
class Deck:
    """A deck: its id within the package, the name by which Anki finds it, and its description."""

    id: int
    name: str
    description: str


def database(
    note_types: Iterable[dict[str, Any]], decks: Iterable[Deck], notes: Iterable[NoteRow], cards: Iterable[CardRow]
) -> bytes:
    """Return the database of some decks, whose notes and cards are sorted by their ids."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(_SCHEMA)
        stored = [_deck(Deck(1, "Default", "")), *map(_deck, decks)]
        connection.execute(_ADD_COLLECTION, (_by_id(note_types), _by_id(stored)))
        connection.executemany(_ADD_NOTE, notes)
        connection.executemany(_ADD_CARD, cards)
        connection.execute("COMMIT")
        return connection.serialize()
    finally:
        connection.close()


def note_type_data(note_type: NoteType, locked: LockedType, url: str) -> dict[str, Any]:
    """Return a note type as Anki stores it, with the time of the lock and links to `url`."""
    return {
        "id": note_type.id,
        "name": note_type.name,
        "type": int(note_type.cloze),
        "mod": locked.mod,
        "usn": _UNSENT,
        "sortf": note_type.sort,
        "did": 1,
        "flds": [{"name": one.name, "id": one.id, "ord": at, **_IN_EDITOR} for at, one in enumerate(note_type.fields)],
        "tmpls": [_template(one, at, url) for at, one in enumerate(note_type.templates)],
        "css": note_type.css,
        "latexPre": _LATEX_HEAD,
        "latexPost": _LATEX_FOOT,
    }


def _template(template: Template, number: int, url: str) -> dict[str, Any]:
    sides = {"qfmt": located(template.front, url), "afmt": located(template.back, url)}
    return {"name": template.name, "id": template.id, "ord": number, "did": None, **sides}


def _deck(deck: Deck) -> dict[str, Any]:
    """Return a deck as Anki stores it, with Anki's own options and nothing studied on any day."""
    described = {"id": deck.id, "name": deck.name, "desc": deck.description, "mod": 0, "usn": _UNSENT}
    options = {"conf": 1, "dyn": 0, "collapsed": False, "extendNew": 0, "extendRev": 0}
    return {**described, **options, **{f"{kind}Today": [0, 0] for kind in ("new", "rev", "lrn", "time")}}


def _by_id(values: Iterable[Mapping[str, Any]]) -> str:
    return json.dumps({str(value["id"]): value for value in values})
