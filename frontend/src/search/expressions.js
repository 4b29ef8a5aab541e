// What learners write in signs, and how it is called.

/**
 * In questions as in titles and texts: how expressions are called; small words that together say something; and what asks to
 * compare, which is no difference of numbers.
 */
export const SAID = [
  [/\b(?:ln|log) ?\(? ?1 ?\+ ?e ?\^ ?\(?[xz]\b/g, "softplus"],
  [/\be ?\^ ?\(?x\b/g, "exponential"],
  [/\bx ?\^ ?2\b|\bx2\b/g, "square"],
  [/\bx ?\^ ?n\b/g, "power"],
  [/\bx ?\^?t ?a ?x\b/g, "quadratic form"],
  [/\b1 ?\/ ?x\b/g, "power"],
  [/\bp ?[-−] ?y\b/g, "prediction minus target"],
  [/\bdl ?\/ ?dw\b/g, "weight gradient"],
  [/\bd\w ?\/ ?d\w\b/g, "derivative"],
  [/\b(forward|reverse)([- ]mode) (?:auto ?diff|automatic differentiation|differentiation|ad)\b/g, "$1$2"],
  [/\ba ?x ?[-−] ?b\b/g, "least squares"],
  [/\bw ?x\b/g, "linear layer"],
  [/\bchang(?:e of|ing) variables?\b/g, "jacobian determinant"],
  [/\bby hand\b/g, "byhand"],
  [/\b2 ?[x×] ?2\b/g, "twobytwo"],
  [/\b(?:optimizer\.)?zero_grad\b/g, "zero gradient training loop"],
  [/\bdifferences? between\b/g, ""],
  [/\bwarm[- ]up\b/g, "warmup"],
  [/\blog-?sum-?exp\b/g, "log sum exp"],
  [/\bflash[- ]?attention\b/g, "flashattention"],
  [/\bnon[- ]?scalars?\b/g, "vector"],
  [/\b(?:beta|β)_?[12]\b/g, "adam"],
  [/\b(?:torch|jnp|np)\.where\b/g, "where branch"],
  [/‖[^‖]*‖/g, "norm"],
  [/\btoo (?:small|low|tiny|large|high|big)\b/g, "extreme"],
  [/\bloss (?:goes|going|go|went|rises|increases)\b/g, "loss went"],
];

const GREEK = {
  α: "learning rate",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  θ: "theta",
  λ: "lambda",
  μ: "mu",
  σ: "sigma",
  φ: "phi",
};

/** In questions alone: what learners type in signs, and what they probably want to know of it. */
export const TYPED = [
  [/[α-ω]/g, (letter) => (GREEK[letter] ? ` ${GREEK[letter]}` : letter)],
  [/[−–]/g, "-"],
  [/[′’]/g, "'"],
  // No space around a sign, so that no line below needs to think of it.
  [/ ?([-+*·/^(),=>→∘×|]) ?/g, "$1"],
  // Costs and sizes
  [/\bbig[- ]?o\b/g, "complexity"],
  [/\bo\(([^)]*)\)/g, "complexity $1"],
  [/\bn\^(\d)/g, "n$1"],
  [/\br\^[dmn]\b|\b[mn][x×][mn]\b/g, "shape"],
  // Numbers that have a name
  [/\b(?:1e|10\^)-0?8\b/g, "adam epsilon"],
  [/\b(?:1e|10\^)-0?[4-7]\b/g, "relative error threshold"],
  [/\b(?:2\.22?e|1e|10\^)-16\b/g, "machine epsilon"],
  [/\b0?\.999\b/g, "adam"],
  [/\b0?\.693\d*|\bln[ (]?2\b/g, "stuck two"],
  [/\b65,?504\b/g, "float16 overflow"],
  [/\b0\/0\b/g, "nan"],
  [/\b1st\b/g, ""],
  [/\b2nd\b/g, "second"],
  // Quotients of differences, and derivatives
  [/\(?f\(x\+h\)-f\(x-h\)\)?(\/\(?2\*?h\)?)?/g, "central difference"],
  [/\(?f\(x\+h\)-f\(x\)\)?(\/h)?/g, "difference quotient"],
  [/(\blim\w* ?)?\b[hx](->|→)0\b/g, "derivative limit"],
  [/\bf(∘g\b|\(g\(x\)\))/g, "chain rule"],
  [/\bf[*·]?g\)?'/g, "product rule"],
  [/\bf\/g\b\)?'?/g, "quotient rule"],
  [/\b[fgy](''|"|″)/g, "second derivative "],
  [/\b[fgy]'(?!s)/g, "derivative "],
  [/[d∂]l\/[d∂]w\b/g, "weight gradient"],
  [/[d∂]l\/[d∂]b\b/g, "bias gradient"],
  [/[d∂]l\/[d∂]x\b/g, "input gradient"],
  [/[d∂]\^?2\w?\/[d∂]\w\^?2/g, "second derivative"],
  [/∂\^?2?\w?\/∂\w ?∂\w/g, "mixed partial derivative"],
  [/∂\w?\/∂\w\b/g, "partial derivative"],
  [/\bd\/d\w\b/g, "derivative"],
  [/∇\^?2/g, "hessian "],
  [/∇/g, " ∇ "],
  // Functions and rules by their formulas
  [/^(?:x\^2|x2)$/g, "derivative square"],
  [/^(?:sqrt[ (]?x\)?|√x)$/g, "power rule"],
  [/^(?:ln|log)[ (]?x\)?$/g, "derivative logarithm"],
  [/^(sin|cos|tanh)[ (]?x\)?$/g, "derivative $1"],
  [/^\w\^t$/g, "transpose"],
  [/\b[ahjw]\^-1\b/g, "inverse"],
  [/\|\|[^|]*\|\|/g, "norm"],
  [/\|\w\|/g, "absolute value"],
  [/\bmax\((?:0,[xz]|[xz],0)\)/g, "relu"],
  [/\b1\/\(?1\+(?:e\^|exp)[({]?-[xz][)}]*/g, "sigmoid"],
  [/\b[xz][*·]?sigm(?:a|oid)\b/g, "silu"],
  [/\bp ?(?:log|ln)[ (]?p\b/g, "entropy"],
  [/-(?:log|ln)[ (]?p\b/g, "surprise"],
  [/(?:ŷ|\by_?hat)-y\b/g, "prediction minus target"],
  [/ŷ|\by_?hat\b/g, "prediction"],
  [/\bqk\^?t\b/g, "attention score"],
  [/\/sqrt\(?d\b/g, " attention square root"],
  [/\b2\/lambda(?:_?max)?\b/g, "learning rate limit curvature"],
  [/\b(\w+)(?:-=|=\1-)(?:lr|η|eta|alpha|learning_rate)\b.*/g, "gradient descent update"],
  [/\by=mx\b.*/g, "slope line"],
  [/\b(ada\w+|rmsprop|lion|muon|sgd) optimi[sz]er\b/g, "$1"],
  // What somebody sees who trains
  [
    /\b(?:loss|weights?)\b.*\b(?:not|doesn't|isn't|won't|stopped|stops)\b.*(?:decrease|decreasing|improv|down|learn|mov|chang|update|updating)\w*/g,
    "loss stuck plateau",
  ],
  [/^(?=.*\btrain)(?=.*\b(?:test|validation)\b).*\b(?:loss|error|accuracy)\b.*/g, "generalization gap"],
  [/\b(?:worked |numerical )?examples? with numbers\b/g, "byhand"],
  [/\beigen[- ](value|vector)/g, "eigen$1"],
];

/** Return `text` with the names of what it says in signs. */
export function named(text, expressions) {
  return expressions.reduce((said, [expression, name]) => said.replace(expression, name), text);
}
