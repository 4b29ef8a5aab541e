// The values that a reader has chosen in an explorable. They stand in the address, so that a picture can be linked to
// as it is: `?secant.h=0.1` is the value `h` of the explorable `secant`.

import { addressWith, inAddress, keepInAddress } from "../shared/address.js";

const PAUSE = 300;

/**
 * Keep the values of `fields` for the explorable `id`. A field has a `name`, a value to `start` with, and `read`, which
 * turns a text of the address into a value, or into undefined. `changed()` is called after every change.
 */
export function keepState(id, fields, changed) {
  const starts = Object.fromEntries(fields.map(({ name, start }) => [name, start]));
  const linked = fields.flatMap(({ name, read }) => {
    const text = inAddress(`${id}.${name}`);
    const value = text === null ? undefined : read(text);
    return value === undefined ? [] : [[name, value]];
  });
  const values = { ...starts, ...Object.fromEntries(linked) };

  /** Return the values as the address holds them: only those that differ from the start. */
  const texts = () =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [`${id}.${name}`, value === starts[name] ? null : rounded(value)]),
    );

  function address() {
    const url = addressWith(texts());
    url.hash = id;
    return url;
  }

  let due = 0;

  /** Take over `some` values. The address follows after a pause: browsers refuse one that changes with each frame. */
  function set(some) {
    if (Object.entries(some).every(([name, value]) => values[name] === value)) return;
    Object.assign(values, some);
    changed();
    clearTimeout(due);
    due = setTimeout(() => keepInAddress(texts()), PAUSE);
  }

  return { values, set, address, reset: () => set(starts) };
}

/** Return a value as text, numbers to six digits, which no eye tells apart. */
function rounded(value) {
  return typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value);
}
