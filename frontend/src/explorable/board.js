// A board of JSXGraph in the look of the course's figures: thin axes, type and colors of the page, and nothing that a
// reader could move by accident.

import JXG from "jsxgraph";
import { ink } from "./ink.js";

const TYPE = {
  fontSize: 14,
  cssClass: "nb-board-text",
  highlightCssClass: "nb-board-text",
  cssDefaultStyle: "",
  highlightCssDefaultStyle: "",
};

/**
 * Make a board in `element`, which `name` describes for who cannot see it. `box` is [left, top, right, bottom] in the
 * coordinates of the picture, and it fills the element; with `equal`, a unit is as long in both directions, and `box`
 * the least that is shown. `axes` are the names of the two, or null for none; `ticks` how far apart their numbers are, if
 * the board should not choose.
 */
export function makeBoard(element, { name, box, equal = false, axes = ["x", "y"], ticks = null }) {
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
  if (axes) drawAxes(board, axes, ticks);
  return board;
}

/** Take `board` away from its element. */
export function removeBoard(board) {
  JXG.JSXGraph.freeBoard(board);
}

/** Let a finger scroll the page across a board, unless it has taken hold of something. */
function leaveScrolling(element, board) {
  const keepStill = (event) => {
    if (board.mode === board.BOARD_MODE_DRAG) event.preventDefault();
  };
  element.addEventListener("touchstart", keepStill, { passive: false });
}

function drawAxes(board, [x, y], distances) {
  const colors = ink();
  const [, top, right] = board.getBoundingBox();
  const label = { ...TYPE, fontSize: 13, strokeColor: colors.soft };
  const ticks = (distance) => ({
    ticksDistance: distance ?? 1,
    insertTicks: !distance,
    minorTicks: 0,
    majorHeight: 8,
    strokeColor: colors["rule-strong"],
  });
  const line = { strokeColor: colors["rule-strong"], strokeWidth: 1, highlight: false, lastArrow: false, fixed: true };
  const below = { ...label, anchorX: "middle", anchorY: "top", offset: [0, -6] };
  const beside = { ...label, anchorX: "right", anchorY: "middle", offset: [-7, 0] };
  board.create(
    "axis",
    [
      [0, 0],
      [1, 0],
    ],
    { ...line, ticks: { ...ticks(distances?.[0]), drawZero: true, label: below } },
  );
  board.create(
    "axis",
    [
      [0, 0],
      [0, 1],
    ],
    { ...line, ticks: { ...ticks(distances?.[1]), label: beside } },
  );
  const name = { ...TYPE, strokeColor: colors.soft, fixed: true, highlight: false };
  const last = [() => right - 6 / board.unitX, () => 4 / board.unitY, `<i>${x}</i>`];
  const highest = [() => 8 / board.unitX, () => top - 4 / board.unitY, `<i>${y}</i>`];
  board.create("text", last, { ...name, anchorX: "right", anchorY: "bottom" });
  board.create("text", highest, { ...name, anchorX: "left", anchorY: "top" });
}

/** Return how to draw lines, points and words in the color named `color`, for the elements of a board. */
export function pens() {
  const colors = ink();
  const still = { highlight: false, fixed: true, withLabel: false };
  return {
    colors,
    line: (color, more = {}) => ({ ...still, strokeColor: colors[color], strokeWidth: 2.2, lineCap: "round", ...more }),
    thin: (color, more = {}) => ({ ...still, strokeColor: colors[color], strokeWidth: 1.2, ...more }),
    area: (color, more = {}) => ({
      ...still,
      fillColor: colors[color],
      fillOpacity: 0.15,
      borders: { visible: false },
      vertices: { visible: false },
      hasInnerPoints: false,
      ...more,
    }),
    dot: (color, more = {}) => ({
      ...still,
      name: "",
      size: 3.5,
      fillColor: colors[color],
      strokeColor: colors.paper,
      strokeWidth: 1.2,
      ...more,
    }),
    // A point to drag is larger and has a ring, so that it is seen as one and hit by a finger.
    handle: (color, more = {}) => ({
      name: "",
      withLabel: false,
      size: 7,
      fillColor: colors[color],
      highlightFillColor: colors[color],
      strokeColor: colors.paper,
      highlightStrokeColor: colors.ink,
      strokeWidth: 2,
      highlightStrokeWidth: 2,
      precision: { touch: 30, mouse: 10, pen: 20 },
      ...more,
    }),
    words: (color, more = {}) => ({ ...TYPE, ...still, strokeColor: colors[color], ...more }),
  };
}
