// Points that can be dragged: by a pointer, and by arrow keys, since each of them is a slider, too.

import { value } from "./given.js";
import { change, paint, svg } from "./svg.js";

const TAP = 8; // pixels that a finger may move and still tap
const REACH = { touch: 30, pen: 20, mouse: 14 }; // pixels from a point at which it is still taken hold of
const HALO = 7;
const KEYS = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowUp: [-1, 1],
  ArrowDown: [-1, -1],
  PageUp: [-1, 10],
  PageDown: [-1, -10],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

export class Handle {
  #view;
  #given;
  #parts;

  /**
   * A point at `at()`; `moved(point)` hears where it is dragged to. `spoken()` returns what it says of itself as
   * attributes, and `nudge(index, steps)` moves its field of that index.
   */
  constructor(view, { size = 7, visible = true, ...given }) {
    this.#view = view;
    this.#given = { ...given, visible };
    const circle = (name, r) => svg("circle", { class: name, r });
    this.#parts = [circle("nb-reach", size + REACH.mouse), circle("nb-halo", size + HALO), circle("nb-knob", size)];
    this.element = svg("g", { class: "nb-handle", tabindex: 0, role: "slider" });
    this.element.append(...this.#parts);
    this.element.addEventListener("keydown", (event) => {
      if (!(event.key in KEYS) || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      given.nudge(...KEYS[event.key]);
    });
  }

  get isSeen() {
    return value(this.#given.visible);
  }

  /** Its place on the screen. */
  get place() {
    return this.#view.place(this.#given.at());
  }

  /** Drag it to a place on the screen. */
  drag(place) {
    this.#given.moved(this.#view.point(place));
  }

  show() {
    change(this.element, { display: this.isSeen ? null : "none", ...(this.isSeen && this.#given.spoken()) });
    if (!this.isSeen) return;
    const [cx, cy] = this.place;
    change(this.element, { color: paint(value(this.#given.color)) });
    for (const part of this.#parts) change(part, { cx, cy });
  }
}

/**
 * Let a pointer take hold of the nearest of `handles` on `sheet`, and call `held()` when it does. A tap that takes hold
 * of nothing and is no scroll of the page is `tapped(place)`.
 */
export function holdPoints(sheet, handles, { held, tapped }) {
  let hold = null; // the handle that is held, and how far from its middle; or where a tap began
  const placeOf = ({ clientX, clientY }) => {
    const { left, top } = sheet.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };

  sheet.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const place = placeOf(event);
    const handle = nearest(handles, place, REACH[event.pointerType] ?? REACH.mouse);
    if (!handle) {
      hold = { from: place };
      return;
    }
    event.preventDefault();
    hold = { handle, off: handle.place.map((part, k) => part - place[k]) };
    sheet.setPointerCapture(event.pointerId);
    sheet.classList.add("nb-holding");
    handle.element.focus({ preventScroll: true });
    held();
  });
  sheet.addEventListener("pointermove", (event) => {
    if (hold?.handle) hold.handle.drag(placeOf(event).map((part, k) => part + hold.off[k]));
  });
  const release = () => {
    hold = null;
    sheet.classList.remove("nb-holding");
  };
  sheet.addEventListener("pointerup", (event) => {
    const place = placeOf(event);
    if (hold?.from && apart(hold.from, place) < TAP) tapped(place);
    release();
  });
  sheet.addEventListener("pointercancel", release);
  // A finger scrolls the page across a board, unless it has taken hold of something.
  sheet.addEventListener("touchstart", (event) => hold?.handle && event.preventDefault(), { passive: false });
}

function nearest(handles, place, reach) {
  const near = handles
    .filter((handle) => handle.isSeen)
    .map((handle) => ({ handle, away: apart(handle.place, place) }))
    .filter(({ away }) => away <= reach);
  return near.sort((a, b) => a.away - b.away)[0]?.handle;
}

function apart([a, b], [c, d]) {
  return Math.hypot(a - c, b - d);
}
