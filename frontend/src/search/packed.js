// What the search needs on its way to the reader: without what follows from the rest, in a form that compresses.

/** Return the anchor that most sections and many blocks have: what their title is, in an address. */
const usual = (title) =>
  title
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .trim()
    .replace(/[-\s]+/g, "-");

/** Return records (page, anchor, kind, title) without the anchors that follow from their titles. */
export function packRecords(records) {
  return records.map(([page, anchor, kind, title]) => [page, anchor === usual(title) ? "" : anchor, kind, title]);
}

/**
 * Return what was packed, and what is known of each page: its address, its title, which is that of its first record, and
 * the title of its topic, if it has one.
 */
export function unpackRecords({ pages: urls, records }) {
  const titles = new Map();
  for (const [page, , , title] of records) if (!titles.has(urls[page])) titles.set(urls[page], title);
  const pages = urls.map((url) => {
    const home = url.startsWith("topics/") ? url.replace(/[^/]*$/, "index.html") : url;
    return { url, title: titles.get(url) ?? "", topic: home === url ? "" : (titles.get(home) ?? "") };
  });
  return {
    pages,
    records: records.map(([page, anchor, kind, title]) => [page, anchor || usual(title), kind, title]),
  };
}

// A number in base 32: its digits, the lowest first, those before the last one from the second half.
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const BASE = DIGITS.length / 2;
const MARK = "!";
/** So many times in a text are often. */
const OFTEN = 3;

/** Return a number in base 32. */
function written(number) {
  return number < BASE ? DIGITS[number] : DIGITS[BASE + (number % BASE)] + written(Math.floor(number / BASE));
}

/** Return the numbers that were written one after the other, each with whether a mark stands before it. */
function read(text) {
  const numbers = [];
  let [number, unit, marked] = [0, 1, false];
  for (const digit of text) {
    if (digit === MARK) {
      marked = true;
      continue;
    }
    const value = DIGITS.indexOf(digit);
    number += (value % BASE) * unit;
    unit *= BASE;
    if (value >= BASE) continue;
    numbers.push({ number, marked });
    [number, unit, marked] = [0, 1, false];
  }
  return numbers;
}

/**
 * Return the terms of texts 0, 1, 2, …: in order, each as a capital letter, which says how much of the last one it
 * repeats, and its own rest; and for each the texts in which it stands, by the steps from text to text. How often does not
 * matter much: a mark says that it is often.
 */
export function packTerms(texts) {
  const places = new Map();
  texts.forEach((terms, text) => {
    for (const term of terms) {
      if (!places.has(term)) places.set(term, new Map());
      places.get(term).set(text, (places.get(term).get(text) ?? 0) + 1);
    }
  });
  const ordered = [...places.keys()].sort();
  const ends = ordered.map((term, at) => {
    const same = shared(term, ordered[at - 1] ?? "");
    return String.fromCharCode(65 + same) + term.slice(same);
  });
  const steps = (list) =>
    list
      .map(([text, times], at) => (times < OFTEN ? "" : MARK) + written(text - (list[at - 1]?.[0] ?? -1) - 1))
      .join("");
  return { terms: ends.join(""), places: ordered.map((term) => steps([...places.get(term)])).join(".") };
}

/** Return how many letters two terms begin with alike, at most 25. */
function shared(one, other) {
  let length = 0;
  while (length < Math.min(one.length, 25) && one[length] === other[length]) length += 1;
  return length;
}

/** Return the terms of `count` texts that were packed, each once, or as many times as are often. */
export function unpackTerms({ terms, places }, count) {
  const texts = Array.from({ length: count }, () => []);
  const lists = places.split(".");
  let term = "";
  [...terms.matchAll(/([A-Z])([^A-Z]*)/g)].forEach(([, same, end], at) => {
    term = term.slice(0, same.charCodeAt(0) - 65) + end;
    let text = -1;
    for (const { number, marked } of read(lists[at])) {
      text += number + 1;
      texts[text].push(...Array(marked ? OFTEN : 1).fill(term));
    }
  });
  return texts;
}
