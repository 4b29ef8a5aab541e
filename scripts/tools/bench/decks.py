"""`python -m scripts bench decks`: how long packages take, beside genanki alone and Anki's own exporter.

Each measurement runs in a process of its own, so that its peak of memory is its own. All make packages of the same
notes. Rendering Markdown is measured apart, because the others are given HTML. The best of three runs counts.
The processor's time is printed too, since a busy disk or machine disturbs the clock's.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from scripts.course.model import Course
from scripts.course.page import read_page
from scripts.course.plan import Plan, read_plan
from scripts.decks.cards import AnkiNote, notes_of
from scripts.decks.content import Content
from scripts.decks.files import Packer, made_files
from scripts.decks.folder import replace_export
from scripts.decks.lock import Lock
from scripts.decks.notetypes import read_note_types
from scripts.decks.settings import read_settings
from scripts.decks.update import updated
from scripts.foundation.paths import HERE, ROOT, Places

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
    print(f"{'cards':>7}  {'what':<38} {'time':>9} {'processor':>9} {'peak':>9}")
    for size in args.sizes:
        _table(size)
    return 0


def _table(size: int) -> None:
    found = {}
    for what in WAYS:
        found[what] = one = _apart(what, size)
        peak = f"{one['peak']:6.0f} MB" if one["peak"] else "-"
        print(f"{size:>7}  {what:<38} {one['seconds']:>7.2f} s {one['busy']:>7.2f} s {peak:>9}", flush=True)
    for words, ours, theirs in RATIOS:
        ratios = [found[ours][kind] / found[theirs][kind] for kind in ("seconds", "busy")]
        print(f"{size:>7}  {words:<38} {ratios[0]:>7.2f}   {ratios[1]:>7.2f}")


def _apart(what: str, size: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "scripts.tools.bench.decks", "--one", what, str(size)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, encoding="utf-8")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _measured(what: str, size: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        job = WAYS[what](folder, size)
        seconds, busy = [], []
        for _ in range(RUNS):
            start, cpu = time.perf_counter(), time.process_time()
            job()
            seconds.append(time.perf_counter() - start)
            busy.append(time.process_time() - cpu)
    return {"seconds": min(seconds), "busy": min(busy), "peak": _peak()}


def _peak() -> float:
    """Return the peak of this process's memory in megabytes, or 0 where it cannot be asked for."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def _course(folder: Path, size: int) -> Course:
    places = Places(folder)
    planned = replace(read_plan().topics[0], docs=places.docs)
    path = planned.path
    path.parent.mkdir(parents=True, exist_ok=True)
    blocks = (_BLOCK.format(number=number, less=number - 1) for number in range(1, size + 1))
    path.write_text("".join(blocks), encoding="utf-8")
    shutil.copy(HERE.config, folder)
    return Course(Plan("Nabla", "", {1: ""}, (planned,)), {path: read_page(path, places, planned)}, places)


def _rendering(folder: Path, size: int) -> Callable[[], object]:
    course = _course(folder, size)
    return lambda: notes_of(course)


def _content(folder: Path, size: int) -> tuple[Content, Lock]:
    """Return notes that were rendered once and repeated, so that rendering weighs nothing here."""
    course = _course(folder, min(size, 100))
    few, _ = notes_of(course)
    notes = [_renamed(few[number % len(few)], number) for number in range(size)]
    content = Content(notes, read_note_types(), read_settings())
    return content, updated(Lock(), content, 1_700_000_000)


def _renamed(note: AnkiNote, number: int) -> AnkiNote:
    values = {**vars(note), "id": f"card-{number}", "fields": {**note.fields, "Id": f"card-{number}"}}
    return AnkiNote(**values)


def _package(folder: Path, size: int) -> Callable[[], object]:
    content, lock = _content(folder, size)

    def job() -> None:
        package = Packer(content, lock, "https://course.test/").package(content.notes)
        (folder / "ours.apkg").write_bytes(package.to_bytes())

    return job


def _packages(folder: Path, size: int) -> Callable[[], object]:
    content, lock = _content(folder, size)

    def job() -> None:
        packer = Packer(content, lock, "https://course.test/")
        for number in range(2):
            (folder / f"ours-{number}.apkg").write_bytes(packer.package(content.notes).to_bytes())

    return job


def _everything(folder: Path, size: int) -> Callable[[], object]:
    content, lock = _content(folder, size)
    return lambda: replace_export(made_files(content, lock, "https://course.test/").contents, folder / "decks")


def _genanki(folder: Path, size: int, *, packages: int = 1) -> Callable[[], object]:
    """Write the notes with genanki; our export has each note in two packages, the course's and its topic's."""
    import genanki

    content, _ = _content(folder, size)
    values = _values(content)

    def job() -> None:
        deck = genanki.Deck(1_600_000_000, "Nabla::01")
        model = _genanki_model(content)
        for note, fields in zip(content.notes, values, strict=True):
            deck.add_note(genanki.Note(model, fields, tags=list(note.tags), guid=note.guid))
        for number in range(packages):
            genanki.Package(deck).write_to_file(str(folder / f"genanki-{number}.apkg"))

    return job


def _genanki_model(content: Content) -> Any:
    import genanki

    note_type = content.note_types["basic"]
    return genanki.Model(
        note_type.id,
        note_type.name,
        fields=[{"name": field.name} for field in note_type.fields],
        templates=[{"name": one.name, "qfmt": one.front, "afmt": one.back} for one in note_type.templates],
        css=note_type.css,
    )


def _values(content: Content) -> Sequence[list[str]]:
    note_type = content.note_types["basic"]
    return [note_type.values(note.fields) for note in content.notes]


def _anki(folder: Path, size: int) -> Callable[[], object]:
    from anki.collection import Collection, ExportAnkiPackageOptions

    content, _ = _content(folder, size)
    collection = Collection(str(folder / "collection.anki2"))
    model = collection.models.new("Nabla")
    note_type = content.note_types["basic"]
    for field in note_type.fields:
        collection.models.add_field(model, collection.models.new_field(field.name))
    template = collection.models.new_template(note_type.templates[0].name)
    template["qfmt"], template["afmt"] = note_type.templates[0].front, note_type.templates[0].back
    collection.models.add_template(model, template)
    collection.models.add(model)
    deck = collection.decks.id("Nabla::01")
    for values in _values(content):
        note = collection.new_note(model)
        note.fields = values
        collection.add_note(note, deck)  # type: ignore[arg-type]
    options = ExportAnkiPackageOptions(with_media=True, legacy=True)
    path = str(folder / "anki.apkg")
    return lambda: collection.export_anki_package(out_path=path, options=options, limit=None)


PACKAGE = "one package, ours"
GENANKI = "one package, genanki alone"
PACKAGES = "both packages, ours"
EVERYTHING = "both packages and all files, ours"
BOTH = "both packages, genanki alone"
RATIOS = (
    ("ours : genanki, one package", PACKAGE, GENANKI),
    ("ours : genanki, both packages", PACKAGES, BOTH),
    ("ours : genanki, everything", EVERYTHING, BOTH),
)
WAYS: dict[str, Callable[[Path, int], Callable[[], object]]] = {
    PACKAGE: _package,
    GENANKI: _genanki,
    PACKAGES: _packages,
    EVERYTHING: _everything,
    BOTH: partial(_genanki, packages=2),
    "one package, Anki's own exporter": _anki,
    "rendering the Markdown, apart": _rendering,
}


if __name__ == "__main__":
    sys.exit(main())
