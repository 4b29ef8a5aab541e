// The search itself: which records answer a question, the best first.

import MiniSearch from "minisearch";
import { unpackRecords, unpackTerms } from "./packed.js";
import { littleWords, synonyms, terms, termsAsked } from "./words.js";

// What it gets are terms already.
const OPTIONS = {
  fields: ["title", "text"],
  tokenize: (terms) => terms.match(/\S+/g) ?? [],
  processTerm: (term) => term,
};
/** How many records are taken in before the page may do something else. */
const AT_ONCE = 200;

/** A title says what its record is about. */
const BOOST = { title: 4 };

/** What somebody probably wants who asks in few words: first what a thing is. Other kinds count 1. */
const KINDS = { Topic: 1.5, Definition: 1.5, Section: 1.2, Formula: 1.1, Question: 0.8, Exercise: 0.8, Problem: 0.7 };
/** Who asks why wants a reason or a warning. */
const REASONS = { Question: 1.5, Mistake: 1.5 };
const AUTHORS_PAGES = 0.1;
/** The list of signs names all that is elsewhere explained. */
const NOTATION = 0.4;
/** Sections that every topic has, such as its checklist. */
const REPEATED = 0.3;
/** Records that bear the very name, or have it in their title. */
const NAMESAKE = 3;
const NAMED = 1.5;
/** What the little words add that a title shares with the question, such as "up" and "too", and how many titles are few. */
const LITTLE = 1;
const FEW = 6;
/** How much it counts that all parts of a question are matched, and how many matches make a part a frequent one. */
const FOCUS = 2;
/** How much of a part is matched by a record that does not say it, but whose page or topic is called so. */
const PLACE = 0.6;
const RARE = 40;
/** Of the best score: who has less is not shown. */
const TAIL = 0.02;
/** What a thing is called by its other names. */
const OTHER_NAME = 0.3;
/** The same if the whole question is a name. */
const OTHER_NAME_OF_ALL = 0.5;

/**
 * Return the function that answers questions from what the build has written: the records and, once they have come, the
 * `words` of their texts. Without them it goes by titles.
 */
export async function makeSearch(index, words) {
  const { pages, records } = unpackRecords(index);
  const titles = records.map(([, , , title]) => terms(title));
  const texts = words ? unpackTerms(words, records.length) : [];
  const search = new MiniSearch(OPTIONS);
  const documents = titles.map((title, id) => ({ id, title: title.join(" "), text: (texts[id] ?? []).join(" ") }));
  await search.addAllAsync(documents, { chunkSize: AT_ONCE });
  const places = pages.map(({ title, topic }) => terms(`${title} ${topic}`));
  const spoken = counted(records.flatMap(([, , , title]) => littleWords(title)));
  const options = {
    boost: BOOST,
    boostDocument: weights(pages, records, titles.map(String)),
    tokenize: (text) => [text],
  };

  /** Return what matches a part of a question or, if nothing does, something similar. */
  const matches = (query) => {
    const found = search.search(query, options);
    return found.length ? found : search.search({ ...query, queries: query.queries.slice(0, 1), fuzzy: 0.25 }, options);
  };

  return (question) => {
    const asked = termsAsked(question);
    if (asked.length === 0) return { asked, found: [] };
    // The last word may still be typed.
    const unfinished = /[\p{L}\p{N}]$/u.test(question);
    const found = together(
      parts(asked, unfinished).map(({ query, called }) => ({ matched: matches(query), called })),
      (id) => places[records[id][0]],
    );
    const { length, names } = synonyms(asked, 0);
    const called = length === asked.length ? [asked, ...names] : [asked];
    const wanted = /^\s*why\b/i.test(question) ? REASONS : {};
    const little = littleWords(question);
    for (const one of found) {
      const [, , kind, title] = records[one.id];
      one.score *= Math.max(...called.map((name) => likeness(titles[one.id], name)));
      one.score *= (wanted[kind] ?? 1) * (1 + LITTLE * shared(little, title, spoken));
    }
    found.sort((one, other) => other.score - one.score);
    const worth = found.filter(({ score }) => score > TAIL * found[0].score);
    return { asked, found: worth.map(({ id, matched }) => ({ id, matched })) };
  };
}

/**
 * Return what matches any part of a question, from what matches each. What matches only some counts less, and the less the
 * rarer what it misses is; where it stands (`placeOf`) makes up for some of that. A part that matches nothing is passed over.
 */
function together(parts, placeOf) {
  const found = new Map();
  const rarity = parts.map(({ matched }) => (matched.length ? 1 / (RARE + matched.length) : 0));
  const whole = rarity.reduce((sum, one) => sum + one, 0);
  parts.forEach(({ matched }, part) => {
    for (const { id, score, terms: words } of matched) {
      const one = found.get(id) ?? { id, score: 0, parts: new Set(), matched: [] };
      one.score += score;
      one.parts.add(part);
      one.matched.push(...words);
      found.set(id, one);
    }
  });
  for (const one of found.values()) {
    const place = placeOf(one.id);
    const covers = ({ called }, part) =>
      one.parts.has(part) ? 1 : called.some((name) => isIn(name, place)) ? PLACE : 0;
    const covered = parts.reduce((sum, part, i) => sum + (covers(part, i) * rarity[i]) / whole, 0);
    one.score *= covered ** FOCUS;
  }
  return [...found.values()];
}

const isIn = (name, place) => name.every((term) => place.includes(term));

/** Return the function that says how much a record counts, whatever is asked. */
function weights(pages, records, titles) {
  const times = counted(titles);
  const found = records.map(([page, , kind], id) => {
    const { url } = pages[page];
    const place = url.startsWith("contributing/") ? AUTHORS_PAGES : url === "study/notation.html" ? NOTATION : 1;
    return (KINDS[kind] ?? 1) * place * (kind === "Section" && times.get(titles[id]) > 2 ? REPEATED : 1);
  });
  return (id) => found[id];
}

/** Return how much it counts that the terms of a title are those of the question. */
function likeness(title, asked) {
  if (!asked.every((term) => title.includes(term))) return 1;
  return title.length === asked.length ? NAMESAKE : NAMED;
}

/** Return how much a title says of the little words of a question, at most 1: those that few titles have say most. */
function shared(little, title, spoken) {
  const said = littleWords(title);
  const both = little.filter((word) => said.includes(word));
  return Math.min(
    1,
    both.reduce((sum, word) => sum + FEW / spoken.get(word), 0),
  );
}

/** Return how often each of some values occurs. */
function counted(values) {
  const times = new Map();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return times;
}

/** Return the parts of a question, each with its names and as a query that asks for all of them. */
function parts(asked, unfinished) {
  const found = [];
  for (let from = 0; from < asked.length; ) {
    const { length, names } = synonyms(asked, from);
    const words = asked.slice(from, from + length);
    const prefix = unfinished && from + length === asked.length;
    const own = { combineWith: "AND", queries: [...words.slice(0, -1), { queries: words.slice(-1), prefix }] };
    const weight = length === asked.length ? OTHER_NAME_OF_ALL : OTHER_NAME;
    const others = names.map((name) => ({ combineWith: "AND", queries: name, boostTerm: () => weight }));
    found.push({ query: { combineWith: "OR", queries: [own, ...others] }, called: [words, ...names] });
    from += length;
  }
  return found;
}
