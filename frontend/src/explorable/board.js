// The board that an explorable draws on, as SVG, in the look of the course's figures.
//
// Points are [x, y] in the coordinates of the picture, paths are lists of them (see mathematics/paths.js). What changes
// is given as a function, which `update` asks again; what is given as a value stays. Of lines, the later ones lie on
// top; dots, handles and labels lie on top of all lines.

import { graphOf } from "../mathematics/curves.js";
import { clipped, shifted, within } from "../mathematics/paths.js";
import { element } from "../shared/element.js";
import { changes, value } from "./given.js";
import { Handle, holdPoints } from "./handle.js";
import { makeLabel } from "./label.js";
import { change, paint, svg } from "./svg.js";
import { Viewport } from "./viewport.js";

const SHORTEST_ARROW = 6; // pixels; a shorter one has no direction that is seen
const DASHES = { dotted: "1.5 3.5", dashed: "5 4" };
const BEYOND = 50; // pixels around the board up to which lines are drawn

/**
 * Make a board in `plate`, which `name` describes for who cannot see it. `box` is [left, top, right, bottom] in the
 * coordinates of the picture, and it fills the element; with `equal`, a unit is as long in both directions, and `box`
 * the least that is shown. `steering` moves the points (see steering.js).
 */
export function makeBoard(plate, { name, box, equal = false, steering }) {
  plate.setAttribute("role", "group");
  plate.setAttribute("aria-label", name);
  return new Board(plate, new Viewport(box, equal), steering);
}

class Board {
  #view;
  #steering;
  #still = []; // what shows a part that stays, which is done again when the board has another size
  #moving = []; // what shows a part that changes
  #layers = ["lines", "dots", "points"].map(() => svg("g"));
  #labels = element("div", { class: "nb-tags", "aria-hidden": "true" });
  #sheet;
  #handles = [];
  #tapped = () => {};
  #resized;

