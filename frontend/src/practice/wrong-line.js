// The line at which Python stopped, marked in the editor with the message below it, until the text changes.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, WidgetType } from "@codemirror/view";
import { clamp } from "../mathematics/intervals.js";
import { element } from "../shared/element.js";

const marked = StateEffect.define();

class Message extends WidgetType {
  constructor(text) {
    super();
    this.text = text;
  }

  eq(other) {
    return other.text === this.text;
  }

  toDOM() {
    // Read out with the result below the editor: here it would be read twice.
    return element("div", { class: "nb-line-message", "aria-hidden": "true" }, this.text);
  }
}

/** The part of the editor's state that knows the marked line. */
export const wrongLine = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) if (effect.is(marked)) return effect.value;
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Mark the line with this number in `view`; without a number, mark none. */
export function markLine(view, number, message) {
  view.dispatch({ effects: marked.of(number ? marksAt(view.state.doc, number, message) : Decoration.none) });
}

function marksAt(doc, number, message) {
  const line = doc.line(clamp(number, 1, doc.lines));
  const widget = Decoration.widget({ widget: new Message(message), block: true, side: 1 });
  return Decoration.set([Decoration.line({ class: "nb-line-wrong" }).range(line.from), widget.range(line.to)]);
}
