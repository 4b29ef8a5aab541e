// The learner's work on an exercise, and whether it was tried and solved, as this browser keeps it.

// The number is the form's: a new form gets a new one, and the old is read once more then.
const PREFIX = "nabla.practice.1.";

/** Return what is kept of the exercise `id`: an empty object if there is nothing, or nothing can be kept. */
export function readKept(id) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + id)) ?? {};
  } catch {
    return {};
  }
}

/** Keep `{ code, before, tried, solved }` of the exercise `id`; what is empty needs no room. */
export function keep(id, { code, before, tried, solved }) {
  const kept = Object.entries({ code, before, tried, solved }).filter(([, value]) => value);
  try {
    if (kept.length > 0) localStorage.setItem(PREFIX + id, JSON.stringify(Object.fromEntries(kept)));
    else localStorage.removeItem(PREFIX + id);
  } catch {
    // Storage is full or forbidden: the work is in the editor all the same, until the page is left.
  }
}
