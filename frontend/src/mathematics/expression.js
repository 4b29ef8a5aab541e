// Functions of x that a reader types, such as `sin(x)/x` or `x^2 - 3x`. The text is read by a grammar of its own and
// never run as a program. What comes out gives the value and the exact derivative at once, by dual numbers: each
// operation carries the pair of a value and its derivative, as topic 02 explains.

const dual = (value, slope = 0) => ({ value, slope });
const chain = (f, df) => (u) => dual(f(u.value), df(u.value) * u.slope);

const FUNCTIONS = {
  sin: chain(Math.sin, Math.cos),
  cos: chain(Math.cos, (u) => -Math.sin(u)),
  tan: chain(Math.tan, (u) => 1 / Math.cos(u) ** 2),
  exp: chain(Math.exp, Math.exp),
  ln: chain(Math.log, (u) => 1 / u),
  log: chain(Math.log, (u) => 1 / u),
  sqrt: chain(Math.sqrt, (u) => 0.5 / Math.sqrt(u)),
  abs: chain(Math.abs, (u) => (u === 0 ? Number.NaN : Math.sign(u))),
  tanh: chain(Math.tanh, (u) => 1 - Math.tanh(u) ** 2),
  sigmoid: chain(sigmoid, (u) => sigmoid(u) * sigmoid(-u)),
  relu: chain(
    (u) => Math.max(u, 0),
    (u) => (u === 0 ? Number.NaN : Number(u > 0)),
  ),
};
const CHOICES = {
  max: chosen((a, b) => a > b),
  min: chosen((a, b) => a < b),
};
const CONSTANTS = { pi: Math.PI, π: Math.PI, e: Math.E };

/** Return what takes the first of two numbers that it `prefers`. Where they meet, so must their slopes. */
function chosen(prefers) {
  return (a, b) => {
    if (a.value === b.value) return dual(a.value, a.slope === b.slope ? a.slope : Number.NaN);
    if (Number.isNaN(a.value + b.value)) return dual(Number.NaN, Number.NaN);
    return prefers(a.value, b.value) ? a : b;
  };
}

function sigmoid(u) {
  return 1 / (1 + Math.exp(-u));
}

const OPERATIONS = {
  "+": (a, b) => dual(a.value + b.value, a.slope + b.slope),
  "-": (a, b) => dual(a.value - b.value, a.slope - b.slope),
  "*": (a, b) => dual(a.value * b.value, a.slope * b.value + a.value * b.slope),
  "/": (a, b) => dual(a.value / b.value, (a.slope * b.value - a.value * b.slope) / b.value ** 2),
  "^": power,
};

function power(a, b) {
  const value = a.value ** b.value;
  // A constant exponent has the power rule, also at negative bases; else a^b = exp(b ln a).
  if (b.slope === 0) return dual(value, b.value === 0 ? 0 : b.value * a.value ** (b.value - 1) * a.slope);
  return dual(value, value * (b.slope * Math.log(a.value) + (b.value * a.slope) / a.value));
}

const TOKEN = /\s*(?:(\d+\.?\d*(?:e[-+]?\d+)?|\.\d+)|([a-zπ]+)|(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(\*\*|[-+*/^(),|−·]))/iy;
const SAME = { "**": "^", "−": "-", "·": "*" };
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const KNOWN = ["x", ...[CONSTANTS, FUNCTIONS, CHOICES].flatMap(Object.keys)].sort((a, b) => b.length - a.length);

/** Return the known words that `word` is made of, such as sin and x, or the word itself. */
function words(word) {
  const found = [];
  for (let rest = word; rest !== ""; rest = rest.slice(found.at(-1).length)) {
    const first = KNOWN.find((known) => rest.startsWith(known));
    if (!first) return [word];
    found.push(first);
  }
  return found;
}

function exponent(raised) {
  const number = { number: Number([...raised.replace("⁻", "")].map((digit) => RAISED.indexOf(digit)).join("")) };
  return raised.startsWith("⁻") ? [{ sign: "^" }, { sign: "-" }, number] : [{ sign: "^" }, number];
}

function tokens(text) {
  const found = [];
  TOKEN.lastIndex = 0;
  let at = 0;
  while (text.slice(at).trim() !== "") {
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`I do not know the sign “${text.slice(at).trim()[0]}”.`);
    at = TOKEN.lastIndex;
    const [, number, word, raised, sign] = match;
    if (number) found.push({ number: Number(number) });
    else if (word) found.push(...words(word.toLowerCase()).map((known) => ({ word: known })));
    else if (raised) found.push(...exponent(raised));
    else found.push({ sign: SAME[sign] ?? sign });
  }
  return found;
}

