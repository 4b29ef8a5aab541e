// Formulas as HTML with MathML, by KaTeX.

import katex from "katex";

// Without this, a link or a picture in a formula would stand there as its command, in red.
function refuse({ command }) {
  throw new Error(`${command} is not allowed in a formula`);
}

export function render(tex, displayMode, macros) {
  const options = { displayMode, macros, throwOnError: true, strict: "error", trust: refuse, output: "htmlAndMathml" };
  try {
    return { html: katex.renderToString(tex, options) };
  } catch (error) {
    return { error: String(error.rawMessage || error.message) };
  }
}

// Many at once. Each gets macros of its own, to which a formula may add.
export function renderAll(formulas, macros) {
  return formulas.map(([tex, displayMode]) => render(tex, displayMode, { ...macros }));
}
