// Exercises that run on their page. One Python, in a worker, serves all of them; it comes with the first check.

import { Exercises } from "../practice/exercises.js";
import { makeAlive } from "../practice/exercise.js";
import { PythonQueue } from "../practice/queue.js";
import { showSolved } from "../practice/solved.js";
import { createStore } from "../practice/store.js";

// Addresses are relative to this file, which stays where it is; parts that it shares with other modules may not.
const exercises = new Exercises(new URL("../practice/", import.meta.url));
const python = new PythonQueue(
  () => new Worker(new URL("practice-worker.js", import.meta.url), { type: "module", name: "Python" }),
);
const store = createStore([...document.querySelectorAll("[data-exercise]")].map((element) => element.id));
showSolved(store);

/** Give the exercise `element` its editor. */
export function start(element) {
  makeAlive(element, { store, python, exercises });
}
