// A computational graph: values forward, sensitivities backward. Tested against the engine in
// snippets/chain_rule_and_backpropagation.
//
// A graph is a list of nodes in topological order, the result last. A node has a `name`; and if it is not an input, the
// names of its `operands`, the function `value` of theirs, and `locals`, its derivatives with respect to each.

/** (x + y)·x², with the steps u = x + y, v = x², f = u·v. */
export const EXAMPLE = [
  { name: "x" },
  { name: "y" },
  { name: "u", operands: ["x", "y"], value: (x, y) => x + y, locals: () => [1, 1] },
  { name: "v", operands: ["x"], value: (x) => x ** 2, locals: (x) => [2 * x] },
  { name: "f", operands: ["u", "v"], value: (u, v) => u * v, locals: (u, v) => [v, u] },
];

/**
 * Compute the values of all nodes from those of the `inputs`. Returns `values` by name, and `edges`: for each operand
 * of each step { tail, head, local }, the local derivative of `head` with respect to `tail`.
 */
export function forward(graph, inputs) {
  const values = { ...inputs };
  const edges = [];
  for (const { name, operands, value, locals } of graph.filter((node) => node.operands)) {
    const given = operands.map((operand) => values[operand]);
    values[name] = value(...given);
    locals(...given).forEach((local, i) => {
      edges.push({ tail: operands[i], head: name, local });
    });
  }
  return { values, edges };
}

/**
 * Go back through the graph against its order, as the engine does. Returns `sensitivity` by name, and `hands`: in the
 * order in which they happen, what each node hands to its operands, { head, tail, amount, total }, `total` being what
 * has been handed to `tail` so far.
 */
export function backward(graph, edges) {
  const sensitivity = Object.fromEntries(graph.map(({ name }) => [name, 0]));
  sensitivity[graph.at(-1).name] = 1;
  const hands = [];
  for (const { name } of [...graph].reverse()) {
    for (const { tail, local } of edges.filter(({ head }) => head === name)) {
      const amount = sensitivity[name] * local;
      sensitivity[tail] += amount;
      hands.push({ head: name, tail, amount, total: sensitivity[tail] });
    }
  }
  return { sensitivity, hands };
}
