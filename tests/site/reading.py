"""Reading a page as a person does, and noting whatever would trouble one."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from scripts.course.plan import read_plan
from scripts.foundation.paths import HERE

# Every page but the one for what is missing, by its address; known before there is a site.
_SOURCES = [path.relative_to(HERE.docs) for path in HERE.docs.rglob("*.md")]
PAGES = sorted(path.with_suffix(".html").as_posix() for path in _SOURCES if path.parts[0] not in ("theme", "assets"))
# By topic: its lessons, in order.
LESSONS = {
    topic.slug: [f"topics/{topic.folder}/{lesson}.html" for lesson in topic.lessons] for topic in read_plan().topics
}
FIRST_LESSONS = [lessons[0] for lessons in LESSONS.values() if lessons]
# A page of each kind, for what depends on that alone.
LESSON = FIRST_LESSONS[0]
OF_EACH_KIND = ["index.html", "contributing/writing-a-page.html", LESSON]
OF_EACH_KIND += [f"{LESSON.rpartition('/')[0]}/{name}.html" for name in ("index", "practice", "interview", "lab")]
OF_EACH_KIND += [page for page in PAGES if page.startswith("study/") and page.count("/") == 1]


@dataclass(frozen=True)
class Reader:
    """Who reads: on which screen, in which theme."""

    name: str
    width: int
    height: int
    theme: str

    def context(self, browser: Browser, **options: bool) -> BrowserContext:
        """Open a fresh profile of this reader in `browser`."""
        context = browser.new_context(
            viewport={"width": self.width, "height": self.height},
            color_scheme="dark" if self.theme == "dark" else "light",
            reduced_motion="reduce",  # so that nothing is measured in the middle of a transition
            **options,  # type: ignore[arg-type]
        )
        context.set_default_timeout(120_000)  # a busy machine is slow, not broken
        return context


READERS = [
    Reader(f"{screen}, {theme}", width, height, theme)
    for screen, width, height in (("phone", 390, 844), ("laptop", 1280, 900))
    for theme in ("light", "dark")
]
PHONE, LAPTOP = READERS[0], READERS[2]

# An element sticks out if its right edge is off the screen and nothing around it scrolls or clips. A formula or a
# drawing counts as one: it has hundreds of parts.
STICKS_OUT = """() => {
  const html = document.documentElement, width = html.clientWidth;
  const isClipped = e => {
    if (!e || e === document.body || e === html) return false;
    const style = getComputedStyle(e);
    return style.overflowX !== 'visible' || style.position === 'fixed' || isClipped(e.parentElement);
  };
  const sticks = e => e.getBoundingClientRect().right > width + 1 && e.getClientRects().length && !isClipped(e);
  const found = [...document.querySelectorAll('article :not(:is(.katex, svg) *)')]
    .filter(e => sticks(e) && !sticks(e.parentElement))
    .slice(0, 5).map(e => `${e.outerHTML.slice(0, 60)} … ${e.textContent.trim().slice(0, 60)}`);
  return html.scrollWidth > width ? [`document, by ${html.scrollWidth - width} px`, ...found] : found;
}"""

# A button to copy must leave what it copies, and the line above, in view.
COVERED = """() => [...document.querySelectorAll('article .md-code__nav')].filter(nav => {
  const box = nav.getBoundingClientRect(), line = nav.closest('.nb-program')?.querySelector('.nb-from');
  const meets = other => other.left < box.right - 1 && box.left < other.right - 1
    && other.top < box.bottom - 1 && box.top < other.bottom - 1;
  const range = document.createRange();
  if (line) range.selectNodeContents(line);
  const code = nav.parentElement.querySelector('code').getBoundingClientRect();
  const texts = [code, ...line ? range.getClientRects() : []];
  return box.width && texts.some(meets);
}).map(nav => nav.parentElement.textContent.trim().slice(0, 60))"""

# What is wider than its place says so: it fades at the edge, or has a shadow there.
CUT = """() => [...document.querySelectorAll('article :is(.nb-display, pre > code, .md-typeset__scrollwrap)')]
  .filter(e => e.checkVisibility({ contentVisibilityAuto: true }) && e.scrollWidth > e.clientWidth + 1)
  .filter(e => [getComputedStyle(e).maskImage, getComputedStyle(e).backgroundImage].every(sign => sign === 'none'))
  .map(e => e.textContent.trim().slice(0, 60))"""

# On a phone, below the header, an explorable's picture and its main slider are seen together.
APART = """() => [...document.querySelectorAll('.nb-explorable')].filter(e => {
  const top = e.querySelector('.nb-boards').getBoundingClientRect().top;
  return e.querySelector('.nb-main input[type=range]').getBoundingClientRect().bottom - top > innerHeight - 48;
}).map(e => e.id)"""

OPEN_FOLDS = "() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })"

# An explorable that lives says something.
ALIVE = ".nb-alive .nb-readout:not(:empty)"
# An exercise that lives has an editor.
AT_WORK = ".nb-live .cm-content"

TURN = """() => {
  const { dataset } = document.body;
  dataset.mdColorScheme = dataset.mdColorScheme === 'slate' ? 'default' : 'slate';
}"""

# As WCAG 2.2 has it (2.5.8): a target that is not in a line of text is 24 pixels wide and high, or a circle of that
# size around its middle meets no other target, nor another's circle.
TOO_CLOSE = """() => {
  const able = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=slider]';
  const targets = [...document.querySelectorAll(able)]
    .filter(e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }))
    .map(e => ({ e, box: e.getBoundingClientRect() })).filter(({ box }) => box.width && box.height);
  const small = targets.filter(({ e, box }) =>
    Math.min(box.width, box.height) < 24 && getComputedStyle(e).display !== 'inline');
  const middle = box => [box.x + box.width / 2, box.y + box.height / 2];
  const off = (value, low, high) => Math.max(low - value, 0, value - high);
  const close = (one, other) => {
    const [x, y] = middle(one.box), [u, v] = middle(other.box), { box } = other;
    const apart = small.includes(other) ? Math.hypot(x - u, y - v) - 12
      : Math.hypot(off(x, box.left, box.right), off(y, box.top, box.bottom));
    return apart < 12 && !one.e.contains(other.e) && !other.e.contains(one.e);
  };
  return small.filter(one => targets.some(other => other !== one && close(one, other)))
    .map(({ e }) => e.outerHTML.slice(0, 80));
}"""

# How a browser calls a request that it ended itself, as when the page is left; a server that fails is called otherwise.
GIVEN_UP = "net::ERR_ABORTED"


def html_files(site: Path) -> list[str]:
    """Return the addresses of all pages of `site`, relative to it."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def note_troubles(page: Page, address: str) -> list[str]:
    """Return a list to which `page` adds every error, failed request, and request to a host other than `address`'s.

    What the browser itself gives up is no failure: a reader who goes to the next page leaves a font half fetched.
    """
    host = urlsplit(address).netloc
    noted: list[str] = []
    page.on("console", lambda message: message.type == "error" and noted.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: noted.append(f"error in a script: {error}"))
    page.on(
        "requestfailed",
        lambda request: (
            request.failure != GIVEN_UP and noted.append(f"request failed: {request.url} ({request.failure})")
        ),
    )
    page.on("response", lambda answer: answer.status >= 400 and noted.append(f"status {answer.status}: {answer.url}"))
    page.on(
        "request",
        lambda request: (
            urlsplit(request.url).scheme not in ("data", "blob")
            and urlsplit(request.url).netloc != host
            and noted.append(f"request to another host: {request.url}")
        ),
    )
    return noted


