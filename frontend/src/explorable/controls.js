// What a reader turns and chooses. All controls are the browser's own, so that a keyboard, a finger and a screen reader
// can use them. Each is a field of the state (`name`, `start`, `read`) that `build(set)` makes into an element, and it
// returns a function that shows a value.

import { short } from "./numbers.js";

let made = 0;

function row(kind, label) {
  const element = document.createElement("div");
  element.className = `nb-control nb-control-${kind}`;
  const name = document.createElement("label");
  name.innerHTML = label;
  name.htmlFor = `nb-control-${++made}`;
  element.append(name);
  return { element, id: name.htmlFor };
}

/**
 * A number between `min` and `max`. With `log`, equal ways of the slider are equal factors; with `stops`, a list of
 * numbers in order, it takes only those. `label` may hold HTML; `format(value)` is what is shown beside it and read
 * out. `mark(values)`, if there is one, is a number to be marked at the slider (or null), given the values of all
 * controls.
 */
export function slider(name, { label, start, mark, format = (value) => short(value), ...range }) {
  const { min, max, step, onto, back } = scale(range);
  return {
    name,
    start,
    read: (text) =>
      text.trim() !== "" && Number.isFinite(Number(text)) ? Math.min(max, Math.max(min, Number(text))) : undefined,
    build(set) {
      const { element, id } = row("slider", label);
      const input = Object.assign(document.createElement("input"), { type: "range", id });
      Object.assign(input, { min: onto(min), max: onto(max), step });
      const shown = document.createElement("output");
      shown.htmlFor = id;
      input.addEventListener("input", () => set({ [name]: back(Number(input.value)) }));
      const showMark = mark && marked(input);
      element.append(showMark ? showMark.track : input, shown);
      return {
        element,
        show(value, values) {
          showMark?.at((onto(mark(values) ?? Number.NaN) - onto(min)) / (onto(max) - onto(min)));
          input.value = onto(value);
          shown.textContent = format(value);
          input.setAttribute("aria-valuetext", format(value));
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
  const between = (value) => Math.min(max, Math.max(min, value));
  const back = (place) => between(log ? Number((10 ** place).toPrecision(3)) : Number(place.toPrecision(12)));
  return { min, max, step: step ?? (onto(max) - onto(min)) / 200, onto, back };
}

/** Put a mark beside the slider `input`; `at(part)` moves it, or hides it if it is off the slider. */
function marked(input) {
  const track = Object.assign(document.createElement("span"), { className: "nb-track" });
  const flag = Object.assign(document.createElement("span"), { className: "nb-mark" });
  track.append(input, flag);
  const at = (part) => {
    flag.hidden = !(part >= 0 && part <= 1);
    flag.style.setProperty("--nb-part", part);
  };
  return { track, at };
}

/** One of `options` (value: label). Few short ones stand side by side as buttons, others in a list. */
export function choice(name, { label, options, start }) {
  const known = Object.keys(options);
  return {
    name,
    start,
    read: (text) => (known.includes(text) ? text : undefined),
    build(set) {
      const { element, id } = row("choice", label);
      const select = Object.assign(document.createElement("select"), { id });
      for (const value of known) select.append(new Option(options[value], value));
      select.addEventListener("change", () => set({ [name]: select.value }));
      element.append(select);
      return {
        element,
        show(value) {
          select.value = value;
        },
      };
    },
  };
}

/** Yes or no. */
export function toggle(name, { label, start }) {
  return {
    name,
    start,
    read: (text) => ({ true: true, false: false })[text],
    build(set) {
      const { element, id } = row("toggle", label);
      const box = Object.assign(document.createElement("input"), { type: "checkbox", id });
      box.addEventListener("change", () => set({ [name]: box.checked }));
      element.prepend(box);
      return {
        element,
        show(value) {
          box.checked = value;
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
  const accepts = (text) => {
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
    read: (text) => (accepts(text) === "" ? text : undefined),
    build(set) {
      const { element, id } = row("typed", label);
      const options = { type: "text", id, spellcheck: false, autocomplete: "off", autocapitalize: "off" };
      const input = Object.assign(document.createElement("input"), options);
      const list = Object.assign(document.createElement("datalist"), { id: `${id}-list` });
      list.append(...suggestions.map((text) => new Option(text, text)));
      input.setAttribute("list", list.id);
      const wrong = Object.assign(document.createElement("p"), { className: "nb-wrong", id: `${id}-wrong` });
      wrong.setAttribute("role", "alert");
      input.setAttribute("aria-describedby", wrong.id);
      input.addEventListener("input", () => {
        wrong.textContent = accepts(input.value);
        input.setAttribute("aria-invalid", String(wrong.textContent !== ""));
        if (wrong.textContent === "") set({ [name]: input.value });
      });
      element.append(input, list, wrong);
      return {
        element,
        show(value) {
          if (input.value !== value && document.activeElement !== input) input.value = value;
        },
      };
    },
  };
}

/** A value that has no control of its own: a reader changes it in the picture, and by other controls. */
export function hidden(name, { start, read }) {
  return { name, start, read };
}
