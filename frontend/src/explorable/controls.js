// What a reader turns and chooses. All controls are the browser's own, so that a keyboard, a finger and a screen reader
// can use them. Each is a field of the state: `name`, `start` and `read` as in state.js, and `build(set)`, which
// returns its `element`, and `show(value, values)`, which lets it show a value. A slider also has an `axis`, for the
// points in the picture that move the same field (see steering.js).

import { clamp } from "../mathematics/intervals.js";
import { element } from "../shared/element.js";
import { short } from "./numbers.js";

let made = 0;

/** Return the row of a control, named by the HTML `label`, and the id that the control in it must have. */
function row(label) {
  const id = `nb-control-${++made}`;
  const name = element("label", { for: id });
  name.innerHTML = label;
  return { row: element("div", { class: "nb-control" }, name), id };
}

/**
 * A number between `min` and `max`. With `log`, equal ways of the slider are equal factors; with `stops`, a list of
 * numbers in order, it takes only those. `label` may hold HTML; `format(value)` is what is shown beside it and read
 * out. `mark(values)`, if there is one, is a number to be marked at the slider (or null), given the values of all
 * controls; while `idle(values)` the slider cannot be moved, since nothing depends on it.
 */
export function slider(name, { label, start, mark, idle, format = short, ...range }) {
  const { min, max, step, onto, back } = scale(range);
  const part = (value) => (onto(value) - onto(min)) / (onto(max) - onto(min));
  const axis = {
    label: label.replace(/<[^>]*>/g, ""),
    format,
    place: onto,
    min: onto(min),
    max: onto(max),
    moved: (value, steps) => back(clamp(onto(value) + steps * step, onto(min), onto(max))),
  };
  return {
    name,
    start,
    axis,
    read(text) {
      const value = text.trim() === "" ? Number.NaN : Number(text);
      return Number.isFinite(value) ? clamp(value, min, max) : undefined;
    },
    build(set) {
      const { row: made, id } = row(label);
      const input = element("input", { type: "range", id, min: onto(min), max: onto(max), step });
      const shown = element("output", { for: id });
      input.addEventListener("input", () => set({ [name]: back(Number(input.value)) }));
      const flag = mark && element("span", { class: "nb-mark" });
      made.append(flag ? element("span", { class: "nb-track" }, input, flag) : input, shown);
      return {
        element: made,
        show(value, values) {
          if (flag) showMark(flag, part(mark(values) ?? Number.NaN));
          input.value = onto(value);
          shown.textContent = format(value);
          input.setAttribute("aria-valuetext", format(value));
          if (idle) input.disabled = idle(values);
        },
      };
    },
  };
}

/** Return the least and the greatest value of a slider, and how values become places on it, `step` apart, and back. */
function scale({ min, max, step, log = false, stops }) {
  if (stops) {
    const nearest = (value) => {
      const away = stops.map((stop) => Math.abs(Math.log(stop / value)));
      return away.indexOf(Math.min(...away));
    };
    return { min: stops[0], max: stops.at(-1), step: 1, onto: nearest, back: (place) => stops[place] };
  }
  const onto = log ? Math.log10 : (value) => value;
  const exact = (place) => Number(log ? (10 ** place).toPrecision(3) : place.toPrecision(12));
  const back = (place) => clamp(exact(place), min, max);
  return { min, max, step: step ?? (onto(max) - onto(min)) / 200, onto, back };
}

/** Put a mark at this part of its slider, or hide it if it is off the slider. */
function showMark(flag, part) {
  flag.hidden = !(part >= 0 && part <= 1);
  flag.style.setProperty("--nb-part", part);
}

/** One of `options` (value: label). */
export function choice(name, { label, options, start }) {
  const known = Object.keys(options);
  return {
    name,
    start,
    read: (text) => (known.includes(text) ? text : undefined),
    build(set) {
      const { row: made, id } = row(label);
      const select = element("select", { id }, ...known.map((value) => new Option(options[value], value)));
      select.addEventListener("change", () => set({ [name]: select.value }));
      made.append(select);
      return {
        element: made,
        show(value) {
          select.value = value;
        },
      };
    },
  };
}

/**
 * A text that `parse` accepts, or about which it throws an Error with what is wrong; `suggestions` help to begin. The
 * state keeps the last text that was accepted.
 */
export function typed(name, { label, parse, suggestions, start }) {
  const complaint = (text) => {
    try {
      parse(text);
      return "";
    } catch (error) {
      return error.message;
    }
  };
  return {
    name,
    start,
    read: (text) => (complaint(text) === "" ? text : undefined),
    build(set) {
      const { row: made, id } = row(label);
      const list = element("datalist", { id: `${id}-list` }, ...suggestions.map((text) => new Option(text, text)));
      const wrong = element("p", { class: "nb-wrong", id: `${id}-wrong`, role: "alert" });
      const plain = { spellcheck: "false", autocomplete: "off", autocapitalize: "off" };
      const input = element("input", { type: "text", id, ...plain, list: list.id, "aria-describedby": wrong.id });
      input.addEventListener("input", () => {
        wrong.textContent = complaint(input.value);
        input.setAttribute("aria-invalid", String(wrong.textContent !== ""));
        if (wrong.textContent === "") set({ [name]: input.value });
      });
      made.append(input, list, wrong);
      return {
        element: made,
        show(value) {
          if (input.value !== value && document.activeElement !== input) input.value = value;
        },
      };
    },
  };
}
