// A stylesheet read by PostCSS, and without what no page can use, by PurgeCSS.

import postcss from "postcss";
import { PurgeCSS } from "purgecss";

const OPTIONS = {
  keyframes: true,
  variables: true,
  safelist: {
    standard: [/^:/], // a state, such as :focus-visible, stands on no page
    variables: [/^--(?!md-)/], // our own; scripts read some
  },
  blocklist: ["data-md-color-accent", "data-md-color-primary"], // the theme's palettes: the colors are our own
  extractors: [
    { extensions: ["html"], extractor: namesInPage },
    { extensions: ["js"], extractor: namesInScript },
  ],
};

const START_TAG = /<\w(?:"[^"]*"|'[^']*'|[^"'>])*>/g;
const ATTRIBUTE = /\s([^\s"'=<>]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

const WORDS = /[\w-]+/g;
const INLINE = /<script>(.*?)<\/script>/gs;

// What a script may add to a page is one of its words. Classes of ours have a hyphen; many another word of a script is a
// class of the theme, too.
function namesInScript(script) {
  const words = (script.match(WORDS) ?? []).filter((word) => word !== "rtl"); // the course runs from left to right
  const classes = words.filter((word) => word.includes("-"));
  return { tags: words, attributes: { names: words, values: words }, classes, ids: words, undetermined: [] };
}

function namesInPage(html) {
  const [tags, names, values, classes, ids] = Array.from({ length: 5 }, () => new Set());
  for (const [, script] of html.matchAll(INLINE)) for (const word of script.match(WORDS) ?? []) values.add(word);
  for (const start of new Set(html.match(START_TAG))) {
    tags.add(start.match(/[\w-]+/)[0]);
    for (const [, name, ...quoted] of start.matchAll(ATTRIBUTE)) {
      const value = quoted.find((text) => text !== undefined) ?? "";
      names.add(name);
      values.add(value);
      if (name === "id") ids.add(value);
      if (name === "class") for (const one of value.split(/\s+/)) classes.add(one);
    }
  }
  const attributes = { names: [...names], values: [...values] };
  return { tags: [...tags], attributes, classes: [...classes], ids: [...ids], undetermined: [] };
}

// Returns a stylesheet without rules, variables, animations and faces that no page or script in `content` can use.
export async function purge(content, raw) {
  const [{ css }] = await new PurgeCSS().purge({ ...OPTIONS, content, css: [{ raw }] });
  return withoutUnusedFaces(css);
}

// PurgeCSS looks for the names of families in `font-family` alone; ours also stand in `font` and in variables.
function withoutUnusedFaces(css) {
  const root = postcss.parse(css);
  const faces = [];
  const used = [];
  root.walkDecls((declaration) => {
    const isFace = declaration.parent.name === "font-face";
    if (!isFace) used.push(declaration.value);
    else if (declaration.prop === "font-family") faces.push(declaration);
  });
  const text = used.join();
  for (const { parent, value } of faces) if (!text.includes(value.replaceAll(/["']/g, ""))) parent.remove();
  return String(root);
}

// Returns a stylesheet as its rules, as `scripts/typeset/stylesheets.py` describes them.
export function rules(css) {
  return postcss.parse(css).nodes.map((node) => ({
    name: node.name ?? "",
    selectors: node.selectors ?? [],
    declarations: Object.fromEntries((node.nodes ?? []).map(({ prop, value }) => [prop, value])),
    body: (node.nodes ?? []).join(";"),
    text: String(node),
  }));
}
