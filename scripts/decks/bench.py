"""`python -m scripts bench decks`: how long packages take, beside genanki alone and Anki's own exporter.

Each measurement runs in a process of its own, so that its peak of memory is its own. All make packages of the same
notes. Rendering Markdown is measured apart, because the others are given HTML. The best of three runs counts.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from scripts.course import Course
from scripts.decks.cards import Note, notes_of
from scripts.decks.changes import Content, updated
from scripts.decks.export import Source, made_files, publish
from scripts.decks.lock import Lock
from scripts.decks.notetypes import read_note_types
from scripts.decks.settings import read_settings
from scripts.paths import ROOT
from scripts.plan import Plan, the_plan
from scripts.source import read_page

SIZES = (100, 1_000, 10_000)
RUNS = 3
_BLOCK = """
/// question | What is the derivative of $x^{{{number}}}$ at {number}?
    id: card-{number}
    level: screen

By the power rule it is **{number}** $x^{{{less}}}$, so with `x = {number}`:

$$f'(x) = \\frac{{\\dd}}{{\\dd x}} x^{{{number}}} = {number} x^{{{less}}}$$

Hint: *multiply* by the exponent.
///
"""


def main(argv: list[str] | None = None) -> int:
    """Print the table, or measure one thing for it."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts bench decks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="how many cards")
    parser.add_argument("--one", nargs=2, metavar=("WHAT", "CARDS"), help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.one:
        print(json.dumps(_measured(args.one[0], int(args.one[1]))))
        return 0
    print(f"{'cards':>7}  {'what':<38} {'time':>9} {'peak':>9}")
    for size in args.sizes:
        times: dict[str, float] = {}
        for what in WAYS:
            found = _apart(what, size)
            times[what] = found["seconds"]
            peak = f"{found['peak']:6.0f} MB" if found["peak"] else "-"
            print(f"{size:>7}  {what:<38} {found['seconds']:>7.2f} s {peak:>9}", flush=True)
        print(f"{size:>7}  {'ours : genanki':<38} {times[PACKAGE] / times[GENANKI]:>7.2f}")
    return 0


def _apart(what: str, size: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "scripts.decks.bench", "--one", what, str(size)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, encoding="utf-8")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _measured(what: str, size: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        job = WAYS[what](folder, size)
        seconds = []
        for _ in range(RUNS):
            start = time.perf_counter()
            job()
            seconds.append(time.perf_counter() - start)
    return {"seconds": min(seconds), "peak": _peak()}


def _peak() -> float:
    """Return the peak of this process's memory in megabytes, or 0 where it cannot be asked for."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def _course(folder: Path, size: int) -> Course:
    planned = the_plan().topics[0]
    path = folder / "docs" / "topics" / planned.folder / "index.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    blocks = (_BLOCK.format(number=number, less=number - 1) for number in range(1, size + 1))
    path.write_text("".join(blocks), encoding="utf-8")
    return Course(Plan("Nabla", "", {1: ""}, (planned,)), {planned.path: read_page(path)})


def _rendering(folder: Path, size: int) -> Callable[[], object]:
    course = _course(folder, size)
    return lambda: notes_of(course)


def _source(folder: Path, size: int) -> tuple[Source, Lock]:
    """Return notes that were rendered once and repeated, so that rendering weighs nothing here."""
    course = _course(folder, min(size, 100))
    few, _ = notes_of(course)
    notes = [_renamed(few[number % len(few)], number) for number in range(size)]
    settings = read_settings()
    content = Content(notes, read_note_types(), settings.deck, settings.url)
    return Source(settings, content, []), updated(Lock(), content, 1_700_000_000)


def _renamed(note: Note, number: int) -> Note:
    values = {**vars(note), "id": f"card-{number}", "fields": {**note.fields, "Id": f"card-{number}"}}
    return Note(**values)


def _package(folder: Path, size: int) -> Callable[[], object]:
    from scripts.decks.export import package_of

    source, lock = _source(folder, size)
    notes = source.content.notes
    positions = {note.id: position for position, note in enumerate(notes, start=1)}

    def job() -> None:
        package = package_of(source, lock, notes, positions, "https://course.test/")
        (folder / "ours.apkg").write_bytes(package.to_bytes())

    return job


def _everything(folder: Path, size: int) -> Callable[[], object]:
    source, lock = _source(folder, size)
    return lambda: publish(made_files(source, lock, "https://course.test/").contents, folder / "decks")


def _genanki(folder: Path, size: int) -> Callable[[], object]:
    import genanki

    source, _ = _source(folder, size)
    values = _values(source)

    def job() -> None:
        deck = genanki.Deck(1_600_000_000, "Nabla::01")
        model = _genanki_model(source)
        for note, fields in zip(source.content.notes, values, strict=True):
            deck.add_note(genanki.Note(model, fields, tags=list(note.tags), guid=note.guid))
        genanki.Package(deck).write_to_file(str(folder / "genanki.apkg"))

    return job


def _genanki_model(source: Source) -> Any:
    import genanki

    note_type = source.content.note_types["basic"]
    return genanki.Model(
        note_type.id,
        note_type.name,
        fields=[{"name": field.name} for field in note_type.fields],
        templates=[{"name": one.name, "qfmt": one.front, "afmt": one.back} for one in note_type.templates],
        css=note_type.css,
    )


def _values(source: Source) -> Sequence[list[str]]:
    note_type = source.content.note_types["basic"]
    return [note_type.values(note.fields) for note in source.content.notes]


def _anki(folder: Path, size: int) -> Callable[[], object]:
    from anki.collection import Collection, ExportAnkiPackageOptions

    source, _ = _source(folder, size)
    collection = Collection(str(folder / "collection.anki2"))
    model = collection.models.new("Nabla")
    note_type = source.content.note_types["basic"]
    for field in note_type.fields:
        collection.models.add_field(model, collection.models.new_field(field.name))
    template = collection.models.new_template(note_type.templates[0].name)
    template["qfmt"], template["afmt"] = note_type.templates[0].front, note_type.templates[0].back
    collection.models.add_template(model, template)
    collection.models.add(model)
    deck = collection.decks.id("Nabla::01")
    for values in _values(source):
        note = collection.new_note(model)
        note.fields = values
        collection.add_note(note, deck)  # type: ignore[arg-type]
    options = ExportAnkiPackageOptions(with_media=True, legacy=True)
    path = str(folder / "anki.apkg")
    return lambda: collection.export_anki_package(out_path=path, options=options, limit=None)


PACKAGE = "our package"
GENANKI = "genanki alone"
WAYS: dict[str, Callable[[Path, int], Callable[[], object]]] = {
    PACKAGE: _package,
    "our whole export, all files": _everything,
    GENANKI: _genanki,
    "Anki's exporter, notes already in it": _anki,
    "rendering the Markdown, apart": _rendering,
}


if __name__ == "__main__":
    sys.exit(main())
