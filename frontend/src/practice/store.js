// The state of all exercises of the page, in one place. What is seen follows from it.

import { keep, readKept } from "./kept.js";

const AT_FIRST = {
  code: "", // the learner's work; empty while it is the blank
  before: "", // the work that a reset has put aside
  tried: false,
  solved: false,
  phase: "resting", // or "waiting" (for another exercise), "loading" (Python), "running"
  progress: null, // of loading: `loaded` and `total`, in bytes
  result: null, // of the last check
  notice: "", // what is to be said besides
};
const KEPT = ["code", "before", "tried", "solved"];

/** Make the store of the exercises `ids`. */
export function createStore(ids) {
  const states = new Map(ids.map((id) => [id, { ...AT_FIRST, ...readKept(id) }]));
  const listeners = new Set();
  return {
    ids,
    get: (id) => states.get(id),
    update(id, changes) {
      const before = states.get(id);
      const state = { ...before, ...changes };
      states.set(id, state);
      if (KEPT.some((name) => state[name] !== before[name])) keep(id, state);
      for (const listener of listeners) listener(id, state, before);
    },
    /** Call `listener(id, state, before)` after every change. */
    subscribe: (listener) => listeners.add(listener),
  };
}
