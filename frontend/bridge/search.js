// The index of the search, made at build time by the very code that reads it in the browser.

import { makeSearch } from "../src/search/engine.js";
import { packRecords, packTerms, unpackRecords } from "../src/search/packed.js";
import { terms } from "../src/search/words.js";

/** Return records (page, anchor, kind, title) and the terms of their texts, packed. */
export function pack(records, texts) {
  return { records: packRecords(records), words: packTerms(texts.map(terms)) };
}

/** Return, for each question, the addresses of what answers it, the best first; without `words`, by titles alone. */
export async function answers(index, words, questions) {
  const search = await makeSearch(index, words);
  const { pages, records } = unpackRecords(index);
  const address = ({ id: [page, anchor] }) => `${pages[page].url}#${anchor}`;
  return questions.map((question) => search(question).found.map(({ id }) => address({ id: records[id] })));
}

export { unpackRecords as unpack };
