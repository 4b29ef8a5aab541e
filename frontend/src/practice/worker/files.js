// Python's files: fetched once, then kept by the browser where it allows that.

const PREFIX = "nabla-python-";
// Put in by the build: what to fetch, how many bytes each file has, what Pyodide calls its lock, and our own files.
export const { version, files, lock, ours } = JSON.parse(PYTHON);
const TYPES = { mjs: "text/javascript", wasm: "application/wasm", zip: "application/zip" };

/** Return all files by name, each as a function that makes a `Response`; tells `tell(loaded, total)` meanwhile. */
export async function pythonFiles(base, tell) {
  const cache = await openCache();
  const total = Object.values(files).reduce((sum, size) => sum + size, 0);
  let loaded = 0;
  const add = (bytes) => {
    loaded += bytes;
    tell(loaded, total);
  };
  const found = await Promise.all(
    Object.entries(files).map(async ([name, size]) => {
      const url = `${base}${name}?v=${version}`;
      const bytes = (await keptBytes(cache, url, size, add)) ?? (await fetchedBytes(cache, url, size, add));
      return [name, () => new Response(bytes, { headers: { "Content-Type": typeOf(name) } })];
    }),
  );
  return Object.fromEntries(found);
}

/** Return this version's cache, and delete those of others; null where there is none, as on a page without https. */
async function openCache() {
  try {
    for (const name of await caches.keys()) {
      if (name.startsWith(PREFIX) && name !== PREFIX + version) await caches.delete(name);
    }
    return await caches.open(PREFIX + version);
  } catch {
    return null;
  }
}

async function keptBytes(cache, url, size, add) {
  const kept = await cache?.match(url).catch(() => undefined);
  const bytes = kept && (await kept.arrayBuffer());
  if (bytes?.byteLength !== size) return undefined;
  add(size);
  return bytes;
}

async function fetchedBytes(cache, url, size, add) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  const bytes = new Uint8Array(size);
  let filled = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    if (filled + value.length <= size) bytes.set(value, filled);
    filled += value.length;
    add(value.length);
  }
  if (filled !== size) throw new Error("a file came incomplete");
  // A browser whose storage is full or closed fetches again on the next visit.
  await cache?.put(url, new Response(bytes, { headers: { "Content-Type": typeOf(url) } })).catch(() => {});
  return bytes;
}

const typeOf = (name) => TYPES[name.replace(/\?.*/, "").split(".").pop()];
