// Numbers as people read them: with a true minus sign, and powers of ten raised; and derivatives.

const RAISED = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };

function signed(text) {
  return text.replace("-", "−");
}

/** Return `value` with `digits` places after the point. */
export function fixed(value, digits = 2) {
  if (!Number.isFinite(value)) return told(value);
  return signed(Number(value.toFixed(digits)) === 0 ? (0).toFixed(digits) : value.toFixed(digits));
}

/** Return `value` to `digits` significant digits, as a power of ten if it is very large or very small. */
export function short(value, digits = 3) {
  if (!Number.isFinite(value)) return told(value);
  if (value === 0) return "0";
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= -3 && exponent < 6) return signed(String(Number(value.toPrecision(digits))));
  const [mantissa, power] = value.toExponential(digits - 1).split("e");
  const raised = [...String(Number(power))].map((sign) => RAISED[sign]).join("");
  return signed(Number(mantissa) === 1 ? `10${raised}` : `${Number(mantissa)}\u00a0·\u00a010${raised}`);
}

/** Return `number` with its `noun`: 1 step, 2 steps. */
export function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Return ∂f/∂x, or the like, as HTML; no line ends in it, and no letter runs into another. */
export function partial(above, below) {
  const part = (name) => `∂${name === "f" ? "\u2009" : "\u200a"}<i>${name}</i>`;
  return `<span class="nb-partial">${part(above)}/${part(below)}</span>`;
}

function told(value) {
  if (Number.isNaN(value)) return "undefined";
  return value > 0 ? "∞" : "−∞";
}
