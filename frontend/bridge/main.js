// Answers what `scripts/typeset/node.py` asks: one line of JSON in, one line of JSON out, until the input ends.
// Each module beside this one holds functions; it is loaded when the first of them is called.

import { createInterface } from "node:readline";
import { Console } from "node:console";

// What a library prints must not be taken for an answer.
globalThis.console = new Console(process.stderr);

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}

async function answer({ module, name, given }) {
  try {
    const functions = await import(`./${module}.js`);
    return { value: await functions[name](...given) };
  } catch (error) {
    // A package that is not whole ends here, too: what is missing is a file, or a name in one.
    const missing = error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND";
    return missing ? { missing: String(error.message).split("\n")[0] } : { error: String(error.stack) };
  }
}
