// The theme fetches the program and the index of its search on every visit. Here they wait until somebody searches,
// since together they weigh as much as everything else that a visitor's browser does not keep.

const waiting = [];
let asked = location.protocol === "file:" || new URLSearchParams(location.search).has("q");

/** Do `act` as soon as somebody searches; what is asked for first is done first. */
function whenAsked(act) {
  if (asked) act();
  else waiting.push(act);
}

function ask(event) {
  if (asked || !event.target.closest?.(".md-search, [for=__search]")) return;
  asked = true;
  for (const act of waiting) act();
}

for (const kind of ["focusin", "pointerdown", "pointerover"]) addEventListener(kind, ask, { passive: true });

const { open, send } = XMLHttpRequest.prototype;
const patient = new WeakSet();

XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  if (String(url).endsWith("search/search_index.json")) patient.add(this);
  return open.call(this, method, url, ...rest);
};

XMLHttpRequest.prototype.send = function (body) {
  if (patient.has(this)) whenAsked(() => send.call(this, body));
  else send.call(this, body);
};

const RealWorker = window.Worker;

/** Stands for the search's worker, not started yet, and passes on what is said in both directions. */
class PatientWorker extends EventTarget {
  constructor(...source) {
    super();
    whenAsked(() => {
      this.worker = new RealWorker(...source);
      this.worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
    });
  }

  postMessage(message) {
    whenAsked(() => this.worker.postMessage(message));
  }
}

// Other workers, such as the one that runs a learner's Python, wait for nothing.
window.Worker = new Proxy(RealWorker, {
  construct: (Real, source) =>
    String(source[0]).includes("/workers/search.") ? new PatientWorker(...source) : new Real(...source),
});
