"""Taking a picture of each sample, as a reader sees it who does nothing."""

import io
from dataclasses import dataclass

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.site.reading import OPEN_FOLDS, settle

# What stands around a sample would stand in its picture, too; what is in the margin belongs to it.
STYLE = """
.md-header, .nb-panel, .md-footer, .md-top { display: none !important }
.nb-sample { display: flow-root; margin-inline: -7.5rem -1rem; padding: 0.5rem 1rem 0.5rem 7.5rem }
@media (max-width: 76.2em) { .nb-sample { margin-inline: -0.8rem; padding-inline: 0.8rem } }
* { animation: none !important; transition: none !important; caret-color: transparent !important }
"""
# A heading of second level names what follows it, up to the next. Each sample begins at a whole pixel, so that no other
# moves when one changes.
WRAP = """() => {
  for (const heading of document.querySelectorAll("article > h2[id]")) {
    const sample = document.createElement("div");
    sample.className = "nb-sample";
    sample.dataset.sample = heading.id;
    heading.after(sample);
    while (sample.nextElementSibling && !sample.nextElementSibling.matches("h2")) {
      sample.append(sample.nextElementSibling);
    }
    heading.remove();
  }
}"""
EVEN = """() => document.querySelectorAll(".nb-sample").forEach(sample => {
  sample.style.height = `${Math.ceil(sample.getBoundingClientRect().height)}px`;
})"""
# What the clock says, and a packer, and whoever counts.
CHANGING = """() => {
  for (const cell of document.querySelectorAll("td")) {
    if (/^\\d+ kB$/.test(cell.textContent)) cell.textContent = "6 kB";
  }
  for (const words of document.querySelectorAll(".nb-decks > p")) {
    words.textContent = words.textContent.replace(/\\d+ [A-Z][a-z]+ \\d{4}/, "21 May 2026");
  }
  for (const words of document.querySelectorAll(".nb-check > p")) {
    words.textContent = words.textContent.replace(/\\d[\\d.e-]*\\b/g, "1");
  }
}"""
# All there are, since what is measured before a font has come is drawn differently, and one that nothing needed so far
# is not waited for. What was laid out while one was on its way is laid out anew: Chromium on a busy machine forgets
# that. Some stand for fonts that this machine has not. Returned are those of the site that did not come.
LOAD_FONTS = """async () => {
  await Promise.allSettled([...document.fonts].map(face => face.load()));
  const { style } = document.documentElement;
  style.display = "none";
  document.body.getBoundingClientRect();
  style.display = "";
  return [...document.fonts].filter(face => face.status !== "loaded").map(face => face.family)
    .filter(family => /^"?(Nabla (Serif|Sans)"?$|KaTeX)/.test(family));
}"""
ALIVE = """() => [...document.querySelectorAll(".nb-explorable")]
  .every(one => one.matches(".nb-alive") && one.querySelector(".nb-readout:not(:empty)"))"""
NAME_CARDS = """() => document.querySelectorAll("section").forEach(card => {
  const name = card.querySelector("h2").firstChild.textContent;
  card.querySelector(".nb-sides").dataset.sample = name.trim().replace(/\\W+/g, "-");
})"""
PLACES = """selector => [...document.querySelectorAll(selector)].map(element => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [element.dataset.sample ?? element.id, left + scrollX, top + scrollY, width, height];
})"""


@dataclass(frozen=True)
class Screen:
    """On what is read."""

    name: str
    width: int
    height: int


LAPTOP, PHONE, CARDS = Screen("laptop", 1280, 900), Screen("phone", 390, 844), Screen("cards", 800, 900)


def open_page(browser: Browser, address: str, screen: Screen, theme: str) -> Page:
    """Open a page in a profile of its own, where nothing moves by itself."""
    context = browser.new_context(
        viewport={"width": screen.width, "height": screen.height},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
        device_scale_factor=1,
        locale="en-US",
        timezone_id="UTC",
    )
    context.set_default_timeout(120_000)  # a busy machine is slow, not broken
    page = context.new_page()
    # The second time, fonts are at hand before the first line is laid out.
    for _ in range(2):
        page.goto(address, wait_until="load")
        page.add_style_tag(content=STYLE)
        missing = page.evaluate(LOAD_FONTS)
    assert not missing, f"fonts of {address} do not come: {missing}"
    return page


def pictures(page: Page, selector: str) -> dict[str, Image.Image]:
    """Return the pictures of elements by name, cut from one of the whole page, which costs as much as one of them."""
    settle(page)
    data = page.screenshot(full_page=True, animations="disabled", caret="hide")
    whole = Image.open(io.BytesIO(data)).convert("RGB")
    found = {}
    for name, left, top, width, height in page.evaluate(PLACES, selector):
        assert name not in found, f"two samples are named {name}"
        found[name] = whole.crop((round(left), round(top), round(left + width), round(top + height)))
    return found


def samples_on(page: Page, *, unfolded: bool) -> dict[str, Image.Image]:
    """Return the pictures of all samples of a page, by name."""
    for explorable in page.locator(".nb-explorable").all():
        explorable.scroll_into_view_if_needed()
    page.wait_for_function(ALIVE)
    page.evaluate(WRAP)
    page.evaluate(CHANGING)
    if unfolded:
        page.evaluate(OPEN_FOLDS)
    settle(page)
    page.evaluate(EVEN)
    return pictures(page, ".nb-sample")


def cards_on(page: Page) -> dict[str, Image.Image]:
    """Return the pictures of all cards of a preview, front and back, light and night, by the card's name."""
    page.evaluate(NAME_CARDS)
    return pictures(page, ".nb-sides")