def liven(page: Page, kind: str = ".nb-explorable", alive: str = ALIVE) -> None:
    """Come near each explorable of `page`, or element of another kind, which only then begins to live."""
    for element in page.locator(kind).all():
        element.scroll_into_view_if_needed()
        page.wait_for_selector(f"#{element.get_attribute('id')}{alive}")


def open_editors(page: Page) -> None:
    """Come near each exercise of `page`, which only then gets its editor."""
    liven(page, ".nb-exercise", AT_WORK)


def settle(page: Page) -> None:
    """Wait until `page` has its fonts, all its pictures, those below the screen too, what its folds fetch, and rest."""
    page.evaluate(
        """async () => {
          // What is open asks for its contents a moment later.
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
          while (document.querySelector('[aria-busy]')) await new Promise(requestAnimationFrame);
          document.querySelectorAll('img[loading=lazy]').forEach(image => { image.loading = 'eager'; });
          await Promise.all([...document.images].filter(image => image.getClientRects().length)
            .map(image => image.decode().catch(() => {})));
          await document.fonts.ready;
          const movements = document.getAnimations().filter(a => a.effect.getComputedTiming().endTime < Infinity);
          await Promise.allSettled(movements.map(movement => movement.finished));
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
        }"""
    )


def troubles_of_layout(page: Page) -> list[str]:
    """Return what sticks out of the screen of `page`, is covered, cut without a sign, or hard to hit."""
    faults = {
        "wider than the screen": STICKS_OUT,
        "covered by its button": COVERED,
        "cut without a sign": CUT,
        "too small and too close to another": TOO_CLOSE,
    }
    return [f"{fault}: {element}" for fault, script in faults.items() for element in page.evaluate(script)]


def troubles_of_reach(page: Page) -> list[str]:
    """Return which explorables of `page`, on a phone, are moved by what is not on one screen with their picture."""
    return [f"its slider is not on one screen with its picture: {name}" for name in page.evaluate(APART)]


def turn(page: Page) -> None:
    """Turn `page` from light to dark, or back, as its button does."""
    page.evaluate(TURN)
