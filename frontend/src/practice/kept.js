// The learner's work on an exercise, and whether it was tried and solved, as this browser keeps it.

import * as kept from "../shared/kept.js";

// The number is the form's: a new form gets a new one, and the old is read once more then.
const PREFIX = "nabla.practice.1.";

/** Return what is kept of the exercise `id`: an empty object if there is nothing, or nothing can be kept. */
export function readKept(id) {
  return kept.readKept(PREFIX + id);
}

/** Keep `{ code, before, tried, solved }` of the exercise `id`. */
export function keep(id, { code, before, tried, solved }) {
  kept.keep(PREFIX + id, { code, before, tried, solved });
}
