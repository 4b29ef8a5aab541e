// The queue of checks for the page's one Python. A check that does not end is ended, and Python with it.

import { absentInWords, brokenInWords } from "./words.js";

const NO_CASES = { total: 0, passed: 0, first: null };
const NOTHING = { error: null, examples: [], cases: NO_CASES, passed: false, sentence: "", printed: "", cut: false };

/** Return the result of a check that could not be finished, with the reason in words. */
function unfinished(message) {
  return { ...NOTHING, error: { message, line: null } };
}

/** Runs checks one after another in a worker that `makeWorker` makes when it is first needed. */
export class PythonQueue {
  #waiting = [];
  #running = null;
  #worker = null;
  #ready = false;
  #progress = null;
  #timer = 0;

  constructor(makeWorker) {
    this.makeWorker = makeWorker;
  }

  /**
   * Check `code` as an answer to `exercise` (data) and return a promise of the result, null if it was stopped.
   *
   * It may run for `seconds`; loading does not count. `tell(phase, progress)` hears "waiting", "loading" and "running".
   */
  check({ id, exercise, code, seconds, tell }) {
    return new Promise((resolve) => {
      this.#waiting.push({ id, exercise, code, seconds, tell, resolve });
      tell("waiting");
      this.#next();
    });
  }

  /** Stop the check with this `id`, wherever it is. */
  stop(id) {
    if (this.#running?.id === id) {
      this.#end();
      this.#finish(null);
      return;
    }
    for (const check of this.#waiting.filter((check) => check.id === id)) check.resolve(null);
    this.#waiting = this.#waiting.filter((check) => check.id !== id);
  }

  #next() {
    if (this.#running || this.#waiting.length === 0) return;
    this.#running = this.#waiting.shift();
    this.#worker ??= this.#begin();
    if (this.#ready) this.#run();
    else this.#running.tell("loading", this.#progress);
  }

  #begin() {
    const worker = this.makeWorker();
    worker.addEventListener("message", ({ data }) => this.#worker === worker && this.#hear(data));
    worker.addEventListener("error", ({ message }) => this.#worker === worker && this.#lose(message));
    return worker;
  }

  #run() {
    const { exercise, code, seconds, tell } = this.#running;
    tell("running");
    this.#timer = setTimeout(() => {
      this.#end();
      this.#finish(unfinished(`It ran for ${seconds} seconds without an end. Is there a loop that never stops?`));
    }, seconds * 1000);
    this.#worker.postMessage({ exercise, code });
  }

  #hear(data) {
    if (data.kind === "progress") {
      this.#progress = { loaded: data.loaded, total: data.total };
      this.#running?.tell("loading", this.#progress);
    } else if (data.kind === "ready") {
      this.#ready = true;
      if (this.#running) this.#run();
    } else if (data.kind === "result") {
      if (data.heavy) this.#end();
      this.#finish(data.result);
    } else {
      this.#lose(data.message);
    }
  }

  /** Python could not be had, or went to pieces. */
  #lose(message) {
    const wasReady = this.#ready;
    this.#end();
    this.#finish(unfinished(wasReady ? brokenInWords(message) : absentInWords(message)));
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = false;
    this.#progress = null;
  }

  #finish(result) {
    clearTimeout(this.#timer);
    const { resolve } = this.#running ?? {};
    this.#running = null;
    resolve?.(result);
    this.#next();
  }
}
