"""What axe finds on a page, and what is asked by its arithmetic in less time: colors on their grounds."""

from collections.abc import Collection

from playwright.sync_api import Page

from scripts.foundation.paths import NODE_MODULES

AXE = (NODE_MODULES / "axe-core/axe.min.js").read_text(encoding="utf-8")
AXE_RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# Asked by arithmetic of our own, which takes a tenth of the time: axe looks under each element of a page for these.
RULES_ASKED_APART = ("color-contrast", "link-in-text-block", "target-size")
# What is around the text of a page is the same on all of a kind, and these ask of each element whether it is there.
RULES_OF_THE_FRAME = (
    "bypass",
    "landmark-banner-is-top-level",
    "landmark-contentinfo-is-top-level",
    "landmark-main-is-top-level",
    "landmark-no-duplicate-banner",
    "landmark-no-duplicate-contentinfo",
    "landmark-no-duplicate-main",
    "landmark-one-main",
    "landmark-unique",
    "region",
    "skip-link",
)

# Text is thousands of elements in a few colors: one of each color and size on each ground stands for all. The ratio is
# axe's; its own rule asks what lies under every element, which takes a second a page. As axe does, leave out what is
# disabled, or on a picture.
PALE = """() => {
  const { Color, flattenColors, getContrast } = axe.commons.color;
  const colored = (text, opacity = 1) => {
    const color = new Color();
    color.parseString(text);
    color.alpha *= opacity;
    return color;
  };
  const grounds = new Map([[null, { color: new Color(255, 255, 255, 1), opacity: 1 }]]);
  const ground = e => {
    if (!grounds.has(e)) {
      const around = ground(e.parentElement), style = getComputedStyle(e);
      const opacity = around.opacity * style.opacity, own = colored(style.backgroundColor, opacity);
      const unknown = around.unknown || style.backgroundImage !== 'none';
      const color = own.alpha ? flattenColors(own, around.color) : around.color;
      grounds.set(e, { color, opacity, unknown: unknown && own.alpha < 1 });
    }
    return grounds.get(e);
  };
  const unasked = ':disabled, [aria-disabled=true], :disabled *, [aria-disabled=true] *, option, svg *';
  const seen = new Set(), pale = [], said = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    if (/[\\p{L}\\p{N}]/u.test(texts.currentNode.data)) said.add(texts.currentNode.parentElement);
  }
  for (const e of said) {
    const { color, opacity, unknown } = ground(e), style = getComputedStyle(e), size = parseFloat(style.fontSize);
    const least = size >= 24 || size >= 18.66 && style.fontWeight >= 700 ? 3 : 4.5;
    const key = [style.color, opacity, color.toHexString(), least].join();
    if (unknown || seen.has(key) || e.matches(unasked)) continue;
    if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    seen.add(key);
    const text = flattenColors(colored(style.color, opacity), color), ratio = getContrast(color, text);
    const words = e.textContent.trim().slice(0, 40);
    if (ratio < least) pale.push(`${e.localName} "${words}": ${text.toHexString()} on ${color.toHexString()}`);
  }
  return pale;
}"""

RUN_AXE = """async ([within, options]) => {
  const { violations } = await axe.run(within, { ...options, resultTypes: ['violations'] });
  return violations.map(({ id, help, nodes }) => {
    const reason = [...nodes[0].any, ...nodes[0].all, ...nodes[0].none][0];
    const where = nodes.slice(0, 3).map(node => node.target.join(' ')).join(' and ');
    return `${id}, ${nodes.length} times: ${where} (${reason ? reason.message : help})`;
  });
}"""


def troubles_of_access(page: Page, within: str = "html", *, without: Collection[str] = ()) -> list[str]:
    """Return what axe finds on `page`, in the element that the selector `within` names, less some of its rules."""
    load_axe(page)
    off = {rule: {"enabled": False} for rule in without}
    # No rule of these asks for the text of stylesheets, which axe would fetch again.
    found = page.evaluate(RUN_AXE, [within, {"runOnly": AXE_RULES, "rules": off, "preload": False}])
    return [f"axe: {violation}" for violation in found]


def leave_to_axe_what_it_can_judge(page: Page) -> None:
    """Take from `page` what means something to the eye alone: thousands of boxes of formulas, and the colors of code.

    A formula becomes a word, since axe has no rule for MathML. Of each kind a page is read whole, too.
    """
    page.evaluate(
        """() => {
          document.querySelectorAll('nb-math, .katex').forEach(formula => formula.replaceWith('formula'));
          document.querySelectorAll('pre code').forEach(code => { code.textContent = 'code'; });
        }"""
    )


def troubles_of_colors(page: Page) -> list[str]:
    """Return which texts of `page` have too little contrast to what they stand on, one of each color on each ground."""
    load_axe(page)
    return [f"too pale: {text}" for text in page.evaluate(PALE)]


def load_axe(page: Page) -> None:
    """Let `page` know axe."""
    if page.evaluate("() => !window.axe"):
        page.evaluate(AXE)
