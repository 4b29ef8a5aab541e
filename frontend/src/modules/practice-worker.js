// The worker that runs Python. It can be stopped whatever it does, and the page stays usable meanwhile.

import { startPython } from "../practice/worker/start.js";

// More memory than this means that the next check had better begin with a fresh Python.
const HEAVY = 200e6;

const addresses = {
  python: new URL("../pyodide/", import.meta.url).href,
  practice: new URL("../practice/", import.meta.url).href,
};
const loading = startPython(addresses, (loaded, total) => postMessage({ kind: "progress", loaded, total }));

loading.then(
  () => postMessage({ kind: "ready" }),
  (error) => postMessage({ kind: "absent", message: String(error?.message ?? error) }),
);

addEventListener("message", async ({ data }) => {
  const { answer, memory } = await loading;
  try {
    const result = JSON.parse(answer(JSON.stringify(data)));
    postMessage({ kind: "result", result, heavy: memory() > HEAVY });
  } catch (error) {
    // Not an exception in the answer, which the checker tells: Python itself is in pieces.
    postMessage({ kind: "broken", message: String(error?.message ?? error) });
  }
});
