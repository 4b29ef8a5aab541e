// The editor of an exercise (CodeMirror, for Python).

import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, undo } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { hangingLines } from "./hanging.js";
import { markLine, wrongLine } from "./wrong-line.js";

/**
 * Make an editor in `parent` that holds `text`. `label` names it, `describedBy` is the id of a description; `onChange`
 * hears every new text, `onCheck` that the learner asks for a check.
 */
export function createEditor({ parent, text, label, describedBy, onChange, onCheck }) {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        language,
        behavior(onCheck),
        EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": describedBy }),
        EditorView.updateListener.of((update) => update.docChanged && onChange(update.state.doc.toString())),
      ],
    }),
  });
  return {
    focus: () => view.focus(),
    mark: (line, message) => markLine(view, line, message),
    undo: () => undo(view),
    /** Replace everything in one step, which can be undone as such. */
    replace: (code) =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: code },
        annotations: isolateHistory.of("full"),
      }),
    text: () => view.state.doc.toString(),
  };
}

const language = [
  pythonLanguage,
  indentUnit.of("    "),
  EditorState.tabSize.of(4),
  syntaxHighlighting(classHighlighter),
];

function behavior(onCheck) {
  const check = () => {
    onCheck();
    return true;
  };
  // Tab indents, which would trap who has only a keyboard: after Escape it moves on, until something else is pressed.
  const letTabLeave = (view) => {
    view.setTabFocusMode(3_600_000);
    return true;
  };
  return [
    lineNumbers(),
    history(),
    indentOnInput(),
    bracketMatching(),
    wrongLine,
    EditorView.lineWrapping,
    hangingLines,
    keymap.of([
      { key: "Mod-Enter", run: check },
      { key: "Escape", run: letTabLeave },
      indentWithTab,
      ...defaultKeymap,
      ...historyKeymap,
    ]),
  ];
}
