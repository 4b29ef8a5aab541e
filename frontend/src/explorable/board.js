// The board that an explorable draws on, in the look of the course's figures. The only file that knows JSXGraph.
//
// Points are [x, y] in the coordinates of the picture, paths are lists of them (see mathematics/paths.js). What changes
// is given as a function, which `update` asks again; what is given as a value stays. Of lines, the later ones lie on
// top; dots, handles and labels lie on top of all lines.

import JXG from "jsxgraph";
import { clamp } from "../mathematics/intervals.js";
import { clipped, GAP, shifted, within } from "../mathematics/paths.js";
import { ink } from "./ink.js";

const LINES = 5; // the layer of JSXGraph's own curves
const STILL = { highlight: false, fixed: true, withLabel: false };
const SHORTEST_ARROW = 6; // pixels; a shorter one has no direction that is seen
const DASHES = { dotted: 1, dashed: 2 };
const HEADS = { barbed: { type: 2, size: 5 }, plain: { type: 1, size: 5 } };
const TAP = 8; // pixels that a finger may move and still tap
const EVERYWHERE = [-Infinity, Infinity, Infinity, -Infinity];

/**
 * Make a board in `element`, which `name` describes for who cannot see it. `box` is [left, top, right, bottom] in the
 * coordinates of the picture, and it fills the element; with `equal`, a unit is as long in both directions, and `box`
 * the least that is shown.
 */
export function makeBoard(element, { name, box, equal = false }) {
  const board = JXG.JSXGraph.initBoard(element, {
    boundingBox: box,
    keepAspectRatio: equal,
    axis: false,
    showCopyright: false,
    showNavigation: false,
    showInfobox: false,
    // What can be dragged has a control beside the picture, too, which a keyboard reaches.
    keyboard: { enabled: false },
    pan: { enabled: false },
    zoom: { enabled: false, wheel: false, pinch: false },
    resize: { enabled: true, throttle: 50 },
  });
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", name);
  leaveScrolling(element, board);
  return new Board(board);
}

/** Let a finger scroll the page across a board, unless it has taken hold of something. */
function leaveScrolling(element, board) {
  const keepStill = (event) => {
    if (board.mode === board.BOARD_MODE_DRAG) event.preventDefault();
  };
  element.addEventListener("touchstart", keepStill, { passive: false });
}

class Board {
  #board;
  #colors = ink();
  #handles = [];

  constructor(board) {
    this.#board = board;
  }

  /** Return what is shown: [left, top, right, bottom]. */
  box() {
    return this.#board.getBoundingBox();
  }

  /** Return the place some pixels to the right of a point, and some above it. */
  beside([x, y], [right, up]) {
    return [x + right / this.#board.unitX, y + up / this.#board.unitY];
  }

  /**
   * Draw a path. A style has a `color` and a `width` in pixels, and may have a `cap`, a `dash`, an `opacity`,
   * `visible()`, and `inside`, a box beyond which nothing is drawn; or `fill`, the color of the area, and its
   * `opacity`.
   */
  path(points, { inside, ...style }) {
    const all = asFunction(points);
    const shown = inside ? () => clipped(all(), inside) : all;
    this.#curve(shown, this.#stroke({ cap: "round", ...style }), [points, ...Object.values(style)].some(changes));
  }

  /** Draw dots of `size` pixels, any number of them; other options as of a path. */
  dots(points, { size, inside, ...style }) {
    const all = asFunction(points);
    const shown = inside ? () => within(all(), inside) : all;
    // A line of no length with round ends is a dot.
    const ends = () => shown().flatMap((point) => [point, point, GAP]);
    const stroke = this.#stroke({ ...style, width: size, cap: "round" });
    this.#curve(ends, stroke, [points, ...Object.values(style)].some(changes));
  }

  #curve(points, stroke, needsRegularUpdate) {
    const curve = this.#board.create("curve", [[], []], { ...stroke, needsRegularUpdate });
    curve.updateDataArray = () => {
      const listed = points();
      curve.dataX = listed.map(([x]) => x);
      curve.dataY = listed.map(([, y]) => y);
    };
    curve.fullUpdate();
  }

  /** Draw the graph of the function `f` from `first` to `last`, finer where it bends, and with gaps where it is NaN. */
  graph(f, [first, last], style) {
    this.#board.create("functiongraph", [f, first, last], this.#stroke({ cap: "round", ...style }));
  }

