// What a reader finds: loaded by page/search.js, behind the index of titles. The words of the texts come after it.

import { element } from "./shared/element.js";
import { makeSearch } from "./search/engine.js";
import { highlight, wordsFrom } from "./search/highlight.js";
import { unpackRecords } from "./search/packed.js";

const SHOWN = 30;
const root = new URL("../../../", document.currentScript.src);

/** Return how many were found, in words. */
function inWords(count) {
  if (count === 0) return "Nothing found. One word is often enough";
  const shown = count > SHOWN ? `, the best ${SHOWN} shown` : "";
  return `${count} ${count === 1 ? "result" : "results"}${shown}`;
}

/** Return the parts of `text`, with the words in `pattern` marked. */
function marked(text, pattern) {
  const parts = [];
  let from = 0;
  for (const { index, 0: word } of text.matchAll(pattern)) {
    parts.push(text.slice(from, index), element("mark", {}, word));
    from = index + word.length;
  }
  return [...parts, text.slice(from)];
}

/** Return a result as an element of the list; `texts` say how the records begin, once they have come. */
function item({ pages, records }, texts, { id, matched }) {
  const [number, anchor, kind, title] = records[id];
  const text = texts[id];
  const { url, title: page, topic } = pages[number];
  const pattern = wordsFrom(matched);
  const where = [title === page ? "" : page, topic].filter(Boolean).join(" · ");
  const address = new URL(url, root);
  address.searchParams.set("h", matched.join(" "));
  address.hash = anchor;
  const about = element(
    "p",
    { class: "nb-found-about" },
    element("span", { class: "nb-kind" }, kind),
    where && ` ${where}`,
  );
  const name = element("p", { class: "nb-found-name" }, ...marked(title, pattern));
  const said = text && element("p", { class: "nb-found-text" }, ...marked(text, pattern));
  const link = element("a", { class: "md-search-result__link", href: address.href }, about, name, said);
  link.dataset.words = matched.join(" ");
  return element("li", { class: "md-search-result__item" }, link);
}

async function start(index) {
  let search = await makeSearch(index);
  let texts = [];
  const known = unpackRecords(index);
  const box = document.querySelector(".md-search");
  const [field, status, list] = ["input", "[role=status]", "ol"].map((selector) => box.querySelector(selector));

  function show() {
    const { asked, found } = search(field.value);
    status.textContent = asked.length ? inWords(found.length) : "Type to search";
    list.replaceChildren(...found.slice(0, SHOWN).map((one) => item(known, texts, one)));
    list.closest(".md-search__scrollwrap").scrollTop = 0;
  }

  // Called by the script that brings the words. Who is among the results keeps them as they are.
  index.hear = async (words) => {
    search = await makeSearch(index, words);
    texts = words.texts;
    if (!list.contains(document.activeElement)) show();
  };
  document.head.append(element("script", { src: new URL("search/words.js", root).href }));

  field.addEventListener("input", show);
  box.addEventListener("reset", () => setTimeout(() => field.focus() || show()));
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    document.getElementById("__search").click();
    if (link.pathname !== location.pathname) return;
    // On this very page: go there without loading it again.
    event.preventDefault();
    highlight(link.dataset.words.split(" "));
    location.hash = link.hash;
  });
  show();
}

start(globalThis.nablaSearch);
