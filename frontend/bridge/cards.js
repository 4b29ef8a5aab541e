// Formulas of cards, by MathJax 3 as Anki sets it up, but for the two extensions that turn an error into red text.

import { liteAdaptor } from "mathjax-full/js/adaptors/liteAdaptor.js";
import { RegisterHTMLHandler } from "mathjax-full/js/handlers/html.js";
import { AllPackages } from "mathjax-full/js/input/tex/AllPackages.js";
import { TeX } from "mathjax-full/js/input/tex.js";
import { mathjax } from "mathjax-full/js/mathjax.js";
import { SVG } from "mathjax-full/js/output/svg.js";

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const tex = new TeX({
  packages: AllPackages.filter((name) => !["noerrors", "noundefined", "textmacros"].includes(name)),
  formatError: (_, error) => {
    throw error;
  },
});
const page = mathjax.document("", { InputJax: tex, OutputJax: new SVG({ fontCache: "local" }) });

export function draw(source, display) {
  try {
    tex.reset();
    const drawing = adaptor.firstChild(page.convert(source, { display }));
    return { svg: adaptor.outerHTML(drawing), width: Number.parseFloat(adaptor.getAttribute(drawing, "width")) };
  } catch (error) {
    return { error: String(error.message || error) };
  }
}
