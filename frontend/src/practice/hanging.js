// A line of the editor that is too long goes on below, set back, so that its indentation still shows.

import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, ViewPlugin } from "@codemirror/view";

const BACK = 4; // how much farther in the rest of a line stands, in columns

/** Return a look for lines that begin with so many spaces. */
function hanging(spaces) {
  const width = `${spaces + BACK}ch`;
  return Decoration.line({ attributes: { style: `text-indent: -${width}; padding-left: calc(${width} + 6px)` } });
}

function decorations(view) {
  const builder = new RangeSetBuilder();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      builder.add(line.from, line.from, hanging(line.text.match(/^ */)[0].length));
      at = line.to + 1;
    }
  }
  return builder.finish();
}

export const hangingLines = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = decorations(view);
    }

    update({ docChanged, viewportChanged, view }) {
      if (docChanged || viewportChanged) this.decorations = decorations(view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
