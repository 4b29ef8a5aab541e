// The search itself: which records answer a question, the best first.

import MiniSearch from "minisearch";
import { synonyms, terms } from "./words.js";

const OPTIONS = { fields: ["title", "text"], tokenize: terms, processTerm: (term) => term };

/** A title says what its record is about. */
const BOOST = { title: 4 };

/** What somebody probably wants who asks in few words: first what a thing is. Other kinds count 1. */
const KINDS = { Topic: 1.5, Definition: 1.5, Section: 1.2, Formula: 1.1, Question: 0.8, Exercise: 0.8, Problem: 0.7 };
const AUTHORS_PAGES = 0.1;
/** Sections that every topic has, such as its checklist. */
const REPEATED = 0.3;
/** Records that bear the very name, or have it in their title. */
const NAMESAKE = 3;
const NAMED = 1.5;
/** What a thing is called by its other names. */
const OTHER_NAME = 0.3;

/** Return the index of records (`id`, `title`, `text`), as an object that JSON can hold. */
export function makeIndex(records) {
  const search = new MiniSearch(OPTIONS);
  search.addAll(records);
  return search.toJSON();
}

/** Return the function that answers questions from what the build has written: pages, records and their index. */
export async function makeSearch({ pages, records, index }) {
  const search = await MiniSearch.loadJSAsync(index, OPTIONS);
  const titles = records.map(([, , , title]) => terms(title));
  const options = {
    boost: BOOST,
    boostDocument: weights(pages, records, titles.map(String)),
    tokenize: (text) => [text],
  };

  return (question) => {
    const asked = terms(question);
    if (asked.length === 0) return { asked, found: [] };
    // The last word may still be typed.
    const unfinished = /[\p{L}\p{N}]$/u.test(question);
    const queries = parts(asked, unfinished);
    let found = search.search({ combineWith: "AND", queries }, options);
    if (found.length === 0) found = search.search({ combineWith: "OR", queries }, options);
    if (found.length === 0) found = search.search({ queries: asked, fuzzy: 0.25, prefix: true }, options);
    const { length, names } = synonyms(asked, 0);
    const called = length === asked.length ? [asked, ...names] : [asked];
    for (const one of found) one.score *= Math.max(...called.map((name) => likeness(titles[one.id], name)));
    found.sort((one, other) => other.score - one.score);
    return { asked, found: found.map(({ id, terms: matched }) => ({ id, matched })) };
  };
}

/** Return the function that says how much a record counts, whatever is asked. */
function weights(pages, records, titles) {
  const times = new Map();
  for (const title of titles) times.set(title, (times.get(title) ?? 0) + 1);
  const found = records.map(([page, , kind], id) => {
    const authors = pages[page].url.startsWith("contributing/") ? AUTHORS_PAGES : 1;
    return (KINDS[kind] ?? 1) * authors * (kind === "Section" && times.get(titles[id]) > 2 ? REPEATED : 1);
  });
  return (id) => found[id];
}

/** Return how much it counts that the terms of a title are those of the question. */
function likeness(title, asked) {
  if (!asked.every((term) => title.includes(term))) return 1;
  return title.length === asked.length ? NAMESAKE : NAMED;
}

/** Return the parts of a question, as queries that also ask for the other names of what each part names. */
function parts(asked, unfinished) {
  const queries = [];
  for (let from = 0; from < asked.length; ) {
    const { length, names } = synonyms(asked, from);
    const words = asked.slice(from, from + length);
    const prefix = unfinished && from + length === asked.length;
    const own = { combineWith: "AND", queries: [...words.slice(0, -1), { queries: words.slice(-1), prefix }] };
    const others = names.map((name) => ({ combineWith: "AND", queries: name, boostTerm: () => OTHER_NAME }));
    queries.push({ combineWith: "OR", queries: [own, ...others] });
    from += length;
  }
  return queries;
}
