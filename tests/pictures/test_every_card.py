"""Every card of the course looks as somebody has seen it, for as long as its text is what it was.

The answers of a topic are on one sheet, a fourth of their size, in `approved/every-card/`, beside a list of what
stands where. An author who rewords a card has nothing to approve: it is compared again when the sheets have been taken
anew, as before each release. A change of style, of a template, or of what draws formulas shows on every card at once.
"""

import io
import json
import sys
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from scripts.course.model import load_course
from scripts.decks.content import Content, read_content
from scripts.decks.preview import write_preview
from scripts.foundation.paths import HERE, shown
from tests.pictures.comparing import differences, keep
from tests.pictures.looking import PLACES
from tests.pictures.test_pictures import APPROVED, HOW, tolerance
from tests.site.reading import settle

SHEETS = APPROVED / "every-card"
LEFT = HERE.build / "pictures" / "every-card"
SMALLER = 4
COLUMNS = 12
# Twelve side by side: a picture higher than 16,384 pixels no browser draws.
WIDE = 4400
# Side by side, each at whole pixels of the sheet, so that none is drawn differently because its neighbor has changed.
STYLE = """
.nb-preview { padding: 0 !important } .nb-preview h1, .nb-preview > p, .nb-preview h2 { display: none }
.nb-sides { display: block } section { display: inline-block; vertical-align: top; margin: 0 4px 4px 0 }
"""
EVEN = """() => document.querySelectorAll("section").forEach(section => {
  const card = section.querySelector(".card");
  card.dataset.sample = section.dataset.card;
  card.style.height = `${4 * Math.ceil(card.getBoundingClientRect().height / 4)}px`;
})"""
# A card is front and back, by day and by night; three of the four are left out.
SIDE = '<div class="card'

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="only Fontconfig can hide the fonts of a machine"),
    pytest.mark.usefixtures("site"),  # who builds it draws the figures that are on cards
]
Box = tuple[int, int, int, int]


def cards_of(content: Content, topic: str) -> dict[str, str]:
    """Return a digest of the text of each card of a topic, by the card's name."""
    notes = [note for note in content.notes if note.topic.planned.slug == topic]
    return {f"{note.id} #{number}": note.content_hash() for note in notes for number in note.numbers}


def approved_in(topic: str) -> dict[str, tuple[str, Box]]:
    """Return, by its name, of what text each card on a sheet is, and where it stands there."""
    path = SHEETS / f"{topic}.json"
    known = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {name: (text, tuple(box)) for name, (text, *box) in known.items()}


def approve(topic: str, texts: dict[str, str], seen: dict[str, Image.Image]) -> None:
    """Write the sheet of a topic, and what stands where."""
    boxes, left, top, tallest = {}, 0, 0, 0
    for number, (name, picture) in enumerate(seen.items()):
        if number % COLUMNS == 0:
            left, top, tallest = 0, top + tallest, 0
        boxes[name] = (left, top, left + picture.width, top + picture.height)
        left, tallest = left + picture.width, max(tallest, picture.height)
    sheet = Image.new("RGB", (max(box[2] for box in boxes.values()), top + tallest), "white")
    for name, picture in seen.items():
        sheet.paste(picture, boxes[name][:2])
    keep(sheet, SHEETS / f"{topic}.webp")
    lines = [f"{json.dumps(name)}: {json.dumps([texts[name], *box])}" for name, box in boxes.items()]
    (SHEETS / f"{topic}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def backs(content: Content, browser: Browser, folder: Path) -> dict[str, Image.Image]:
    """Return the answer of each card, by day and small, by the card's name."""
    path = write_preview(content, folder)
    head, *cards = path.read_text(encoding="utf-8").split("<section")
    few = [SIDE.join(card.split(SIDE)[::2][:2]) + "</div></section>" for card in cards]
    path.write_text("<section".join([head, *few]), encoding="utf-8")
    # Half as large in the browser already: a fourth of the pixels to draw, to send and to read.
    page = browser.new_page(viewport={"width": WIDE, "height": 900}, device_scale_factor=2 / SMALLER)
    page.set_default_timeout(120_000)  # a busy machine is slow, not broken
    page.goto(path.as_uri())
    page.add_style_tag(content=STYLE)
    settle(page)
    page.evaluate(EVEN)
    whole = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB").reduce(2)
    places = page.evaluate(PLACES, ".card")
    page.close()
    return {name: whole.crop(tuple(round(side / SMALLER) for side in _box(*place))) for name, *place in places}


def _box(left: float, top: float, width: float, height: float) -> tuple[float, float, float, float]:
    return left, top, left + width, top + height


def test_every_card_looks_as_approved(browser: Browser, tmp_path: Path, approving: bool) -> None:
    content = read_content(load_course())
    seen = backs(content, browser, tmp_path)
    wrong, compared, total = [], 0, 0
    for topic in content.topics:
        texts = cards_of(content, topic)
        if approving:
            approve(topic, texts, {name: seen[name] for name in texts})
        known = {name: box for name, (text, box) in approved_in(topic).items() if texts.get(name) == text}
        compared, total = compared + len(known), total + len(texts)
        if not known:  # a topic that is new
            continue
        with Image.open(SHEETS / f"{topic}.webp") as file:
            sheet = file.convert("RGB")
        for name, box in known.items():
            before = sheet.crop(box)
            what, _ = differences(seen[name], before, tolerance(browser))
            if what:
                keep(seen[name], LEFT / f"{name}-seen.webp")
                keep(before, LEFT / f"{name}-approved.webp")
                wrong.append(f"{name}: {what}")
    how = HOW.format(left=shown(LEFT))
    assert not wrong, "\n".join(["", *wrong, how])
    assert compared > total / 2, f"only {compared} of {total} cards say what they said when pictures were taken: {how}"
