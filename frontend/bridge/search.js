// The index of the search, made at build time by the very code that reads it in the browser.

import { makeIndex, makeSearch } from "../src/search/engine.js";

export { makeIndex };

/** Return, for each question, the numbers of the records that answer it, the best first. */
export async function answers(index, questions) {
  const search = await makeSearch(index);
  return questions.map((question) => search(question).found.map(({ id }) => id));
}