/**
 * Read the function of x that `text` stands for. Returns a function from a number to { value, slope }. Throws an Error
 * with a sentence for the reader if it cannot be read. `2x`, `x²`, `2 sin(x)`, `sin 2x`, `sin²(x)` and `|x|` are
 * understood; `-x^2` is −(x²), and `2^3^x` is 2^(3^x).
 */
export function readFunction(text) {
  const waiting = tokens(text);
  if (waiting.length === 0) throw new Error("Type a function of x, such as x^2.");
  const peek = () => waiting[0] ?? {};
  const take = (sign) => peek().sign === sign && waiting.shift();

  function sum() {
    let left = product();
    for (let sign = peek().sign; sign === "+" || sign === "-"; sign = peek().sign) {
      waiting.shift();
      left = joined(sign, left, product());
    }
    return left;
  }

  function product() {
    let left = negated();
    for (;;) {
      if (take("*")) left = joined("*", left, negated());
      else if (take("/")) left = joined("/", left, negated());
      else if (peek().word || peek().number !== undefined || peek().sign === "(") left = joined("*", left, raised());
      else return left;
    }
  }

  function negated() {
    if (take("+")) return negated();
    if (!take("-")) return raised();
    const inner = negated();
    return (x) => OPERATIONS["-"](dual(0), inner(x));
  }

  function raised() {
    const base = atom();
    return take("^") ? joined("^", base, negated()) : base;
  }

  function atom() {
    const token = waiting.shift() ?? {};
    if (token.number !== undefined) return () => dual(token.number);
    if (token.word === "x") return (x) => dual(x, 1);
    if (Object.hasOwn(CONSTANTS, token.word ?? "")) return () => dual(CONSTANTS[token.word]);
    if (token.word) return applied(token.word);
    if (token.sign === "(") return closed(")");
    if (token.sign === "|") return absolute();
    throw new Error(token.sign ? `Something is missing before “${token.sign}”.` : "Something is missing at the end.");
  }

  function applied(word) {
    if (Object.hasOwn(CHOICES, word)) return choice(word);
    if (!Object.hasOwn(FUNCTIONS, word)) {
      throw new Error(
        `I do not know “${word}”. Known: x, pi, e, ${Object.keys({ ...FUNCTIONS, ...CHOICES }).join(", ")}.`,
      );
    }
    const raisedTo = take("^") && atom();
    const inner = take("(") ? closed(")") : bare(word);
    const value = (x) => FUNCTIONS[word](inner(x));
    return raisedTo ? joined("^", value, raisedTo) : value;
  }

  /** Read what a function is applied to without brackets: what is multiplied without a sign, up to the next function. */
  function bare(word) {
    const isFactor = () =>
      peek().number !== undefined || peek().word === "x" || Object.hasOwn(CONSTANTS, peek().word ?? "");
    let inner = null;
    while (isFactor()) inner = inner ? joined("*", inner, raised()) : raised();
    if (!inner || peek().sign === "(") throw new Error(`Write ${word} with brackets: ${word}(x).`);
    return inner;
  }

  function choice(word) {
    const two = `Write ${word} with two numbers: ${word}(0, x).`;
    if (!take("(")) throw new Error(two);
    const first = sum();
    if (!take(",")) throw new Error(two);
    const second = closed(")");
    return (x) => CHOICES[word](first(x), second(x));
  }

  function absolute() {
    const inner = closed("|");
    return (x) => FUNCTIONS.abs(inner(x));
  }

  function closed(sign) {
    const inner = sum();
    if (!take(sign)) throw new Error(sign === ")" ? "A bracket is not closed." : "A bar | is not closed.");
    return inner;
  }

  const read = sum();
  if (waiting.length > 0) throw new Error(`I cannot read on from “${waiting[0].sign}”.`);
  return read;
}

function joined(sign, left, right) {
  return (x) => OPERATIONS[sign](left(x), right(x));
}
