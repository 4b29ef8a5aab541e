// The index on its way to the reader: MiniSearch's own form without what follows from the rest, in columns that compress.

/**
 * Return MiniSearch's `index` of documents 0, 1, 2, … as its terms in order and, for each of its fields, where each stands:
 * the steps from document to document, and behind a step, as a negative number, how often if more than once.
 */
export function pack({ index, documentIds: _ids, fieldLength: _lengths, ...rest }) {
  const ordered = [...index].sort(([one], [other]) => (one < other ? -1 : 1));
  const column = (field) => ordered.map(([, places]) => steps(places[field] ?? {})).join(";");
  const columns = Object.values(rest.fieldIds).map(column);
  return { ...rest, terms: ordered.map(([term]) => term).join(" "), columns };
}

/** Return what was packed. A field's length is how many terms it holds. */
export function unpack({ terms, columns, ...rest }) {
  const documents = Array.from({ length: rest.documentCount }, (_, id) => id);
  const fieldLength = documents.map(() => columns.map(() => 0));
  const index = terms.split(" ").map((term) => [term, {}]);
  columns.forEach((column, field) => {
    column.split(";").forEach((packed, term) => {
      const places = walked(packed);
      if (packed) index[term][1][field] = places;
      for (const id of Object.keys(places)) fieldLength[id][field] += 1;
    });
  });
  return { ...rest, index, documentIds: { ...documents }, fieldLength: { ...fieldLength } };
}

function steps(places) {
  let last = 0;
  return Object.entries(places)
    .flatMap(([id, times]) => {
      const step = id - last;
      last = Number(id);
      return times > 1 ? [step, -times] : [step];
    })
    .join(" ");
}

function walked(packed) {
  const places = {};
  let id = 0;
  for (const number of packed ? packed.split(" ").map(Number) : []) {
    if (number >= 0) id += number;
    places[id] = number >= 0 ? 1 : -number;
  }
  return places;
}
