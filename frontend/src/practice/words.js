// The result of a check in words.

const SAID = [
  [/^MemoryError/, "Your answer asks for more memory than a page may have."],
  [/^RecursionError/, "A function keeps calling itself: what ends that?"],
  [/^SystemExit/, "Your code asks Python to end; return a value instead."],
  [/^IndentationError|^TabError/, "Look at the spaces at the beginning of the lines."],
  [/^ModuleNotFoundError/, "An answer has Python's standard library, and nothing else."],
];
const LONGEST = 1500;

/** Return what helps with an error besides its message, or an empty string. */
export function explained(message) {
  return SAID.find(([pattern]) => pattern.test(message))?.[1] ?? "";
}

/** Return in words that Python itself went to pieces while it checked an answer. */
export function brokenInWords(message) {
  const why = /call stack|recursion/i.test(message)
    ? "a function keeps calling itself, deeper than Python can go"
    : `your code ended Python itself: ${message}`;
  return `No result: ${why}. The next check starts Python anew.`;
}

/** Return in words that Python could not be had. */
export function absentInWords(message) {
  const why = message ? ` (${message})` : "";
  return `Python could not be loaded${why}. Are you connected? Then check again.`;
}

/** Return the summary of a result: "3 of 4 examples pass." */
export function summary(result) {
  const { error, cases, passed } = result;
  if (error) return error.line ? `Python stops at line ${error.line}.` : "Your answer could not be checked.";
  if (isBlank(result)) return "The body is still missing. Write it, then check again.";
  const examples = result.examples.filter((example) => !isSetUp(example));
  const total = examples.length;
  const passing = examples.filter(({ ok }) => ok).length;
  if (passing < total) return `${passing} of ${total} examples ${passing === 1 ? "passes" : "pass"}.`;
  const all = total === 1 ? "The example" : `All ${total} examples`;
  const verb = total === 1 ? "passes" : "pass";
  if (passed) return cases.total > 0 ? `${all} and ${cases.total} more inputs pass.` : `${all} ${verb}.`;
  const differing = cases.total - cases.passed;
  return `${all} ${verb}, but ${differing} of ${cases.total} more inputs ${differing === 1 ? "does" : "do"} not.`;
}

/** Return whether an example only sets a name for the next ones. */
export function isSetUp({ want, ok }) {
  return ok && want === "";
}

/** Return what is shown of a result: its examples and, if all of these pass, the first other input that does not. */
export function shownExamples({ examples, cases }) {
  return cases.first && examples.every(({ ok }) => ok) ? [...examples, cases.first] : examples;
}

/** Return whether nothing has been written yet. */
export function isBlank({ examples, cases }) {
  // Later examples may fail for want of what this one was to set.
  const failing = examples.find(({ ok }) => !ok);
  return failing?.got === "The body is still missing." && cases.passed === 0;
}

/** Return whether every example that fails fails because the answer returned nothing. */
export function isSilent({ examples }) {
  const failing = examples.filter(({ ok }) => !ok);
  return failing.length > 0 && failing.every(({ want, got }) => want && !want.startsWith("raises ") && !got);
}

/** Return the line of the learner's code that a result points at, with the message, or null. */
export function wrongLineOf(result) {
  if (result.error) return result.error.line ? result.error : null;
  for (const { ok, got } of shownExamples(result)) {
    const match = !ok && got.match(/^(.+) \(line (\d+)\)$/s);
    if (match) return { message: match[1], line: Number(match[2]) };
  }
  return null;
}

/** Return what an example gives as it is shown: an exception without its traceback, and nothing endless. */
export function outcome(text) {
  if (text === "") return "nothing";
  const told = text.startsWith("Traceback (most recent call last):") ? `raises ${lastLine(text)}` : text;
  return told.length > LONGEST ? `${told.slice(0, LONGEST)} … (${told.length.toLocaleString("en")} characters)` : told;
}

const lastLine = (text) => text.trimEnd().split("\n").pop().trim();

/** Return how far loading is, in words. */
export function loadingInWords({ loaded, total }) {
  if (loaded >= total) return "Starting Python …";
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  return `Fetching Python, once: ${megabytes(loaded)} of ${megabytes(total)} MB`;
}
