// The words that were sought, marked where they stand. Browsers that know no highlights show none.

/** Return the pattern of words that begin with one of `terms`. */
export function wordsFrom(terms) {
  const plain = terms.filter(Boolean).map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(plain.length ? `(?<![\\p{L}\\p{N}])(?:${plain.join("|")})[\\p{L}\\p{N}]*` : "(?!)", "giu");
}

/** Mark the words of the page that begin with one of `terms`. */
export function highlight(terms) {
  const article = document.querySelector("article");
  if (!article || !globalThis.CSS?.highlights || !terms.some(Boolean)) return;
  const pattern = wordsFrom(terms);
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const found = new Highlight();
  while (texts.nextNode()) {
    for (const { index, 0: word } of texts.currentNode.data.matchAll(pattern)) {
      const range = new StaticRange({
        startContainer: texts.currentNode,
        startOffset: index,
        endContainer: texts.currentNode,
        endOffset: index + word.length,
      });
      found.add(range);
    }
  }
  CSS.highlights.set("nb-sought", found);
}
