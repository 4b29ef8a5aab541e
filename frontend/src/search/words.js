// How a learner's words become the words of the index. Both sides read this file: the build, when it makes the index, and
// the browser, when somebody asks.

import { named, SAID, TYPED } from "./expressions.js";

/** Words that say nothing about what is sought. */
const STOP_WORDS = new Set(
  `a about above add adds after again against agree agrees all almost alone already also although always am an and
   another answer answers any anything apart are around as ask asks at away back be because become becomes been
   before begin begins begun belong belongs below best better between beyond both bottom but by call called came
   can cannot card cards case cases change changed changes come comes could define describe did
   different do does doing don done dont down during each else end ends enough equal etc even ever every everything
   exactly example examples exercises explain fail fails false far few find finds first five follow follows for found
   four from get gets give given gives go goes going gone good got had hand hands happen happened happens has have
   having here hold holds how however i if in instead into is isn it its itself just keep kept kind kinds know known
   larger last later lead leading leads leave leaves let lets like likewise little long look made make makes many may
   me mean meaning means measured might more most move moves much must my myself name names nearly need needs neither
   never new next no none nor not note notes nothing now of off often old on once one only or other our out over own
   part parts pass passes people per picture pictures place problems program programs put puts questions quite rather
   reach read reader reads really respect result results room runs same say says see seem seems seen several shall she should
   show shows side since six small smaller so some something stand stands stay stays still such take taken takes tell
   ten text than that the their them then there these they thing things this those though three through to today
   together told too top topic topics toward true turn turns twice two under until up us use used uses using versus very vs
   want wants was way we well were what whatever when where whether which while who whole whose why will with within
   without word words work worked works would write writes written wrong wrote yes yet you your yourself`.split(/\s+/),
);

/** Plurals, and other forms of a word, that no rule below finds. */
const FORMS = new Map(
  Object.entries({
    matrices: "matrix",
    vertices: "vertex",
    indices: "index",
    axes: "axis",
    minima: "minimum",
    maxima: "maximum",
    extrema: "extremum",
    biases: "bias",
    formulas: "formula",
    bases: "basis",
    vanishes: "vanish",
    vanished: "vanish",
    explode: "exploding",
    explodes: "exploding",
    convexity: "convex",
    big: "large",
    multivariable: "variable",
    multivariate: "variable",
    sin: "sine",
    cos: "cosine",
    diverges: "diverge",
    diverging: "diverge",
    diverged: "diverge",
    oscillates: "oscillate",
    oscillating: "oscillate",
    overshooting: "overshoot",
    zigzagging: "zigzag",
    clipped: "clipping",
    clip: "clipping",
    checking: "check",
    checked: "check",
    projected: "projection",
    dying: "dead",
    die: "dead",
    dies: "dead",
    explosion: "exploding",
    breaking: "break",
    continuity: "continuous",
    differentiability: "differentiable",
    preconditioner: "preconditioning",
    preconditioned: "preconditioning",
    thresholding: "threshold",
    scaling: "scale",
    scaled: "scale",
    coloring: "color",
    annealing: "schedule",
    initialized: "initialization",
    initialize: "initialization",
    starting: "start",
    overfitting: "overfit",
    nonconvex: "convex",
    inverting: "inverse",
    invert: "inverse",
  }),
);

