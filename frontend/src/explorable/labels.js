// Words at a place of a picture, some pixels beside it.

/**
 * Write `text` on `board` with a pen of words, `beside` ([right, up] in pixels) the place that `at` returns. `more` are
 * options of the element, such as anchorX.
 */
export function label(board, pen, { at, text, beside = [0, 0], ...more }) {
  const aside = typeof beside === "function" ? beside : () => beside;
  const x = () => at()[0] + aside()[0] / board.unitX;
  const y = () => at()[1] + aside()[1] / board.unitY;
  return board.create("text", [x, y, text], { ...pen, anchorX: "middle", anchorY: "middle", ...more });
}
