// The result of a check as elements of the page.

import { element } from "../shared/element.js";
import { explained, isBlank, isSetUp, isSilent, outcome, shownExamples } from "./words.js";

const SILENT = "Your function returns nothing. Is there a `return` on every way through it?";

/** Return the elements that show `result`; what is said in the summary is not said again. */
export function shownResult(result) {
  const said = result.sentence || (isSilent(result) && SILENT);
  return [
    result.error && errorShown(result.error),
    said && element("p", { class: "nb-teacher" }, ...withCode(said)),
    result.examples.length > 0 &&
      !isBlank(result) &&
      element("ul", { class: "nb-verdicts" }, ...shownExamples(result).map(exampleShown)),
    result.printed && printedShown(result.printed, result.cut),
  ].filter(Boolean);
}

function errorShown({ message, line }) {
  const more = explained(message);
  return element(
    "p",
    { class: "nb-error" },
    line && element("strong", {}, `Line ${line}: `),
    element("span", {}, message),
    more && `${/[.?!]$/.test(message) ? "" : "."} ${more}`,
  );
}

function exampleShown(example) {
  const { source, want, got, ok, raised } = example;
  if (isSetUp(example)) return element("li", {}, element("code", { class: "nb-source" }, source));
  const more = !ok && explained(got);
  return element(
    "li",
    { class: ok ? "nb-pass" : "nb-fail" },
    element("strong", {}, ok ? "Passes" : "Fails"),
    element("code", { class: "nb-source" }, source),
    !ok && pair("expected", want === "" ? "nothing printed" : outcome(want)),
    !ok && pair("got", raised.length > 0 && got.startsWith(raised[0]) ? `raises ${got}` : outcome(got)),
    more && element("p", {}, more),
  );
}

function pair(name, value) {
  return element("p", { class: "nb-pair" }, element("span", {}, name), " ", element("code", {}, value));
}

function printedShown(printed, cut) {
  const named = { tabindex: 0, role: "region", "aria-label": "What you printed" };
  const text = element("pre", named, element("code", {}, printed));
  const label = element("p", { class: "nb-label" }, "You printed");
  const notice = cut && element("p", { class: "nb-cut" }, "The rest is cut: you printed more than anybody reads.");
  return element("div", { class: "nb-printed" }, label, text, notice);
}

/** Return the parts of a sentence, with what stands between backticks as code and between asterisks stressed. */
function withCode(sentence) {
  return sentence.split(/(`[^`]+`|\*[^*\s][^*]*\*)/).map((part) => {
    if (part.startsWith("`") && part.length > 2) return element("code", {}, part.slice(1, -1));
    if (/^\*[^*]+\*$/.test(part)) return element("em", {}, part.slice(1, -1));
    return part;
  });
}
