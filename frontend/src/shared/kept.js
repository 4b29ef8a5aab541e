// What this browser keeps for a reader, under names that tell what it is of. Where nothing can be kept (storage is full
// or forbidden), it is as on a first visit.

/** Return what is kept under `name`: an empty object if there is nothing. */
export function readKept(name) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? {};
  } catch {
    return {};
  }
}

/** Keep the entries of `value` under `name`; what is empty needs no room. */
export function keep(name, value) {
  const kept = Object.entries(value).filter(([, part]) => part);
  try {
    if (kept.length > 0) localStorage.setItem(name, JSON.stringify(Object.fromEntries(kept)));
    else localStorage.removeItem(name);
  } catch {
    // It stands on the page all the same, until that is left.
  }
}
