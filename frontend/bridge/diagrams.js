// Diagrams as a page's own, by SVGO: ids that no other has, their natural size, and no look, which the stylesheet gives.

import { optimize } from "svgo/browser";

// Only the stylesheet says how things look; it knows a label of an edge by the classes that it stood in.
const isLook = (element, name) =>
  ["style", "filter", "xml:space", "alignment-baseline"].includes(name) ||
  (name === "fill" && ["rect", "text"].includes(element)) ||
  (name.startsWith("data-") && !(element === "g" && name === "data-merman-source-classes"));

const withoutLooks = {
  name: "withoutLooks",
  fn: () => ({
    element: {
      enter({ name, attributes }) {
        // Where a label stands is no look.
        if (name === "text" && attributes.style?.includes("text-anchor:middle")) attributes["text-anchor"] = "middle";
        for (const attribute of Object.keys(attributes)) if (isLook(name, attribute)) delete attributes[attribute];
      },
    },
  }),
};

// To the nearest whole number, from the middle down.
const pixels = (size) => Math.ceil(size - 0.5);

const inNaturalSize = {
  name: "inNaturalSize",
  fn: () => ({
    element: {
      enter({ name, attributes }) {
        if (name !== "svg" || attributes.width !== "100%") return;
        const [, , width, height] = attributes.viewBox.split(" ").map(Number);
        Object.assign(attributes, { width: `${pixels(width)}`, height: `${pixels(height)}` });
      },
    },
  }),
};

// A shape drawn as if by hand: an outline to fill, and once more for its edge, which the stylesheet gives the first one.
const drawnOnce = {
  name: "drawnOnce",
  fn: () => ({
    element: {
      enter(shape) {
        if (!shape.attributes.class?.split(" ").includes("outer-path")) return;
        shape.children = shape.children.filter(({ attributes }) => attributes.fill !== "none");
      },
    },
  }),
};

// What SVGO's `prefixIds` leaves out.
const labelsPrefixed = (prefix) => ({
  name: "labelsPrefixed",
  fn: () => ({
    element: {
      enter({ attributes }) {
        for (const name of ["aria-labelledby", "aria-describedby"]) {
          if (attributes[name]) attributes[name] = `${prefix}-${attributes[name]}`;
        }
      },
    },
  }),
});

export function adopt(svg, prefix) {
  // A hundredth of a pixel is below what a screen shows; a tenth may move a line of text by a whole one.
  const floatPrecision = 2;
  const plugins = [
    inNaturalSize,
    withoutLooks,
    drawnOnce,
    "removeStyleElement",
    { name: "cleanupIds", params: { minify: false, preservePrefixes: ["chart-"] } },
    "removeUselessDefs",
    "removeEmptyContainers",
    "removeUnusedNS",
    { name: "cleanupNumericValues", params: { floatPrecision } },
    { name: "cleanupListOfValues", params: { floatPrecision } },
    { name: "convertPathData", params: { floatPrecision } },
    { name: "convertTransform", params: { floatPrecision } },
    { name: "prefixIds", params: { prefix, delim: "-", prefixClassNames: false } },
    labelsPrefixed(prefix),
  ];
  return optimize(svg, { plugins }).data;
}