  constructor(plate, view, steering) {
    [this.#view, this.#steering] = [view, steering];
    this.#sheet = svg("svg", { class: "nb-drawing" });
    this.#sheet.append(...this.#layers);
    plate.append(this.#sheet, this.#labels);
    const fill = () => view.resize(plate.clientWidth || 1, plate.clientHeight || 1);
    fill();
    this.#resized = new ResizeObserver(() => {
      fill();
      for (const show of this.#still) show();
      this.update();
    });
    this.#resized.observe(plate);
    const tapped = (place) => this.#tapped(view.point(place));
    holdPoints(this.#sheet, this.#handles, { tapped, held: steering.held });
  }

  /** Return what is shown: [left, top, right, bottom]. */
  box() {
    return this.#view.box();
  }

  /** Return the place some pixels to the right of a point, and some above it. */
  beside([x, y], [right, up]) {
    return [x + right / this.#view.unitX, y + up / this.#view.unitY];
  }

  /**
   * Draw a path. A style has a `color` and a `width` in pixels, and may have a `cap`, a `dash`, an `opacity`,
   * `visible()`, and `inside`, a box beyond which nothing is drawn; or `fill`, the color of the area, and its
   * `opacity`.
   */
  path(points, style) {
    const around = () => style.inside ?? this.#view.box(BEYOND);
    const shown = () => (style.fill ? value(points) : clipped(value(points), around()));
    this.#shape("path", [points], { cap: "round", ...style }, () => ({ d: this.#view.data(shown()) }));
  }

  /** Draw dots of `size` pixels, any number of them; other options as of a path. */
  dots(points, { size, ...style }) {
    const around = () => style.inside ?? this.#view.box(BEYOND);
    const shown = () => within(value(points), around());
    const round = { ...style, width: size, cap: "round" };
    this.#shape("path", [points], round, () => ({ d: this.#view.dots(shown()) }));
  }

  /** Draw the graph of the function `f` from `first` to `last`, finer where it is steep, and with gaps where it is NaN. */
  graph(f, [first, last], style) {
    const seen = () => graphOf(f, [first, last], { box: this.box(), steps: this.#view.width, unit: this.#view.unitY });
    this.path(seen, style);
  }

  /**
   * Draw an arrow that leaves a `gap` of pixels at both ends. Besides the style of a path it may have a `head`, "plain"
   * instead of "barbed".
   */
  arrow(tail, tip, { head = "barbed", gap = 0, visible = true, ...style }) {
    const ends = () => [tail, tip].map((end) => this.#view.place(value(end)));
    const length = () => Math.hypot(...difference(...ends()));
    const isSeen = () => value(visible) && length() > SHORTEST_ARROW;
    const given = { cap: "butt", ...style, visible: isSeen };
    const drawn = (part) => () => ({ d: arrowOf(ends(), gap, value(style.width), head)[part] });
    this.#shape("path", [tail, tip], given, drawn("shaft"));
    this.#shape("path", [tail, tip], { visible: isSeen, fill: style.color }, drawn("head"));
  }

  /** Draw a dot of `size` pixels around its center in a `ring` of another color, of `width` pixels. */
  dot(at, { color, size = 3.5, ring = "paper", width = 1.2, visible = true }) {
    const place = () => this.#view.place(value(at));
    const circle = () => {
      const [cx, cy] = place();
      return { cx, cy, r: size, stroke: paint(value(ring)), "stroke-width": width };
    };
    this.#shape("circle", [at], { fill: color, visible }, circle, 1);
  }

  /**
   * Draw a point that can be dragged; `moved(point)` hears to where, and `at()` says where it is after that. Arrow keys
   * move the `fields` of the state: the first one with those to the side, the last one with those up and down.
   */
  handle(at, moved, { fields, ...look }) {
    const handle = new Handle(this.#view, { at, moved, ...this.#steering.of(fields), ...look });
    this.#handles.push(handle);
    this.#layers[2].append(handle.element);
    this.#show(true, () => handle.show());
  }

  /** Write `text` (HTML) at a place; see label.js. */
  label(at, text, options) {
    const { element: made, show } = makeLabel(this.#view, at, text, options);
    this.#labels.append(made);
    this.#show([at, text, ...Object.values(options)].some(changes), show);
  }

  /** Call `act(point)` for a tap that takes hold of nothing and is no scroll of the page. */
  onTap(act) {
    this.#tapped = act;
  }

  /** Return whether something can be dragged. */
  get isHeld() {
    return this.#handles.length > 0;
  }

  /** Show what has changed. */
  update() {
    for (const show of this.#moving) show();
  }

  /** Take the board away from its element. */
  remove() {
    this.#resized.disconnect();
    this.#sheet.remove();
    this.#labels.remove();
  }

  /** Draw an element of SVG in a style, with the attributes that `more()` returns. */
  #shape(tag, given, style, more, layer = 0) {
    const shape = svg(tag);
    this.#layers[layer].append(shape);
    const { visible = true } = style;
    this.#show([...given, ...Object.values(style)].some(changes), () => {
      const isSeen = value(visible);
      change(shape, { display: isSeen ? null : "none", ...(isSeen && { ...inked(style), ...more() }) });
    });
  }

  #show(isChanging, show) {
    (isChanging ? this.#moving : this.#still).push(show);
    show();
  }
}

/** Return a style as attributes. */
function inked({ color, width, cap, dash, opacity = 1, fill }) {
  if (fill) return { fill: paint(value(fill)), "fill-rule": "evenodd", opacity: value(opacity) };
  return {
    stroke: paint(value(color)),
    "stroke-width": value(width),
    "stroke-linecap": cap ?? null,
    "stroke-linejoin": "round",
    "stroke-dasharray": DASHES[dash] ?? null,
    opacity: value(opacity),
    fill: "none",
  };
}

/** Return the shaft and the head of an arrow between two places on the screen, as the attributes `d`. */
function arrowOf([tail, tip], gap, width, kind) {
  const way = difference(tail, tip);
  const ahead = way.map((part) => part / Math.hypot(...way));
  const across = [-ahead[1], ahead[0]];
  const [long, wide] = [6 + 2 * width, 2 + 1.25 * width];
  const [first, last] = [shifted(tail, ahead, gap), shifted(tip, ahead, -gap)];
  const back = shifted(last, ahead, -long);
  const notch = shifted(last, ahead, kind === "barbed" ? -0.62 * long : -long);
  const corners = [last, shifted(back, across, wide), notch, shifted(back, across, -wide)];
  const listed = (places) => places.map((place) => place.map((part) => part.toFixed(1)).join(" ")).join("L");
  return { shaft: `M${listed([first, notch])}`, head: `M${listed(corners)}Z` };
}

function difference(from, to) {
  return [to[0] - from[0], to[1] - from[1]];
}
