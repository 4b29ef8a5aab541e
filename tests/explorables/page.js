// A page as the modules under test find it: its address, elements without a look, a clock that is wound by hand.

import { mock } from "node:test";

class Element extends EventTarget {
  attributes = {};
  children = [];
  style = { setProperty: (name, value) => Object.assign(this.style, { [name]: value }) };

  setAttribute(name, value) {
    this.attributes[name] = String(value);
  }

  get id() {
    return this.attributes.id;
  }

  append(...more) {
    this.children.push(...more);
  }
}

class Storage {
  #texts = new Map();

  getItem(name) {
    return this.#texts.get(name) ?? null;
  }

  setItem(name, text) {
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    this.#texts.set(name, text);
  }

  removeItem(name) {
    this.#texts.delete(name);
  }

  get names() {
    return [...this.#texts.keys()];
  }
}

/** Let a page be open at this address, with nothing in its storage, at the time 0. */
export function open(address = "https://example.org/") {
  const replaceState = (_, __, url) => Object.assign(globalThis, { location: new URL(url) });
  const page = {
    location: new URL(address),
    history: { state: null, replaceState },
    document: { createElement: () => new Element(), activeElement: null },
    Option: class extends Element {},
    localStorage: new Storage(),
  };
  for (const [name, value] of Object.entries(page)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
}

/** Let this many milliseconds pass. */
export function wait(milliseconds) {
  mock.timers.tick(milliseconds);
}

/** Let `element` take a value from its reader. */
export function enter(element, value) {
  element.value = value;
  for (const kind of ["input", "change"]) element.dispatchEvent(new Event(kind));
}

/** Stands for a worker: `heard` is what it was told, and `say` lets it answer. */
export class Worker extends EventTarget {
  heard = [];
  isEnded = false;

  postMessage(message) {
    this.heard.push(message);
  }

  terminate() {
    this.isEnded = true;
  }

  say(data) {
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
}