  /**
   * Draw an arrow that leaves a `gap` of pixels at both ends. Besides the style of a path it may have a `head`, "plain"
   * instead of "barbed".
   */
  arrow(tail, tip, { head = "barbed", gap = 0, visible = () => true, ...style }) {
    const [from, to] = [asFunction(tail), asFunction(tip)];
    const way = () => [to()[0] - from()[0], to()[1] - from()[1]];
    const length = () => Math.hypot(way()[0] * this.#board.unitX, way()[1] * this.#board.unitY);
    const part = () => gap / (length() || 1);
    const ends = [() => shifted(from(), way(), part()), () => shifted(to(), way(), -part())];
    const stroke = this.#stroke({ cap: "butt", ...style, visible: () => visible() && length() > SHORTEST_ARROW });
    this.#board.create("arrow", ends.map(place), { ...stroke, lastArrow: HEADS[head] });
  }

  #stroke({ color, width, cap, dash, opacity = 1, visible = true, fill }) {
    return {
      ...STILL,
      layer: LINES,
      strokeColor: this.#paint(color),
      strokeWidth: fill ? 0 : width,
      strokeOpacity: opacity,
      lineCap: cap,
      dash: DASHES[dash] ?? 0,
      visible,
      ...(fill && { fillColor: this.#paint(fill), fillOpacity: opacity }),
    };
  }

  /** Draw a dot of `size` pixels around its center in a `ring` of another color, of `width` pixels. */
  dot(at, { color, size = 3.5, ring = "paper", width = 1.2, visible = true }) {
    const colors = { fillColor: this.#paint(color), strokeColor: this.#paint(ring) };
    this.#board.create("point", place(at), { ...STILL, name: "", size, ...colors, strokeWidth: width, visible });
  }

  /** Draw a point that can be dragged; `moved(point)` hears to where. `at()` says where it is after that. */
  handle(at, moved, { color, size = 7, visible = true }) {
    const fill = this.#paint(color);
    const point = this.#board.create("point", at(), {
      name: "",
      withLabel: false,
      // Larger than a dot and with a ring, so that it is seen as one to take, and hit by a finger.
      size,
      fillColor: fill,
      highlightFillColor: fill,
      strokeColor: this.#colors.paper,
      highlightStrokeColor: this.#colors.ink,
      strokeWidth: 2,
      highlightStrokeWidth: 2,
      precision: { touch: 30, mouse: 10, pen: 20 },
      visible,
    });
    point.on("drag", () => moved([point.X(), point.Y()]));
    this.#handles.push(() => point.setPositionDirectly(JXG.COORDS_BY_USER, at()));
  }

  /**
   * Write `text` (HTML) at a place, `beside` it by pixels ([right, up]); its anchors say which of its sides is there.
   * With `inside`, a box, it stays in there, with `room` around its middle ([half its width, half its height] in
   * pixels). On a `plate` of paper it stays legible on lines. A `plain` one is text without HTML, a part of the
   * drawing.
   */
  label(at, text, { color, beside = [0, 0], inside = EVERYWHERE, room = [34, 10], plate, plain, ...more }) {
    const [point, offset] = [asFunction(at), asFunction(beside)];
    const [left, top, right, bottom] = inside;
    const spot = () => this.beside(point(), offset());
    const margin = () => this.beside([0, 0], room);
    const x = () => clamp(spot()[0], left + margin()[0], right - margin()[0]);
    const y = () => clamp(spot()[1], bottom + margin()[1], top - margin()[1]);
    const { size = 14, anchorX = "middle", anchorY = "middle", visible = true } = more;
    const css = plate ? "nb-board-text nb-board-plate" : "nb-board-text";
    this.#board.create("text", [x, y, text], {
      ...STILL,
      cssClass: css,
      highlightCssClass: css,
      cssDefaultStyle: "",
      highlightCssDefaultStyle: "",
      display: plain ? "internal" : "html",
      fontSize: size,
      strokeColor: this.#paint(color),
      anchorX,
      anchorY,
      visible,
      needsRegularUpdate: [at, text, color, beside, visible].some(changes),
    });
  }

  /** Call `act(point)` for a tap that takes hold of nothing and is no scroll of the page. */
  onTap(act) {
    let from = null;
    this.#board.on("down", ({ clientX, clientY }) => {
      from = this.#board.mode === this.#board.BOARD_MODE_DRAG ? null : [clientX, clientY];
    });
    this.#board.on("up", (event) => {
      const moved = from ? Math.hypot(event.clientX - from[0], event.clientY - from[1]) : Infinity;
      from = null;
      if (event.type === "pointerup" && moved < TAP) act([...this.#board.getUsrCoordsOfMouse(event)]);
    });
  }

  /** Show what has changed. */
  update() {
    for (const follow of this.#handles) follow();
    this.#board.update();
  }

  /** Take the board away from its element. */
  remove() {
    JXG.JSXGraph.freeBoard(this.#board);
  }

  /** Return a color as JSXGraph wants it. */
  #paint(color) {
    return changes(color) ? () => this.#colors[color()] : this.#colors[color];
  }
}

function changes(given) {
  return typeof given === "function";
}

function asFunction(given) {
  return changes(given) ? given : () => given;
}

/** Return a point as JSXGraph wants it. */
function place(at) {
  return changes(at) ? [() => at()[0], () => at()[1]] : at;
}
