// The one place where an explorable keeps what a reader has chosen. It stands in the address too, so that a picture can
// be linked to as it is: `?secant.h=0.1` is the value `h` of the explorable `secant`.

/**
 * Keep the values of `fields` (each with a `name`, a `start` value, and `read`, which turns a text into a value or into
 * undefined). What the address holds of `id` comes first. `changed(values)` is called after every change.
 */
export function keepState(id, fields, changed) {
  const starts = Object.fromEntries(fields.map(({ name, start }) => [name, start]));
  const values = { ...starts };
  const query = new URLSearchParams(location.search);
  for (const { name, read } of fields) {
    const value = query.has(`${id}.${name}`) ? read(query.get(`${id}.${name}`)) : undefined;
    if (value !== undefined) values[name] = value;
  }

  /** Return the address of this state, at the explorable. */
  function address() {
    const url = new URL(location.href);
    for (const name of Object.keys(values)) {
      if (values[name] === starts[name]) url.searchParams.delete(`${id}.${name}`);
      else url.searchParams.set(`${id}.${name}`, rounded(values[name]));
    }
    url.hash = id;
    return url;
  }

  let due = 0;

  /** Take over `some` values, and tell. Browsers refuse an address that changes with each frame, so it follows after. */
  function set(some) {
    if (Object.entries(some).every(([name, value]) => values[name] === value)) return;
    Object.assign(values, some);
    changed(values);
    clearTimeout(due);
    due = setTimeout(() => {
      const url = address();
      url.hash = location.hash;
      history.replaceState(history.state, "", url);
    }, 300);
  }

  return { values, set, address, reset: () => set(starts) };
}

/** Return a value as the address holds it: numbers to six digits, which no eye tells apart. */
function rounded(value) {
  return typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value);
}
