// Starts Python (Pyodide), which then checks answers.

import { lock, ours, pythonFiles } from "./files.js";

// What an answer may take: enough for any exercise, and little enough to leave a phone alone.
const MEMORY_LIMIT = 512 * 1024 * 1024;
const PAGE = 64 * 1024;
const PACKAGE = "nabla_practice";

/** Return `answer` (JSON in, JSON out) and `memory` (bytes in use). Raises an Error if anything cannot be had. */
export async function startPython(addresses, tell) {
  const sources = sourcesOf(addresses.practice);
  const files = await pythonFiles(addresses.python, tell);
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all(
    ["pyodide.mjs", "pyodide.asm.mjs"].map((name) => importFrom(files[name]())),
  );
  const memory = limitMemory();
  serveFrom(files, addresses.python);
  const python = await loadPyodide({
    indexURL: addresses.python,
    packageBaseUrl: addresses.python, // else it is a host that is not ours
    lockFileContents: lock,
    createPyodideModule,
    stdin: () => null,
    stdout: () => {},
    stderr: () => {},
  });
  python.FS.mkdirTree(PACKAGE);
  for (const [name, text] of Object.entries(await sources)) python.FS.writeFile(`${PACKAGE}/${name}`, text);
  return { answer: python.pyimport(`${PACKAGE}.page`).answer, memory };
}

/** Return the Python files of our own, always those of today: they are small, and the exercises may have changed. */
async function sourcesOf(base) {
  const fetched = ours.map(async (name) => {
    const response = await fetch(base + name, { cache: "no-cache" });
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    return [name, await response.text()];
  });
  return { "__init__.py": "", ...Object.fromEntries(await Promise.all(fetched)) };
}

async function importFrom(response) {
  const url = URL.createObjectURL(await response.blob());
  try {
    return await import(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Let Pyodide, which asks for its files by address, have those that are here already. */
function serveFrom(files, base) {
  const real = self.fetch;
  self.fetch = (asked, options) => {
    const url = String(asked.url ?? asked);
    const file = url.startsWith(base) && files[url.slice(base.length)];
    return file ? Promise.resolve(file()) : real(asked, options);
  };
}

/** Refuse Python memory beyond the limit, so that it raises MemoryError; return a function that tells what it has. */
function limitMemory() {
  const { grow } = WebAssembly.Memory.prototype;
  let size = 0;
  WebAssembly.Memory.prototype.grow = function (pages) {
    const wanted = this.buffer.byteLength + pages * PAGE;
    if (wanted > MEMORY_LIMIT) throw new RangeError("more memory than an answer may take");
    size = wanted;
    return grow.call(this, pages);
  };
  return () => size;
}