/** What is called by several names. A question with one of them also finds the others, though later. */
const SYNONYMS = [
  "gradient, grad, nabla, ∇",
  "jacobian, j",
  "derivative, differentiate, differentiation",
  "partial derivative, partial, ∂",
  "backpropagation, backprop, back propagation, reverse mode, autodiff, automatic differentiation, autograd",
  "forward mode, dual number",
  "jacobian vector product, jvp",
  "vector jacobian product, vjp, pullback",
  "learning rate, step size, stepsize, lr, η, eta, alpha",
  "gradient descent, steepest descent, gd",
  "stochastic gradient descent, sgd",
  "critical point, stationary point, flat point",
  "second derivative test, second order condition, minimum maximum, critical point minimum, critical point maximum",
  "level curve, level line, contour, contour line, isoline",
  "kink, corner, absolute value",
  "overshoot, diverge, oscillate, zigzag, blow, unstable, loss went, step downhill",
  "saddle, saddle point",
  "second derivative, hessian, curvature",
  "karush kuhn tucker, kkt, inequality constraint",
  "lagrange multiplier, shadow price",
  "mean squared error, mse, squared error",
  "cross entropy, log loss, negative log likelihood, nll",
  "sigmoid, logistic, sigma",
  "tanh, hyperbolic tangent",
  "relu, rectifier, rectified linear",
  "l1, lasso",
  "l2, ridge, weight decay",
  "regularization, penalty",
  "numerical derivative, finite difference, difference quotient, numerical gradient",
  "gradient check, gradcheck, numerical gradient check",
  "rounding, floating point, float, epsilon, machine epsilon, unit roundoff, cancellation, lost digit",
  "support vector, support vector machine, svm",
  "principal component, principal component analysis, pca",
  "lagrange multiplier, equality constraint",
  "linear regression, least squares",
  "tangent, tangent line",
  "kl divergence, kullback leibler divergence",
  "mean absolute error, mae, absolute error",
  "mixed precision, half precision, float16, fp16, loss scale",
  "single precision, float32, fp32",
  "double precision, float64, fp64",
  "learning rate schedule, learning rate decay, lr schedule, lr decay",
  "recurrent network, rnn, backpropagation through time, bptt",
  "convolution, conv, cnn",
  "operation, flop, complexity",
  "tolerance, threshold",
  "bfloat16, bf16",
  "residual connection, residual block, resnet, skip connection",
  "norm, length",
  "sharpness, flat minimum",
  "initial loss, loss first step",
  "condition number, κ",
  "epsilon, ε",
  "overflow, underflow, numerical stability, numerically stable",
  "topological order, topological sort",
  "taylor, quadratic approximation",
  "condition number, conditioning, ill conditioned",
  "positive definite, psd, positive semidefinite",
  "layer normalization, layernorm, layer norm",
  "computational graph, computation graph",
  "neural network, network, net, mlp",
  "exponential, exp",
  "logarithm, log, ln",
  "determinant, det",
  "eigenvalue, eigenvector, spectrum",
  "square root, sqrt, √",
  "slow, zigzag, convergence factor",
  "vanishing, vanish",
  "batch normalization, batch norm, batchnorm",
  "mini batch, minibatch",
  "initialization, init, starting right, xavier start, he start",
  "perpendicular, orthogonal",
  "newton method, second order method, second order optimization",
  "feature scale, normalize input, standardize",
  "rms normalization, rms norm, rmsnorm",
  "hessian vector product, hvp",
  "maximum likelihood, mle",
  "natural gradient, fisher information",
  "score function, policy gradient, reinforce",
  "running mean, running average, moving average, averaging, ema, swa",
  "overfit, generalization gap",
  "xavier, glorot",
  "he, kaiming",
  "weight sharing, weight tying, tied weight, shared weight, reused weight",
  "learning rate range test, learning rate finder, lr finder",
  "anki, flashcard",
].map((names) => names.split(", ").map(terms));

/** Return the words of a text, each as it is written in the index; words that say nothing are left out. */
export function terms(text) {
  return words(named(plain(text), SAID)).flatMap(term);
}

/** Return the words of a question, which may be one in signs. */
export function termsAsked(question) {
  return terms(named(plain(question), TYPED));
}

/** Return a text in lower case, with one of letters that look alike: ℓ₁ and L1, x² and x2. */
function plain(text) {
  return text.normalize("NFKC").toLowerCase();
}

/** Return the words of a text that `terms` leaves out, as they are. */
export function littleWords(text) {
  return words(text.toLowerCase()).filter((word) => STOP_WORDS.has(word));
}

function words(lower) {
  return lower.replace(/['’]s?(?![\p{L}\p{N}])|['’]/gu, "").match(/[\p{L}\p{N}∇∂]+/gu) ?? [];
}

/** Return the word as a list: of its one term, or of none. */
function term(word) {
  if (word === "j") return [word];
  if (STOP_WORDS.has(word) || !/^\p{L}.|^[∇∂ηεκ]$/u.test(word)) return [];
  const ours = american(word);
  return [FORMS.get(ours) ?? singular(ours)];
}

/** Return a word as Americans spell it, with -ize and -or; no word of the course ends so for another reason. */
function american(word) {
  return word
    .replace(/isation(s?)$/, "ization$1")
    .replace(/(al|ar|er|im|or)is(e|ed|er|ers|ing)$/, "$1iz$2")
    .replace(/^(behavi|col)our/, "$1or");
}

/** Return a word without the ending of a plural: derivatives, entropies, losses, boxes. */
function singular(word) {
  if (word.length < 4 || /(ss|us|is|as)$/.test(word)) return word;
  if (/.ies$/.test(word)) return word.replace(/ies$/, "y");
  if (/(ss|x|ch|sh)es$/.test(word)) return word.replace(/es$/, "");
  return word.replace(/s$/, "");
}

/** Return the other names of what begins at `from` in a list of terms: how many terms it has, and the names. */
export function synonyms(list, from) {
  let length = 1;
  let names = [];
  for (const group of SYNONYMS) {
    for (const name of group) {
      if (name.length < length || !name.every((word, index) => list[from + index] === word)) continue;
      const others = group.filter((other) => other !== name);
      names = name.length > length ? others : [...names, ...others];
      length = name.length;
    }
  }
  return { length, names };
}
