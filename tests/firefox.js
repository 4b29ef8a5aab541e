// Drives Firefox as `tests/firefox.py` asks: a line in names a method of Puppeteer's page and its arguments, a line out
// holds what it returned and what has troubled a reader since the last.

import { createInterface } from "node:readline";

const [module, executablePath, address] = process.argv.slice(-3);
const { default: puppeteer } = await import(module);

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  extraPrefsFirefox: { "ui.prefersReducedMotion": 1 }, // so that nothing is measured in the middle of a transition
});
const page = await browser.newPage();

let noted = [];
page.on("console", (message) => message.type() === "error" && noted.push(`console: ${message.text()}`));
page.on("pageerror", (error) => noted.push(`error in a script: ${error.message}`));
page.on("requestfailed", (request) => {
  const { errorText } = request.failure() ?? {};
  // What Firefox ended itself, as when the page is left, is no failure.
  if (errorText !== "NS_BINDING_ABORTED") noted.push(`request failed: ${request.url()} (${errorText})`);
});
page.on("response", (answer) => answer.status() >= 400 && noted.push(`status ${answer.status()}: ${answer.url()}`));
page.on("request", (request) => {
  const { protocol, host } = new URL(request.url());
  if (/^(http|ws)/.test(protocol) && host !== new URL(address).host) {
    noted.push(`request to another host: ${request.url()}`);
  }
});

for await (const line of createInterface({ input: process.stdin })) {
  const [path, ...given] = JSON.parse(line);
  const names = path.split(".");
  const method = names.pop();
  const owner = names.reduce((object, name) => object[name], page);
  let answer;
  try {
    const found = await owner[method](...given);
    answer = { found: method === "evaluate" ? (found ?? null) : null };
  } catch (error) {
    answer = { error: error.stack };
  }
  console.log(JSON.stringify({ ...answer, noted }));
  noted = [];
}
await browser.close();
